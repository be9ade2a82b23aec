import { guidance } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";
import { plainWords } from "./plain-words.ts";

export default outletRule(
  {
    code: "W108",
    name: "jargon",
    summary: "A word that a clinic uses and a patient does not",
    why: "Whoever has to guess a word puts the message aside. There is nearly always an everyday word that says the same.",
    remedy: "Write the everyday word.",
    basis: guidance(
      "CDC Clear Communication Index, items 5 to 7",
      "plainlanguage.gov, Use simple words and phrases",
    ),
    severity: "warning",
    waivable: "anyone",
    pack: "plain-language",
    limits: ["jargon_en", "jargon_es"],
    examples: {
      good: [
        {
          title: "Everyday words",
          edit: "-    en: Pick a new time that works for you.\n+    en: Call us before Friday if you can.",
        },
      ],
      bad: [
        {
          title: "A word of the office",
          edit: "-    en: Pick a new time that works for you.\n+    en: Pick a time at your earliest convenience.",
          marks: ["at your earliest convenience"],
        },
        {
          title: "A word that the organization added to the list",
          edit: "-    en: Pick a new time that works for you.\n+    en: Pick a new touchpoint that works for you.\n=\nlibrary/packs.yaml:\n+limits:\n+  - pack: plain-language\n+    limit: jargon_en\n+    also: touchpoint | touchpoints = visit or call\n+    because: our patients asked what it means",
          marks: ["touchpoint"],
        },
      ],
    },
  },
  function* (facts, _campaign, { workspace: { packs } }) {
    const { outlet, lattice } = facts;
    const jargon = plainWords(packs);
    // What presses or blames in the words of an office is told as that.
    const told = new Set(
      facts.hits.flatMap((hit) => (hit.category === "pressure" || hit.category === "blame" ? hit.words : [])),
    );
    for (const { phrase, words } of jargon.find(lattice, outlet.language)) {
      if (words.some((word) => told.has(word))) continue;
      const witness = witnessOf(words, facts);
      const say = jargon.say.get(phrase);
      yield {
        at: spanOf(words, outlet.at),
        message: `"${wordsOf(words)}" in ${nameOf(facts)} is not a word that patients use`,
        ...(say !== undefined && { remedy: `Say “${say}”.` }),
        ...(witness && { witness }),
      };
    }
  },
);
