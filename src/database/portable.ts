import { type SqlToken, sqlTokens } from "./tokens.ts";

/**
 * The functions that every engine has and reads alike: DuckDB and PostgreSQL are tested, distributed engines (Spark first)
 * are meant. No arithmetic on days, no time zones, no hash but MD5: what they would say is computed outside and bound.
 */
export const PORTABLE_FUNCTIONS: readonly string[] = [
  "CAST",
  "COALESCE",
  "COUNT",
  "DENSE_RANK",
  "EXISTS",
  "LENGTH",
  "LOWER",
  "MAX",
  "MD5",
  "MIN",
  "NULLIF",
  "ROW_NUMBER",
  "SUBSTR",
  "SUM",
];

/** Words that may stand before a parenthesis and call nothing. */
const BEFORE_PARENTHESES = new Set(
  "ALL AND AS BY CASE DECIMAL DISTINCT ELSE FILTER FROM IN INTO JOIN KEY NOT ON OR OVER SELECT THEN UNION VALUES VARCHAR WHEN WHERE".split(
    " ",
  ),
);

/** Words behind which a name with its columns stands: `INSERT INTO name (…)`. */
const BEFORE_NAMES = new Set(["EXISTS", "INTO", "TABLE"]);

/** Words that only some engines know; each has a longer form that all know. */
const DIALECT = new Set(
  "ASOF EXCLUDE EXTRACT FILTER GLOB ILIKE INTERVAL LATERAL OVERLAPS PIVOT QUALIFY RETURNING SAMPLE SIMILAR TABLESAMPLE UNNEST ZONE".split(
    " ",
  ),
);

const SYMBOLS = new Set(["<=", ">=", "<>", "||", "-", "+", "*", "=", "<", ">", "(", ")", ",", ".", ";"]);

/**
 * What of a text some engine may not read, or read otherwise; each once and in order. Empty for a portable text.
 *
 * @example unportable("SELECT ts + INTERVAL 1 DAY, list_sort(x)::TEXT") // ["INTERVAL", "list_sort(…)", "::"]
 */
export function unportable(sql: string): readonly string[] {
  const tokens = sqlTokens(sql).filter(({ kind }) => kind !== "space");
  return [...new Set(tokens.flatMap((token, at) => complaint(token, tokens[at + 1], tokens[at - 1])))];
}

function complaint(token: SqlToken, next: SqlToken | undefined, before: SqlToken | undefined): string[] {
  if (token.kind === "symbol") return SYMBOLS.has(token.text) ? [] : [token.text];
  if (token.kind !== "word") return [];
  const word = token.text.toUpperCase();
  if (DIALECT.has(word)) return [token.text];
  if (word === "ON" && before?.text.toUpperCase() === "DISTINCT") return ["DISTINCT ON"];
  const mayCall = next?.text === "(" && !BEFORE_PARENTHESES.has(word);
  const isName = BEFORE_NAMES.has(before?.text.toUpperCase() ?? "");
  return mayCall && !isName && !PORTABLE_FUNCTIONS.includes(word) ? [`${token.text}(…)`] : [];
}
