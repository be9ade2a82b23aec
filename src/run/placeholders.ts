import type { SqlValue, SqlValues } from "../database/index.ts";

/**
 * A list of values as named placeholders, for `IN (…)`.
 *
 * @example listOf("key", ["a", "b"]) // { sql: ":key_0, :key_1", values: { key_0: "a", key_1: "b" } }
 */
export function listOf(
  name: string,
  list: readonly SqlValue[],
): { readonly sql: string; readonly values: SqlValues } {
  const names = list.map((_, index) => `${name}_${index}`);
  return {
    // An empty list matches nothing; `IN ()` is no SQL.
    sql: names.length === 0 ? "NULL" : names.map((each) => `:${each}`).join(", "),
    values: Object.fromEntries(names.map((each, index) => [each, list[index] ?? null])),
  };
}

/** A list in pieces of at most `size`. */
export function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}
