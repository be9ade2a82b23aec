import { spokenLanguages } from "../../model/index.ts";
import { choices, languageName } from "../../source/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "A107",
    name: "language-notice",
    summary: "Nothing tells readers of another language where to get help",
    why: "Patients speak more languages than this campaign. They get it in a language that is not theirs, and need at least a line in their own that says how to get help.",
    remedy:
      "Write the phrase `language_notice` in library/phrases.yaml: Recare adds it to every email and letter where a language is not served. Or write the campaign in that language too.",
    basis: law("45 CFR 92.11 (notice of availability of language assistance)", "45 CFR 92.201"),
    severity: "warning",
    waivable: "compliance",
    absence: true,
    examples: {
      good: [
        {
          title: "English only, with a notice in Spanish",
          edit: ' goal: visit completed within 30 days of the first message\n+languages: [en]\n=\nlibrary/phrases.yaml:\n phrases:\n+  language_notice:\n+    en: "Español: si necesita ayuda en su idioma, llame al {{ clinic.phone }}."',
        },
      ],
      bad: [
        {
          title: "English only, in an organization that serves Spanish",
          edit: " goal: visit completed within 30 days of the first message\n+languages: [en]",
          marks: ["missed-visit"],
        },
        {
          title: "A language that the record of a patient may name",
          edit: "library/fields.yaml:\n       - en\n       - es\n+      - vi",
          marks: ["missed-visit"],
        },
      ],
    },
  },
  function* ({ at, languages, steps }, { workspace: { library, organization } }) {
    const spoken = spokenLanguages(organization, library);
    const unserved = spoken.filter((language) => !languages.includes(language));
    const isLong = steps.some(({ channel }) => channel === "email" || channel === "letter");
    if (unserved.length === 0 || !isLong || library.phrases.has("language_notice")) return;
    yield {
      at,
      message: `this campaign is not in ${choices(unserved.map(languageName))}, and its emails and letters do not say where to get help in it`,
    };
  },
  function* ({ steps }) {
    if (!steps.some(({ channel }) => channel === "email" || channel === "letter")) return;
    yield {
      role: "compliance",
      concern: "copy",
      text: "Does every email and letter go out with your notice of free language help and aids, in the languages most spoken where you are?",
    };
  },
);
