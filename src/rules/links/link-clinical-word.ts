import { kindName, lexicon, scanLink } from "../../lexicon/index.ts";
import { policy } from "../basis.ts";
import { outletRule } from "../rule.ts";

export default outletRule(
  {
    code: "X107",
    name: "link-clinical-word",
    summary: "A link whose address tells a condition",
    why: "The address of a link is shown in the message, kept in histories and sent to every server on the way. A clinical word in it tells all of them.",
    remedy: "Give the page a neutral address, such as /r or /next-visit.",
    basis: policy("45 CFR 164.530(c) (reasonable safeguards)"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A neutral address",
          edit: "library/actions.yaml:\n-    short_link: maple.example/r\n+    short_link: maple.example/next-visit",
        },
      ],
      bad: [
        {
          title: "A condition in a link",
          edit: "library/actions.yaml:\n-    short_link: maple.example/r\n+    short_link: maple.example/diabetes",
          marks: ["maple.example/diabetes"],
        },
        {
          title: "A segment in a query parameter",
          edit: "library/actions.yaml:\n-    short_link: maple.example/r\n+    short_link: maple.example/r?utm_campaign=lapsed-hiv",
          marks: ["maple.example/r?utm_campaign=lapsed-hiv"],
        },
      ],
    },
  },
  function* ({ links, outlet }) {
    for (const { url, at } of links) {
      const hit = scanLink(url, lexicon(), outlet.language)[0];
      if (hit === undefined) continue;
      yield {
        at,
        message: `the address ${url} contains "${url.slice(hit.start, hit.end)}", ${kindName(hit.kind)}`,
      };
    }
  },
);
