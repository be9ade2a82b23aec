import type { Facts } from "../../analysis/index.ts";
import type { Campaign, Language } from "../../model/index.ts";
import { sha256 } from "../../plan/index.ts";
import { languageName } from "../../source/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { textsOf } from "./texts-of.ts";

/** Characters of a fingerprint: enough to tell any two wordings of a campaign apart, short enough to copy. */
const LENGTH = 10;

export default rule(
  {
    code: "A108",
    name: "translation-reviewed",
    summary: "A translation that nobody has read since it changed",
    why: "A translation is in step with its source on the day on which somebody who speaks both has read both. One word changed in either, and nobody knows. So a review is stated with a fingerprint of the words that were read, and holds for these words alone; and the role for translation signs for them.",
    remedy:
      "Have the texts read by a qualified translator; then write who, the day and the fingerprint under `translations` in the campaign's `declarations`.",
    basis: law("45 CFR 92.201(c)(3)"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "No statement: the packet asks the role for translation",
          edit: "recare.yaml:\n-  retention: 10 years\n+  retention: 6 years",
        },
      ],
      bad: [
        {
          title: "A review of other words",
          edit: " goal: visit completed within 30 days of the first message\n+declarations:\n+  translations:\n+    es: {by: C. Ibarra, on: 2026-11-12, wording: 0123456789}",
          marks: ["0123456789"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    for (const [language, { by, on, wording, at }] of campaign.declarations.translations) {
      if (!othersOf(campaign).includes(language)) continue;
      const now = fingerprint(campaign, facts, language);
      if (wording?.value === now) continue;
      yield {
        at: wording?.at ?? at,
        message: `the words in ${languageName(language)}, or those that they translate, are not the ones that ${by} read on ${on}`,
        remedy: `Have them read again; then write the day, and \`wording: ${now}\`.`,
      };
    }
  },
  function* (campaign) {
    const [source] = campaign.languages;
    for (const language of othersOf(campaign)) {
      yield {
        role: "translation",
        concern: "copy",
        language,
        text: `Does every text in ${languageName(language)} say what it says in ${languageName(source ?? "")}, and has a qualified person read both?`,
      };
    }
  },
);

/** Languages that are translations: all but the first. */
function othersOf({ languages }: Campaign): readonly Language[] {
  return languages.slice(1);
}

/** Of all words of a campaign in the source and in this language, with what they are. */
function fingerprint(campaign: Campaign, facts: Facts, language: Language): string {
  const [source = ""] = campaign.languages;
  const read = textsOf(campaign, facts).map(({ what, versions }) => [
    what,
    versions.get(source)?.words ?? [],
    versions.get(language)?.words ?? [],
  ]);
  return sha256(JSON.stringify(read))
    .replace(/^sha256:/, "")
    .slice(0, LENGTH);
}
