import { lexicon, type SafeVocabulary } from "../../lexicon/index.ts";
import type { Language } from "../../model/index.ts";
import { languageName } from "../../source/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { textsOf } from "./texts-of.ts";

/** Words of another language alone that make a sentence one of that language: fewer may be a name or a loan. */
const FEWEST = 3;

/** The one text whose purpose is to speak to readers of other languages. */
const NOTICE = "the phrase language_notice";

export default rule(
  {
    code: "A104",
    name: "language-mixed",
    summary: "A sentence in another language than the rest of its message",
    why: "A message half in one language and half in another is read whole by nobody, and looks like a fraud to both.",
    remedy: "Write each text in its own language, one message for each.",
    basis: practice("translation practice: one language in one message"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A Spanish name in an English text",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        You can also see us at Casa del Sol. Call {{ clinic.phone }}.\n \n         {{ bring }}",
        },
      ],
      bad: [
        {
          title: "A Spanish sentence in the English email",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        You can also call us at {{ clinic.phone }}. También puede llamarnos para elegir otra hora.\n \n         {{ bring }}",
          marks: [
            "|\n        {{ greeting }}\n\n        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n\n        {{ actions }}\n\n        You can also call us at {{ clinic.phone }}. También puede llamarnos para elegir otra hora.\n\n        {{ bring }}\n\n        {{ claim.visit_details_by_text }}",
          ],
        },
        {
          title: "English where Spanish belongs",
          edit: "-    es: Elija otra hora que le convenga.\n+    es: Pick the time that you like.",
          marks: ["Pick the time that you like."],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { safe } = lexicon();
    const { languages } = facts.workspace.organization;
    for (const { what, versions } of textsOf(campaign, facts)) {
      if (what === NOTICE) continue;
      for (const [language, { words, at }] of versions) {
        const others = [...new Set([...languages, "en"])].filter((other) => other !== language);
        const sentences = words.flatMap((stretch) => stretch.split(/(?<=[.!?:])\s+|\n/));
        const strange = sentences.flatMap((sentence) => {
          const other = others.find((spoken) => isIn(sentence, spoken, language, safe));
          return other === undefined ? [] : [{ sentence, other }];
        })[0];
        if (strange === undefined) continue;
        yield {
          at,
          message: `${what} is in ${languageName(language)}, and "${strange.sentence.trim()}" is ${languageName(strange.other)}`,
        };
      }
    }
  },
);

/** Whether a sentence is in the other language: by words that only the one or only the other has. */
function isIn(sentence: string, other: Language, own: Language, safe: SafeVocabulary): boolean {
  const [here, there] = [bare(own), bare(other)];
  if (here === there || !safe.knows(here) || !safe.knows(there)) return false;
  const words = sentence.match(/\p{L}+/gu) ?? [];
  const onlyThere = words.filter((word) => safe.has(word, there) && !safe.has(word, here)).length;
  const onlyHere = words.filter((word) => safe.has(word, here) && !safe.has(word, there)).length;
  return onlyThere >= FEWEST && onlyThere > 3 * onlyHere;
}

function bare(language: Language): string {
  return language.split("-")[0] ?? language;
}
