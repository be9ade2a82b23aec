import type { OutletFacts } from "../../analysis/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "K122",
    name: "ab-nonclinical-only",
    summary: "A test whose arms say different things",
    why: "A test may compare how something is said, never what is true. If one arm holds another claim, another fact about the person, another action or another tone, half of the people are told something that the other half is not.",
    remedy: "Let the arms differ in wording only: the same claims, facts, links and tone in both.",
    basis: practice("test practice: medical accuracy is never part of a test"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "Other words for the same thing",
          edit: "-    en: Pick a new visit time\n+    en: Choose another time for your visit",
        },
      ],
      bad: [
        {
          title: "A fact in one arm",
          edit: "-    en: Pick a new visit time\n+    en: Pick a new time, {{ patient.first_name }}",
          marks: ["Pick a new time, {{ patient.first_name }}"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const outlets = facts.outletsOf(campaign);
    // Words that a language lacks are a finding of their own.
    const lacking = new Set(campaign.missingWords.map(({ language }) => language));
    for (const b of outlets) {
      if (b.outlet.arm !== "b" || lacking.has(b.outlet.language)) continue;
      const a = outlets.find((other) => other.outlet.arm === "a" && sameOutlet(other, b));
      if (a === undefined) continue;
      for (const [what, contents] of Object.entries(CONTENTS)) {
        const [inA, inB] = [contents(a), contents(b)];
        const more = [...inB].filter((item) => !inA.has(item));
        const less = [...inA].filter((item) => !inB.has(item));
        if (more.length + less.length === 0) continue;
        yield {
          at: b.outlet.at,
          message: `the arms of the test differ in ${what}: ${[
            ...more.map((item) => `only arm b has ${item}`),
            ...less.map((item) => `only arm a has ${item}`),
          ].join(", ")}`,
          related: [{ at: a.outlet.at, message: "arm a" }],
        };
      }
    }
  },
);

function sameOutlet({ outlet: one }: OutletFacts, { outlet: other }: OutletFacts): boolean {
  return (
    one.step === other.step &&
    one.part === other.part &&
    one.name === other.name &&
    one.language === other.language
  );
}

/** What both arms must have in common. Blame, alarm and pressure are errors in either arm, by rules of their own. */
const CONTENTS: Readonly<Record<string, (facts: OutletFacts) => ReadonlySet<string>>> = {
  claims: ({ inserts }) => new Set(inserts.flatMap(({ what, id }) => (what === "claim" ? [id] : []))),
  facts: ({ flows }) => new Set(flows.map(({ field }) => field)),
  links: ({ links }) => new Set(links.map(({ url }) => url)),
};
