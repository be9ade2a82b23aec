import { lexicon, scanText } from "../../lexicon/index.ts";
import type { Library, Partner } from "../../model/index.ts";
import type { Finding } from "../../source/index.ts";
import { lawFromMemory } from "../basis.ts";
import { rule } from "../rule.ts";

/** Words for facts about single people. */
const ABOUT_PEOPLE =
  /\b(?:(?:first|last|full|patients?'?|members?'?|employees?'?|their|all) names?|names of|lists? of (?:people|patients|members|employees|who)|who (?:came|missed|booked|has|have|did|is|are)|no-shows?|addresses|phone numbers|birth ?dates?|dates? of birth|diagnos[ei]s|results|medical records?|per (?:person|patient|member|employee)|each (?:person|patient|member|employee)|individual)\b/i;
/** A report that adds people up. */
const ADDED_UP =
  /\b(?:counts?|totals?|numbers? of|how many|sums?|percent(?:ages?)?|share of|rates?|aggregated?|averages?)\b/i;
/** "no names", "without names": what is held back, not what is given. */
const HELD_BACK = /\b(?:no|without|never|not) [\w ]{0,30}$/i;

export default rule(
  {
    code: "K123",
    name: "partner-terms",
    summary: "A partner who may learn who came",
    why: "An employer, a plan or a sponsor may know how many people came back, never who. What a partner receives and how it is told of the results is agreed before anybody is written to.",
    remedy:
      "Write under `partner` what it `shares` and how results are reported, as counts: `report: monthly counts, no names, nothing below 11 people`.",
    basis: lawFromMemory("45 CFR 164.504(f)", "45 CFR 164.508(a)"),
    severity: "error",
    waivable: "compliance",
    absence: true,
    examples: {
      good: [
        {
          title: "Counts",
          edit: " measure:\n   - visit booked\n+partner:\n+  name: Springfield Works\n+  report: monthly counts, no names, nothing below 11 people",
        },
      ],
      bad: [
        {
          title: "Names",
          edit: " measure:\n   - visit booked\n+partner:\n+  name: Springfield Works\n+  shares: [names of people who missed a visit]\n+  report: monthly counts",
          marks: ["partner"],
        },
        {
          title: "No word about the report",
          edit: " measure:\n   - visit booked\n+partner: {name: Springfield Works}",
          marks: ["partner"],
        },
        {
          title: "A partner's programme without the partner",
          edit: "-scenario: missed-appointment\n+scenario: partner-program",
          marks: ["missed-visit"],
        },
      ],
    },
  },
  function* ({ scenario, partner, keys, at }, { workspace: { library } }) {
    if (partner !== undefined) yield* termsOf(partner, library, keys.get("partner") ?? partner.at);
    else if (scenario.id === "partner-program") {
      yield { at, message: "a partner's programme does not say who the partner is" };
    }
  },
);

function* termsOf(partner: Partner, library: Library, at: Finding["at"]): Iterable<Finding> {
  const { name, shares, report } = partner;
  for (const given of [...shares, ...(report === undefined ? [] : [report])]) {
    const field = library.fields.get(given.trim());
    const people = ABOUT_PEOPLE.exec(given);
    const single =
      (field !== undefined && field.class !== "public") ||
      (people !== null && !HELD_BACK.test(given.slice(0, people.index)));
    const health = scanText(given, lexicon(library.words), "en").find(
      ({ category }) => category === "clinical",
    );
    if (single) yield { at, message: `${name} would learn about single people: "${given}"` };
    else if (health !== undefined && !HELD_BACK.test(given.slice(0, health.start))) {
      const word = given.slice(health.start, health.end);
      yield { at, message: `${name} would learn what people are treated for: "${word}" in "${given}"` };
    }
  }
  if (report === undefined) yield { at, message: `nobody has said what ${name} is told of the results` };
  else if (!ADDED_UP.test(report)) {
    yield { at, message: `"${report}" does not say that ${name} is told numbers only` };
  }
}
