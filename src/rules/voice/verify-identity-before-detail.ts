import { kindName, oneMistakeEach } from "../../lexicon/index.ts";
import { choices } from "../../source/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { nameOf, spanOf, within, witnessOf, wordsOf } from "../where.ts";
import { scriptsOf } from "./calls.ts";

/** A name alone is known to everybody in the house. */
const IDENTIFIERS = 2;

export default rule(
  {
    code: "V104",
    name: "verify-identity-before-detail",
    summary: "A call that goes into detail before it knows who listens",
    why: "Whoever answers may say yes to a first name. Before a word about care, the caller asks for two things that only the patient is likely to know together; until then nothing clinical is said.",
    remedy:
      "Ask for two identifiers under `verify`, such as full name and date of birth, and keep what it is about for `then`.",
    basis: law("45 CFR 164.514(h) (verification of identity)"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Two other identifiers",
          edit: "library/scripts.yaml:\n-      - date of birth\n+      - street address",
        },
      ],
      bad: [
        {
          title: "A name is not enough",
          edit: "library/scripts.yaml:\n-      - date of birth",
          marks: ["missed_visit"],
        },
        {
          title: "First and last name are one",
          edit: "library/scripts.yaml:\n-      - full name\n-      - date of birth\n+      - first name\n+      - last name",
          marks: ["missed_visit"],
        },
        {
          title: "The condition in the first sentence",
          edit: "library/scripts.yaml:\n-      en: Hello, this is {{ caller }} from {{ sender }}. May I speak with {{ patient.first_name }}?\n+      en: Hello, this is {{ caller }} from {{ sender }}, about the diabetes check for {{ patient.first_name }}.",
          marks: ["diabetes"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    for (const { script, step, at } of scriptsOf(campaign)) {
      const asked = new Set(script.verify.map(identifierOf));
      if (asked.size >= IDENTIFIERS || script.afterVerification.size === 0) continue;
      yield {
        at,
        message: `in ${step}, the script ${script.id} asks only for ${choices([...asked]) || "nothing"} before it says what the call is about`,
        related: [{ at: script.at, message: "`verify` belongs in this script" }],
      };
    }
    const reported = new Set<number>();
    for (const opening of facts.outletsOf(campaign)) {
      if (opening.outlet.part !== "phone.opening") continue;
      for (const hit of oneMistakeEach(opening.hits)) {
        const { category, kind, words } = hit;
        const at = spanOf(words, opening.outlet.at);
        // The sender's name has a rule of its own.
        if (category !== "clinical" || within(hit, "sender") || reported.has(at.start)) continue;
        reported.add(at.start);
        const witness = witnessOf(words, opening);
        yield {
          at,
          message: `"${wordsOf(words)}" is ${kindName(kind)}, and ${nameOf(opening)} is heard by whoever answers`,
          ...(witness && { witness }),
        };
      }
    }
  },
);

/** What is asked for; names of one person, first and last, are one thing that the whole house knows. */
function identifierOf(written: string): string {
  const asked = written.trim().toLowerCase();
  return /\bnames?\b|\bnombres?\b|\bapellidos?\b/.test(asked) ? "the name" : asked;
}
