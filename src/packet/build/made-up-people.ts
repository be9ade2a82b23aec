import {
  boundaryPeople,
  type Condition,
  type Fields,
  type FieldValue,
  fieldsOf,
  type PersonRecord,
} from "../../audience/index.ts";
import { dateOfDay, dayNumber, isDate } from "../../calendar/index.ts";

/** A condition, and whether somebody has to meet it or must surely not. */
interface Gate {
  readonly condition: Condition;
  readonly wanted: boolean;
}

/** What a field may hold in a made-up roster. */
interface Pool {
  /** Values that no condition turns away, and values that one does. */
  readonly passing: readonly FieldValue[];
  readonly other: readonly FieldValue[];
  /** For dates: from somewhat before the first edge to somewhat after the last. */
  readonly days: { readonly first: number; readonly last: number } | undefined;
}

/** How often a value is one that lets the person pass: of eight conditions, one in three people passes all. */
const PASSING = 0.87;
const UNKNOWN_DAY = 0.04;
const MARGIN_DAYS = 7;

/**
 * People who do not exist, with values on both sides of every edge of the conditions. The same people for the same
 * conditions and day: there is no chance in them, only a sequence that looks like it.
 */
export function madeUpPeople(
  count: number,
  gates: readonly Gate[],
  today: string,
  fields: Fields,
): readonly PersonRecord[] {
  const pools = poolsOf(gates, today, fields);
  const next = sequence(0x7ecae);
  return Array.from({ length: count }, () =>
    Object.fromEntries([...pools].map(([path, pool]) => [path, drawn(pool, next)])),
  );
}

function drawn({ passing, other, days }: Pool, next: () => number): FieldValue {
  const [kind, which] = [next(), next()];
  if (days !== undefined) {
    if (kind < UNKNOWN_DAY) return undefined;
    return dateOfDay(days.first + Math.floor(which * (days.last - days.first + 1)));
  }
  const from = other.length === 0 || (passing.length > 0 && kind < PASSING) ? passing : other;
  return from[Math.floor(which * from.length)];
}

function poolsOf(gates: readonly Gate[], today: string, fields: Fields): ReadonlyMap<string, Pool> {
  const found = new Map<string, Map<string, { value: FieldValue; passes: boolean }>>();
  for (const { condition, wanted } of gates) {
    for (const { field, person, truth } of boundaryPeople(condition, today, fields)) {
      const values = found.get(field) ?? new Map<string, { value: FieldValue; passes: boolean }>();
      const value = person[field];
      const key = JSON.stringify(value) ?? "";
      values.set(key, { value, passes: truth === wanted && (values.get(key)?.passes ?? true) });
      found.set(field, values);
    }
  }
  const paths = [...new Set(gates.flatMap(({ condition }) => [...fieldsOf(condition)]))].sort();
  return new Map(paths.map((path) => [path, poolOf([...(found.get(path)?.values() ?? [])])]));
}

function poolOf(all: readonly { readonly value: FieldValue; readonly passes: boolean }[]): Pool {
  const days = all.flatMap(({ value }) =>
    typeof value === "string" && isDate(value) ? [dayNumber(value)] : [],
  );
  return {
    passing: all.filter(({ passes }) => passes).map(({ value }) => value),
    other: all.filter(({ passes }) => !passes).map(({ value }) => value),
    days:
      days.length === 0
        ? undefined
        : { first: Math.min(...days) - MARGIN_DAYS, last: Math.max(...days) + MARGIN_DAYS },
  };
}

/** Numbers from 0 to 1 that follow each other without pattern, the same each time (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
