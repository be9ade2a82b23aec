import { withoutOverlaps } from "../../lexicon/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";
import { openHits } from "./open-parts.ts";
import { sensitiveTopics } from "./sensitive.ts";

/** A qualified service organization agreement, as people write its number. */
const QSOA = /\bQSOA?\b|qualified service/i;

export default rule(
  {
    code: "P123",
    name: "part2-no-sud-identity",
    summary: "A Part 2 programme that tells whom it treats",
    why: "A programme of 42 CFR Part 2 may not let anybody learn that a person is treated for alcohol or drugs, by a word, a sender or a vendor. That somebody is its patient at all tells it.",
    remedy:
      "Write as the organization at large, without a word about alcohol, drugs or recovery; and only with vendors that signed a qualified service organization agreement.",
    basis: law("42 CFR 2.11 to 2.13", "42 CFR 2.31 and 2.32", "89 FR 12472 (in force since 2026-02-16)"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "Not a Part 2 programme",
          edit: "recare.yaml:\n-  funding: none\n+  funding: none\n+  part2: no",
        },
      ],
      bad: [
        {
          title: "Recovery in a letter, and a vendor without the agreement",
          edit: "recare.yaml:\n-  funding: none\n+  funding: none\n+  part2: yes\n=\ncampaign.yaml:\n         {{ message.purpose }} {{ message.next_step }}\n \n         {{ actions }}\n \n-        You can also call us at {{ clinic.phone }}.\n+        Your recovery program is here. You can also call us at {{ clinic.phone }}.",
          marks: [
            "Your recovery program",
            "name: Maple messaging gateway\n      handles:\n        - sms\n        - email\n      agreement: BAA-2026-014",
          ],
        },
      ],
    },
  },
  function* (campaign, facts) {
    if (campaign.declarations.part2?.value !== true) return;
    for (const outlet of [...facts.outletsOf(campaign), ...facts.answersOf(campaign)]) {
      const found = openHits(outlet, campaign, facts).filter(({ kind }) => kind === "substance");
      for (const { words } of withoutOverlaps(found)) {
        const witness = witnessOf(words, outlet);
        yield {
          at: spanOf(words, outlet.outlet.at),
          message: `"${wordsOf(words)}" in ${nameOf(outlet)} tells that this person is treated for alcohol or drugs`,
          ...(witness && { witness }),
        };
      }
    }
    const used = new Set(campaign.steps.map(({ channel }) => channel));
    for (const { name, handles, agreement, at } of campaign.declarations.vendors) {
      if (!handles.some((channel) => used.has(channel)) || QSOA.test(agreement ?? "")) continue;
      yield {
        at,
        message: `${name} handles messages of a Part 2 programme, and no qualified service organization agreement with it is stated`,
        remedy: "Write both numbers: `agreement: BAA-2026-014, QSOA-2026-003`.",
      };
    }
  },
  function* (campaign) {
    if (campaign.declarations.part2 !== undefined || !sensitiveTopics(campaign).has("substance")) return;
    yield {
      role: "privacy",
      concern: "privacy",
      text: "Is this programme one of 42 CFR Part 2? Nobody has stated it: write `part2: yes` or `part2: no` under `declarations`.",
    };
  },
);
