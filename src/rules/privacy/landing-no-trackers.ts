import { guidance } from "../basis.ts";
import { pagesOf } from "../pages.ts";
import { rule } from "../rule.ts";
import { isTracker } from "./trackers.ts";

export default rule(
  {
    code: "P116",
    name: "landing-no-trackers",
    summary: "A landing page that tells others who came",
    why: "Whoever opens a link from a message about care is a patient, and the page knows it. A pixel or a session recorder there tells an advertising company, with the address of the page.",
    remedy: "Take it off the page; count visits on your own server.",
    basis: guidance(
      "HHS OCR, Use of Online Tracking Technologies (2022, 2024; vacated in part, AHA v. Becerra, N.D. Tex. 2024: still stands for pages that know the patient)",
      "FTC Act, section 5: GoodRx and BetterHelp (2023)",
    ),
    severity: "error",
    waivable: "never",
    limits: ["tracker_hosts"],
    examples: {
      good: [
        {
          title: "Nothing from others",
          edit: "library/pages.yaml:\n     purpose: Ask for a call\n+    loads: []",
        },
      ],
      bad: [
        {
          title: "An advertising pixel",
          edit: "library/pages.yaml:\n     purpose: Ask for a call\n+    loads: [connect.facebook.net]",
          marks: ["connect.facebook.net"],
        },
        {
          title: "A host that the organization added to the list",
          edit: "library/pages.yaml:\n     purpose: Ask for a call\n+    loads: [tags.pixel.example]\n=\nlibrary/packs.yaml:\n+limits:\n+  - pack: us-federal\n+    limit: tracker_hosts\n+    also: pixel.example\n+    because: our agency uses it",
          marks: ["tags.pixel.example"],
        },
      ],
    },
  },
  function* (campaign, { workspace: { library, packs } }) {
    for (const { id, loads } of pagesOf(campaign, library)) {
      for (const host of loads ?? []) {
        if (!isTracker(host.value, packs)) continue;
        yield { at: host.at, message: `the page ${id} loads ${host.value}, which learns who opened it` };
      }
    }
  },
  function* (campaign, { workspace: { library, packs } }) {
    for (const { id, loads } of pagesOf(campaign, library)) {
      const others = (loads ?? []).filter(({ value }) => !isTracker(value, packs)).map(({ value }) => value);
      if (loads !== undefined && others.length === 0) continue;
      yield {
        role: "privacy",
        concern: "privacy",
        text:
          loads === undefined
            ? `Nobody has stated what the page ${id} loads (\`loads\` in library/pages.yaml). Does it load nothing from anybody else: no pixel, no session recorder, no map, no font?`
            : `The page ${id} loads ${others.join(", ")}. May they learn that a patient opened it, and is there an agreement with them?`,
      };
    }
  },
);
