import type { Diagnostic } from "../source/index.ts";
import type { Waiver } from "./waiver.ts";

/** A waiver with the one of the same rule around it. Parts of a tree lie inside each other or apart, never across. */
interface Nested {
  readonly waiver: Waiver;
  readonly outer: Nested | undefined;
}

/**
 * Which waiver covers a finding: one of its rule, around its whole place; of several the innermost, and above one part
 * the first.
 */
export class Coverage {
  /** By rule and file, in the order in which what they cover begins. */
  private readonly groups = new Map<string, readonly Nested[]>();

  constructor(waivers: readonly Waiver[]) {
    const groups = new Map<string, Waiver[]>();
    for (const waiver of waivers) {
      const key = `${waiver.rule.code} ${waiver.covers.file}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [waiver]);
      else group.push(waiver);
    }
    for (const [key, group] of groups) this.groups.set(key, nested(group));
  }

  of({ code, at }: Diagnostic): Waiver | undefined {
    const group = this.groups.get(`${code} ${at.file}`) ?? [];
    let low = 0;
    let high = group.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((group[middle]?.waiver.covers.start ?? 0) <= at.start) low = middle + 1;
      else high = middle;
    }
    let here = group[low - 1];
    while (here !== undefined && here.waiver.covers.end < at.end) here = here.outer;
    return here?.waiver;
  }
}

function nested(waivers: readonly Waiver[]): readonly Nested[] {
  const sorted = waivers.toSorted(
    (a, b) => a.covers.start - b.covers.start || b.covers.end - a.covers.end || a.at.start - b.at.start,
  );
  const found: Nested[] = [];
  for (const waiver of sorted) {
    const { start, end } = waiver.covers;
    let outer = found.at(-1);
    // A second one above the same part covers nothing that the first does not.
    if (outer?.waiver.covers.start === start && outer.waiver.covers.end === end) continue;
    while (outer !== undefined && outer.waiver.covers.end < end) outer = outer.outer;
    found.push({ waiver, outer });
  }
  return found;
}
