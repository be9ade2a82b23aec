import { type Hit, oneMistakeEach } from "../../lexicon/index.ts";
import type { RuleMeta } from "../../source/index.ts";
import { outletRule, type Rule } from "../rule.ts";
import { nameOf, OF_NAMES, spanOf, within, witnessOf, wordsOf } from "../where.ts";

/**
 * Words that are urgent because they must be, and the sender's name and address: a rule of their own asks what an
 * envelope shows.
 */
const SPOKEN_FOR = ["phrase:urgent_line", "phrase:emergency_line", "sender", "added:postal_address"];

/** A rule that reports wording of one tone, outside the organisation's name and its approved phrases for urgent care. */
export function toneRule(meta: RuleMeta, isMeant: (hit: Hit) => boolean, says: string): Rule {
  return outletRule(meta, function* (facts) {
    if (OF_NAMES.includes(facts.outlet.part)) return;
    for (const hit of oneMistakeEach(facts.hits)) {
      if (!isMeant(hit) || SPOKEN_FOR.some((words) => within(hit, words))) continue;
      const witness = witnessOf(hit.words, facts);
      yield {
        at: spanOf(hit.words, facts.outlet.at),
        message: `"${wordsOf(hit.words)}" in ${nameOf(facts)} ${says}`,
        ...(witness && { witness }),
      };
    }
  });
}
