import { languageName } from "../../source/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "A101",
    name: "language-missing",
    summary: "Words that one language of the campaign lacks",
    why: "Whoever reads another language must get the whole message in it, or none of it: half a message in each is read by nobody.",
    remedy: "Add the words in that language, or take the language out of `languages`.",
    basis: law("45 CFR 92.201 (meaningful access)"),
    severity: "error",
    waivable: "never",
    absence: true,
    examples: {
      good: [
        {
          title: "English only",
          edit: " goal: visit completed within 30 days of the first message\n+languages: [en]",
        },
      ],
      bad: [
        {
          title: "No Spanish subject",
          edit: "       en: A new time for your visit\n-      es: Una nueva hora para su visita",
          marks: ["A new time for your visit"],
        },
        {
          title: "A claim that nobody translated",
          edit: "library/claims.yaml:\n       en: After you book, we send your visit time and place.\n-      es: Después de reservar, le enviamos la hora y el lugar.",
          marks: ["claim.visit_details_by_text"],
        },
      ],
    },
  },
  function* ({ missingWords }) {
    for (const { what, language, at, entry } of missingWords) {
      const related = entry ? [{ at: entry, message: "its approved words stand here" }] : [];
      yield { at, message: `${what} has no words in ${languageName(language)}`, related };
    }
  },
);
