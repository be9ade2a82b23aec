/**
 * A text as an SQL literal, for statements that take no placeholders and for what a verified plan or our own lists say.
 * What a roster says is bound, never written into a statement.
 *
 * @example sqlText("it's") // "'it''s'"
 */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
