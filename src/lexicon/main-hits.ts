import { type Category, type Kind, rankOf } from "./kinds.ts";

/** What hits of a text and of a lattice have in common. */
interface Statement {
  readonly category: Category;
  readonly kind: Kind;
}

/**
 * Claims and offers, of those that share words the one that says most: the longest, then the most telling kind. "Covered at 100%" is one
 * statement, not a promise and one about coverage. Hits of other categories are left out.
 */
export function mainStatements<T extends Statement>(
  hits: readonly T[],
  length: (hit: T) => number,
  share: (a: T, b: T) => boolean,
): readonly T[] {
  const kept: T[] = [];
  const statements = hits.filter(({ category }) => category === "claim" || category === "inducement");
  for (const hit of statements.toSorted((a, b) => length(b) - length(a) || rankOf(a.kind) - rankOf(b.kind))) {
    if (!kept.some((longer) => share(longer, hit))) kept.push(hit);
  }
  return hits.filter((hit) => kept.includes(hit));
}
