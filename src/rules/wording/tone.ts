import type { Hit } from "../../lexicon/index.ts";
import type { RuleMeta } from "../../source/index.ts";
import { outletRule, type Rule } from "../rule.ts";
import { nameOf, spanOf, within, witnessOf, wordsOf } from "../where.ts";

/** A rule that reports wording of one tone, outside the organisation's approved phrases for urgent care. */
export function toneRule(meta: RuleMeta, isMeant: (hit: Hit) => boolean, says: string): Rule {
  return outletRule(meta, function* (facts) {
    for (const hit of facts.hits) {
      if (!isMeant(hit) || within(hit, "phrase:urgent_line") || within(hit, "phrase:emergency_line"))
        continue;
      const witness = witnessOf(hit.words, facts);
      yield {
        at: spanOf(hit.words, facts.outlet.at),
        message: `"${wordsOf(hit.words)}" in ${nameOf(facts)} ${says}`,
        ...(witness && { witness }),
      };
    }
  });
}
