import type { Finding } from "../../source/index.ts";
import { lawFromMemory } from "../basis.ts";
import { rule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";
import { openHits } from "./open-parts.ts";
import { SENSITIVE, sensitiveTopics, topicName } from "./sensitive.ts";
import { usesOf } from "./uses.ts";

export default rule(
  {
    code: "P122",
    name: "sensitive-category-gate",
    summary: "Specially protected care, outside the portal and the verified call",
    why: "HIV and other sexual health, alcohol and drugs, mental health, reproductive and gender care and genetics are protected beyond other care. An email or a letter that names them can cost somebody a home or a job, and in a campaign about them even the type of visit tells it.",
    remedy:
      "Say only that there is a message, or a time for a visit; the rest belongs in the portal or in a verified call.",
    basis: lawFromMemory(
      "N.Y. Pub. Health Law art. 27-F",
      "Cal. Health & Safety Code 120980",
      "Cal. Civ. Code 56 ff. (CMIA)",
      "740 ILCS 110",
      "GINA, 42 USC 2000ff",
    ),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A generic invitation",
          edit: "-campaign: missed-visit\n+campaign: missed-counseling-visit",
        },
      ],
      bad: [
        {
          title: "Named in a letter",
          edit: "         {{ message.purpose }} {{ message.next_step }}\n \n         {{ actions }}\n \n-        You can also call us at {{ clinic.phone }}.\n+        Our HIV clinic is here. You can also call us at {{ clinic.phone }}.",
          marks: ["HIV clinic"],
        },
        {
          title: "The type of visit, in a campaign about mental health",
          edit: "-title: Missed visit\n+title: Missed depression visit\n=\n-    en: Pick a new visit time\n+    en: Pick a new {{ visit.type }} time",
          marks: ["{{ visit.type }}"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const topics = sensitiveTopics(campaign);
    const reported = new Set<string>();
    const once = ({ at }: Finding) => {
      const place = `${at.file} ${at.start}`;
      const isNew = !reported.has(place);
      reported.add(place);
      return isNew;
    };
    for (const outlet of [...facts.outletsOf(campaign), ...facts.answersOf(campaign)]) {
      const { short, template, at } = outlet.outlet;
      for (const { kind, words } of openHits(outlet, campaign, facts)) {
        const isPart2 = kind === "substance" && campaign.declarations.part2?.value === true;
        if (!SENSITIVE.includes(kind) || isPart2) continue;
        const witness = witnessOf(words, outlet);
        const finding: Finding = {
          at: spanOf(words, at),
          message: `"${wordsOf(words)}" in ${nameOf(outlet)} is about ${topicName(kind)}`,
          ...(witness && { witness }),
        };
        if (once(finding)) yield finding;
      }
      if (!short || topics.size === 0) continue;
      for (const { field, declared } of outlet.flows) {
        if (declared?.class !== "scheduling" || field === "patient.language") continue;
        const finding: Finding = {
          at: usesOf(template, field) ?? at,
          message: `${field} tells more in a campaign about ${[...topics].map(topicName).join(" and ")}, and ${nameOf(outlet)} can be read by anybody`,
        };
        if (once(finding)) yield finding;
      }
    }
  },
  function* (campaign) {
    const topics = [...sensitiveTopics(campaign)].map(topicName);
    if (topics.length === 0) return;
    yield {
      role: "privacy",
      concern: "privacy",
      text: `This campaign is about ${topics.join(" and ")}. Do the laws of each patient's state allow these messages on these channels, for minors too?`,
    };
  },
);
