import { kindName, lexicon, scanText } from "../../lexicon/index.ts";
import type { Span } from "../../source/index.ts";
import { lawFromMemory } from "../basis.ts";
import { workspaceRule } from "../rule.ts";

export default workspaceRule(
  {
    code: "P108",
    name: "reveals-specialty",
    summary: "A public name that tells what people are treated for",
    why: "The name of the sender or the clinic stands on lock screens and envelopes. A name that tells a specialty tells a diagnosis, whatever the message says.",
    remedy: "Give patients a neutral name here; keep the specialty in `internal_name`.",
    basis: lawFromMemory(
      "42 CFR 2.12 (identification as a substance use disorder patient)",
      "45 CFR 164.530(c)",
    ),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A neutral public name",
          edit: "library/locations.yaml:\n-    public_name: Maple Health North\n+    public_name: Maple Health on Oak Street",
        },
      ],
      bad: [
        {
          title: "A specialty in the clinic's public name",
          edit: "library/locations.yaml:\n-    public_name: Maple Health North\n+    public_name: Maple Oncology",
          marks: ["Oncology"],
        },
      ],
    },
  },
  function* ({ organization, library }) {
    const product = lexicon();
    const names: { text: string; at: Span; what: string }[] = [
      { text: organization.sender.value, at: organization.sender.at, what: "the sender" },
      ...[...library.locations.values()].map(({ publicName, id }) => ({
        text: publicName.value,
        at: publicName.at,
        what: `the public name of ${id}`,
      })),
    ];
    for (const { text, at, what } of names) {
      for (const hit of scanText(text, product, "en")) {
        if (hit.category !== "clinical") continue;
        const word = text.slice(hit.start, hit.end);
        const plain = at.end - at.start === text.length;
        yield {
          at: plain ? { file: at.file, start: at.start + hit.start, end: at.start + hit.end } : at,
          message: `${what} contains "${word}", ${kindName(hit.kind)}`,
        };
      }
    }
  },
);
