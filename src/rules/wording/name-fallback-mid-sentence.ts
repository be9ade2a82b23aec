import type { OutletFacts } from "../../analysis/index.ts";
import type { Library } from "../../model/index.ts";
import type { Finding } from "../../source/index.ts";
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
    const before = wordsByEnd(facts);
    for (const word of [...facts.lattice.outgoing.values()].flat()) {
      if (word.opensSentence) continue;
      const earlier = before.get(word.from) ?? [];
      if (word.marks.includes("greeting")) {
        const isWithin = earlier.some(
          ({ marks }) => !marks.includes("greeting") && !marks.includes("sender"),
        );
        if (isWithin) yield greetingWithin(facts);
      } else if (isForMissingName(word, library) && !earlier.some(({ when }) => when === word.when)) {
        yield {
          at: spanOf([word], facts.outlet.at),
          message: `${nameOf(facts)} says "${word.text}" in the middle of a sentence ${word.when}`,
        };
      }
    }
  },
);

/** The words that end where another begins. */
function wordsByEnd({ lattice }: OutletFacts): ReadonlyMap<number, readonly LatticeWord[]> {
  const byEnd = new Map<number, LatticeWord[]>();
  for (const word of [...lattice.outgoing.values()].flat()) {
    const there = byEnd.get(word.to);
    if (there) there.push(word);
    else byEnd.set(word.to, [word]);
  }
  return byEnd;
}

function isForMissingName({ when }: LatticeWord, { fields }: Library): boolean {
  const name = /(\w+\.\w+) is missing/.exec(when)?.[1];
  return name !== undefined && fields.get(name)?.type.kind === "name";
}

/** A greeting is a sentence of its own; a sender and a colon may stand before it. */
function greetingWithin(facts: OutletFacts): Finding {
  return {
    at: facts.inserts.find(({ what }) => what === "greeting")?.at ?? facts.outlet.at,
    message: `${nameOf(facts)} greets in the middle of a sentence`,
    remedy: "Let {{ greeting }} begin a sentence: it is one itself.",
  };
}
