import { DatabaseProblem, type SqlValue, type SqlValues } from "./database.ts";
import { sqlTokens } from "./tokens.ts";

/** A statement as engines take it: `$1`, `$2` … and their values in order. */
export interface BoundStatement {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/**
 * Turns `:name` into numbered placeholders, each name one number however often it stands. Literals, quoted names and
 * comments are left as they are.
 *
 * @example bind("SELECT ':a' WHERE x = :a OR y = :a", { a: 1 }) // { sql: "SELECT ':a' WHERE x = $1 OR y = $1", values: [1] }
 * @throws DatabaseProblem for a placeholder without a value, and for a value without a placeholder
 */
export function bind(sql: string, values: SqlValues = {}): BoundStatement {
  const numbers = new Map<string, number>();
  const bound: SqlValue[] = [];
  const text = sqlTokens(sql).map((token) => {
    if (token.kind !== "placeholder") return token.text;
    const name = token.text.slice(1);
    const known = numbers.get(name);
    if (known !== undefined) return `$${known}`;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      throw new DatabaseProblem(`The placeholder :${name} has no value.`, `Give a value for "${name}".`);
    }
    bound.push(value);
    numbers.set(name, bound.length);
    return `$${bound.length}`;
  });
  const unused = Object.keys(values).find((name) => !numbers.has(name));
  if (unused !== undefined) {
    throw new DatabaseProblem(
      `The value "${unused}" has no placeholder.`,
      `Write :${unused} in the statement, or leave the value out.`,
    );
  }
  return { sql: text.join(""), values: bound };
}

/** The names of a statement's placeholders. */
export function placeholdersOf(sql: string): ReadonlySet<string> {
  return new Set(sqlTokens(sql).flatMap(({ kind, text }) => (kind === "placeholder" ? [text.slice(1)] : [])));
}

/** A name in double quotes, for tables and columns that come from a list. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
