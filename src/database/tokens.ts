/** The words of an SQL text: enough to find placeholders and names without being misled by literals and comments. */
export type SqlToken = {
  readonly kind: "word" | "quoted name" | "text" | "number" | "placeholder" | "symbol" | "space";
  readonly text: string;
};

/**
 * Longest first. `::` is one symbol, so that a cast is never read as a placeholder; a quote is doubled inside quotes, as in
 * the standard (ISO/IEC 9075-2, 5.2 and 5.3).
 */
const TOKENS: readonly (readonly [SqlToken["kind"], RegExp])[] = [
  ["space", /(?:\s+|--[^\n]*|\/\*[\s\S]*?\*\/)+/y],
  ["text", /'(?:[^']|'')*'/y],
  ["quoted name", /"(?:[^"]|"")*"/y],
  ["placeholder", /:[A-Za-z_][A-Za-z0-9_]*/y],
  ["word", /[A-Za-z_][A-Za-z0-9_]*/y],
  ["number", /\d+(?:\.\d+)?/y],
  ["symbol", /::|<=|>=|<>|\|\||[-+*/%=<>(),.;:!?$[\]{}@#&^~|`\\]/y],
];

/**
 * Splits an SQL text into tokens that, joined, are the text again.
 *
 * @throws Error for a quote that is not closed and for a character outside SQL, with its place
 */
export function sqlTokens(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  // A colon right behind another token of a cast was taken by `::` already: symbols are tried last, casts first.
  while (at < sql.length) {
    const token = sql.startsWith("::", at) ? { kind: "symbol" as const, text: "::" } : tokenAt(sql, at);
    if (token === undefined) {
      throw new Error(`SQL cannot be read from character ${at + 1}: ${sql.slice(at, at + 30)}`);
    }
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(sql: string, at: number): SqlToken | undefined {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = at;
    const text = pattern.exec(sql)?.[0];
    if (text !== undefined) return { kind, text };
  }
  return undefined;
}
