import { septetsOf } from "./gsm7.ts";
import type { LengthBound, Skeleton } from "./skeleton.ts";

/**
 * Longest renderings of a skeleton, exact for each encoding: the longest text and the text that needs UCS-2 may be
 * different branches. Numbers of -1 say that there is no such rendering.
 */
interface Measure {
  /** Most septets among renderings that are all GSM-7. */
  readonly septets: number;
  /** Most UTF-16 units among the same. */
  readonly units: number;
  /** Most UTF-16 units among renderings with a character outside GSM-7. */
  readonly ucs2: number;
}

const EMPTY: Measure = { septets: 0, units: 0, ucs2: -1 };

/** The longest that any rendering can be; a field counts with its longest value. */
export function lengthOf(skeleton: Skeleton): LengthBound {
  const { septets, units, ucs2 } = measure(skeleton, new Map());
  return { septets, ucs2, longest: Math.max(units, ucs2) };
}

function measure(node: Skeleton, known: Map<Skeleton, Measure>): Measure {
  let found = known.get(node);
  if (!found) {
    found = measureAnew(node, known);
    known.set(node, found);
  }
  return found;
}

function measureAnew(node: Skeleton, known: Map<Skeleton, Measure>): Measure {
  switch (node.kind) {
    case "lit": {
      const { length } = node.text;
      const septets = septetsOf(node.text);
      return septets === undefined
        ? { septets: -1, units: -1, ucs2: length }
        : { septets, units: length, ucs2: -1 };
    }
    case "hole": {
      const { longest, gsm7 } = node;
      if (gsm7) return { septets: longest, units: longest, ucs2: -1 };
      // All of it may be from the extension table, two septets each; or one character may be outside GSM-7.
      return { septets: longest * 2, units: longest, ucs2: longest > 0 ? longest : -1 };
    }
    case "cat":
      return node.parts.map((part) => measure(part, known)).reduce(joined, EMPTY);
    case "alt":
      return node.options
        .map(({ body }) => measure(body, known))
        .reduce(longer, { septets: -1, units: -1, ucs2: -1 });
    case "rep": {
      const { septets, units, ucs2 } = measure(node.body, known);
      const each = Math.max(units, ucs2);
      return {
        septets: times(node.most, Math.max(septets, 0)),
        units: times(node.most, Math.max(units, 0)),
        ucs2: ucs2 < 0 || node.most === 0 ? -1 : times(node.most, each),
      };
    }
    case "mark":
      return measure(node.body, known);
  }
}

/** Both, one after the other. */
function joined(a: Measure, b: Measure): Measure {
  return {
    septets: plus(a.septets, b.septets),
    units: plus(a.units, b.units),
    ucs2: Math.max(plus(a.ucs2, Math.max(b.ucs2, b.units)), plus(a.units, b.ucs2)),
  };
}

/** One or the other. */
function longer(a: Measure, b: Measure): Measure {
  return {
    septets: Math.max(a.septets, b.septets),
    units: Math.max(a.units, b.units),
    ucs2: Math.max(a.ucs2, b.ucs2),
  };
}

function plus(a: number, b: number): number {
  return a < 0 || b < 0 ? -1 : a + b;
}

function times(count: number, length: number): number {
  return length === 0 ? 0 : count * length;
}

/**
 * Most SMS parts that a text of this length takes; Infinity where nothing bounds it.
 *
 * One part holds 160 septets or 70 units; of several, each holds 153 or 67, less one that may stay empty because an
 * escaped character or a surrogate pair is never split.
 *
 * @example smsParts({ septets: 161, ucs2: -1, longest: 161 }) // 2
 */
export function smsParts({ septets, ucs2 }: LengthBound): number {
  return Math.max(parts(septets, 160, 152), parts(ucs2, 70, 66));
}

function parts(length: number, single: number, each: number): number {
  if (length < 0) return 0;
  return length <= single ? 1 : Math.ceil(length / each);
}
