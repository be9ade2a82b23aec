import { infleszLevel, lexicon, type Reading, readingGrade } from "../../lexicon/index.ts";
import { guidance } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";

/** Words in one sentence, and the share of unfamiliar words, above which a short text is hard. */
const LONGEST_SENTENCE = 30;
const MOST_UNFAMILIAR = 0.3;
/** Below this a share says nothing. */
const FEWEST_WORDS = 20;

export default outletRule(
  {
    code: "W104",
    name: "reading-grade",
    summary: "Wording that is hard to read",
    why: "Nearly half of adults read at or below the eighth grade, and less well when they are worried. A message that is not understood brings nobody back.",
    remedy: "Use shorter sentences and everyday words.",
    basis: guidance(
      "AHRQ, AMA and NIH: sixth grade or lower",
      "CMS Toolkit for Making Written Material Clear and Effective, part 7",
      "Barrio-Cantalejo et al., Validación de la Escala INFLESZ, An Sist Sanit Navar 2008; 31(2): 135-152",
    ),
    severity: "warning",
    waivable: "anyone",
    pack: "plain-language",
    limits: ["reading_grade", "reading_ease"],
    examples: {
      good: [
        {
          title: "Short and plain",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        You can call us, too. We like to help. Our number is {{ clinic.phone }}.\n \n         {{ bring }}",
        },
      ],
      bad: [
        {
          title: "Long and learned",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        Subsequent to consultation availability determination, individuals endeavouring to reestablish continuity of professional attention are encouraged to communicate preferences regarding alternative arrangements through established organizational correspondence channels, notwithstanding previously communicated availability limitations or administrative considerations affecting participation.",
          marks: [
            "|\n        {{ greeting }}\n\n        Subsequent to consultation availability determination, individuals endeavouring to reestablish continuity of professional attention are encouraged to communicate preferences regarding alternative arrangements through established organizational correspondence channels, notwithstanding previously communicated availability limitations or administrative considerations affecting participation.\n\n        {{ actions }}\n\n        You can also call us at {{ clinic.phone }}.\n\n        {{ bring }}\n\n        {{ claim.visit_details_by_text }}",
          ],
        },
      ],
    },
  },
  function* (facts, _campaign, { workspace: { organization, packs } }) {
    const { outlet, sample } = facts;
    if (outlet.source === "" || outlet.short) return;
    const asked = packs.counts("reading_grade").map(({ value }) => value);
    const limit = organization.rules.get("reading-grade")?.atMost ?? Math.min(...asked);
    const difficulty = difficultyOf(readingGrade(sample.replace(HOLE, ""), lexicon(), outlet.language), {
      grade: limit,
      ease: Math.max(...packs.counts("reading_ease").map(({ value }) => value)),
    });
    if (difficulty === undefined) return;
    yield { at: outlet.at, message: `${nameOf(facts)} ${difficulty}` };
  },
);

const HOLE = /⟦[^⟧]*⟧/g;

/** What makes a text hard; a formula for long texts, sentence length and unfamiliar words for short ones. */
function difficultyOf(reading: Reading, asked: { grade: number; ease: number }): string | undefined {
  const { isStable, grade, ease } = reading;
  if (isStable && grade !== undefined && grade > asked.grade) {
    return `reads at grade ${Math.round(grade)}, and at most ${asked.grade} is asked for`;
  }
  if (isStable && ease !== undefined && ease < asked.ease) {
    const level = infleszLevel(ease);
    return `has ${Math.floor(ease)} points on the INFLESZ scale (${level}), and at least ${asked.ease} are asked for`;
  }
  if (reading.longestSentence > LONGEST_SENTENCE) {
    return `has a sentence of ${reading.longestSentence} words; ${LONGEST_SENTENCE} are plenty`;
  }
  if (reading.words >= FEWEST_WORDS && (reading.unfamiliar ?? 0) > MOST_UNFAMILIAR) {
    return `uses words that are not everyday ones: ${Math.round((reading.unfamiliar ?? 0) * 100)} of 100`;
  }
  return undefined;
}
