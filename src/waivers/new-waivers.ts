import type { FindingWaiver, RuleMeta } from "../source/index.ts";

/** What makes two waivers the same, wherever their comments stand. */
export type ComparedWaiver = Pick<FindingWaiver, "place" | "until" | "by" | "reason"> & {
  readonly rule: Pick<RuleMeta, "name">;
};

/**
 * The waivers of one compilation that another one lacks: by rule, structural path, date, person and reason. Moving a
 * comment with its key makes nothing new; a later date or another reason does, since nobody has agreed to that one.
 *
 * @example newWaivers(compile(main).waivers, compile(branch).waivers) // what the branch proposes
 */
export function newWaivers<T extends ComparedWaiver>(
  base: readonly ComparedWaiver[],
  head: readonly T[],
): readonly T[] {
  const known = new Set(base.map(keyOf));
  return head.filter((waiver) => !known.has(keyOf(waiver)));
}

function keyOf({ rule, place, until, by, reason }: ComparedWaiver): string {
  return JSON.stringify([rule.name, place, until, by, reason]);
}
