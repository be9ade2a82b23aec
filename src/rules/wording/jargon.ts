import { lazy } from "../../analysis/index.ts";
import { phraseBook, phrases } from "../../lexicon/index.ts";
import { guidance } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";
import { PLAIN_WORDS } from "./plain-words.ts";

const JARGON = phraseBook({
  find: Object.fromEntries(
    Object.entries(PLAIN_WORDS).map(([language, rows]) => [
      language,
      rows.map(([words]) => words).join(" | "),
    ]),
  ),
});

/** What to say instead, by phrase. */
const everyday = lazy(
  () =>
    new Map(
      Object.values(PLAIN_WORDS).flatMap((rows) =>
        rows.flatMap(([pattern, say]) => phrases(pattern).map((phrase) => [phrase, say] as const)),
      ),
    ),
);

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
      ],
    },
  },
  function* (facts) {
    const { outlet, lattice } = facts;
    for (const { phrase, words } of JARGON(lattice, outlet.language)) {
      const witness = witnessOf(words, facts);
      const say = everyday().get(phrase);
      yield {
        at: spanOf(words, outlet.at),
        message: `"${wordsOf(words)}" in ${nameOf(facts)} is not a word that patients use`,
        ...(say !== undefined && { remedy: `Say “${say}”.` }),
        ...(witness && { witness }),
      };
    }
  },
);
