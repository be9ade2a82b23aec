import { languageName } from "../../source/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { textsOf, type Version } from "./texts-of.ts";

/** Fewer words may rightly be the same: a name, "OK", "Video". */
const FEWEST_WORDS = 3;

export default rule(
  {
    code: "A102",
    name: "translation-same",
    summary: "The same text in two languages",
    why: "A translation that was copied and never made reaches people in a language that they did not ask for, and every check of “all languages are there” passes.",
    remedy: "Write the words of each language, or take the language out of `languages`.",
    basis: practice("translation practice: no untranslated copies"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "Names alone are the same",
          edit: '-      es: Una nueva hora para su visita\n+      es: "{{ sender }}: otra hora"',
        },
      ],
      bad: [
        {
          title: "English under Spanish",
          edit: "-      es: Una nueva hora para su visita\n+      es: A new time for your visit",
          marks: ["A new time for your visit"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    for (const { what, versions } of textsOf(campaign, facts)) {
      const [first, ...others] = [...versions].filter(([language]) => campaign.languages.includes(language));
      if (first === undefined || countOf(first[1]) < FEWEST_WORDS) continue;
      for (const [language, version] of others) {
        if (plain(version) !== plain(first[1])) continue;
        yield {
          at: version.at,
          message: `${what} is the same in ${languageName(language)} as in ${languageName(first[0])}`,
          related: [{ at: first[1].at, message: `the ${languageName(first[0])} is here` }],
        };
      }
    }
  },
);

function plain({ words }: Version): string {
  return words.join(" ").replace(/\s+/g, " ").trim().toLowerCase();
}

function countOf({ words }: Version): number {
  return words.join(" ").match(/\p{L}{2,}/gu)?.length ?? 0;
}
