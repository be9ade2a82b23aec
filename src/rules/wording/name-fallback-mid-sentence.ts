import type { OutletFacts } from "../../analysis/index.ts";
import type { Library } from "../../model/index.ts";
import type { LatticeWord } from "../../template/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf } from "../where.ts";

export default outletRule(
  {
    code: "W115",
    name: "name-fallback-mid-sentence",
    summary: "A stand-in for a missing name in the middle of a sentence",
    why: "“Dear patient, we have a time for you, patient” tells everybody that a machine wrote it, and that it does not know them. A sentence that needs a name is better without one.",
    remedy:
      "Begin with {{ greeting }}, which says hello with and without a name; or write two whole sentences, one for each case.",
    basis: practice("copy review practice"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "Two whole sentences",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        {% if patient.first_name %}We look forward to seeing you, {{ patient.first_name }}.{% else %}We look forward to seeing you.{% endif %} Call {{ clinic.phone }}.\n \n         {{ bring }}",
        },
      ],
      bad: [
        {
          title: "A stand-in after a comma",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        We look forward to it, {% if patient.first_name %}{{ patient.first_name }}{% else %}valued patient{% endif %}. Call {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["valued"],
        },
        {
          title: "A greeting in the middle of a sentence",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        We would like to say {{ greeting }} Call us at {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["{{ greeting }}"],
        },
      ],
    },
  },
  function* (facts, _campaign, { workspace: { library } }) {
    const words = [...facts.lattice.outgoing.values()].flat();
    for (const word of words) {
      if (word.opensSentence || word.marks.includes("greeting") || !standsIn(word, words, library)) continue;
      yield {
        at: spanOf([word], facts.outlet.at),
        message: `${nameOf(facts)} says "${word.text}" in the middle of a sentence ${word.when}`,
      };
    }
    yield* greetingsWithin(facts, words);
  },
);

/** The first word of what is said for a name that is missing. */
function standsIn(word: LatticeWord, words: readonly LatticeWord[], { fields }: Library): boolean {
  const name = /(\w+\.\w+) is missing/.exec(word.when)?.[1];
  if (name === undefined || fields.get(name)?.type.kind !== "name") return false;
  return !words.some((before) => before.to === word.from && before.when === word.when);
}

function* greetingsWithin(facts: OutletFacts, words: readonly LatticeWord[]) {
  const { outlet, inserts } = facts;
  for (const first of words) {
    const begins = words.some(({ to, marks }) => to === first.from && !marks.includes("greeting"));
    const follows = words.some(({ to, marks }) => to === first.from && marks.includes("sender"));
    if (!first.marks.includes("greeting") || first.opensSentence || !begins || follows) continue;
    const greeting = inserts.find(({ what }) => what === "greeting");
    yield {
      at: greeting?.at ?? outlet.at,
      message: `${nameOf(facts)} greets in the middle of a sentence`,
      remedy: "Let {{ greeting }} begin a sentence: it is one itself.",
    };
    return;
  }
}
