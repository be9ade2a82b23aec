/** A text as an SQL literal. Only for paths and codes from our own lists: definitions of views take no placeholders. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path as DuckDB's readers take it: what would be a pattern there stands for itself. */
export function sqlPath(path: string): string {
  return sqlText(path.replaceAll(/[*?[]/g, "[$&]"));
}
