import { kindName, lexicon } from "../../lexicon/index.ts";
import type { Library, Organization, Sourced } from "../../model/index.ts";
import type { Span } from "../../source/index.ts";
import { lawFromMemory } from "../basis.ts";
import { workspaceRule } from "../rule.ts";
import { stretchOf } from "../where.ts";
import { wordsOfName } from "./words-of-name.ts";

export default workspaceRule(
  {
    code: "P108",
    name: "reveals-specialty",
    summary: "A public name that tells what people are treated for",
    why: "The name of the sender or the clinic, and their addresses, stand on lock screens, in subject lines and on caller displays. A name that tells a specialty tells a diagnosis, whatever the message says.",
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
        {
          title: "A specialty in the address that emails come from",
          edit: "recare.yaml:\n-  email_from: care@maple.example\n+  email_from: oncology@maple.example",
          marks: ["oncology"],
        },
      ],
    },
  },
  function* ({ organization, library }) {
    const words = lexicon(library.words);
    for (const { text, at, what } of namesOf(organization, library)) {
      for (const { start, end, kind } of wordsOfName(text, words, organization.languages, ["clinical"])) {
        yield {
          at: stretchOf(at, text, start, end),
          message: `${what} contains "${text.slice(start, end)}", ${kindName(kind)}`,
        };
      }
    }
  },
);

interface Name {
  readonly text: string;
  readonly at: Span;
  readonly what: string;
}

/** What everybody sees of the organisation: on screens, in the answer to HELP. What an envelope shows besides has a rule of its own. */
function namesOf(organization: Organization, library: Library): readonly Name[] {
  const name = (written: Sourced<string> | undefined, what: string): readonly Name[] =>
    written === undefined ? [] : [{ text: written.value, at: written.at, what }];
  return [
    ...name(organization.sender, "the sender"),
    ...name(organization.emailFrom, "the address that emails come from"),
    ...[...organization.smsHelp.values()].flatMap((help) => name(help, "the answer to HELP")),
    ...[...library.locations.values()].flatMap(({ id, publicName, address }) => [
      ...name(publicName, `the public name of ${id}`),
      ...name(address, `the address of ${id}`),
    ]),
  ];
}
