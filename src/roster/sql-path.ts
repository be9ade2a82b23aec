import { sqlText } from "../database/index.ts";

/** A path as DuckDB's readers take it: what would be a pattern there stands for itself. */
export function sqlPath(path: string): string {
  return sqlText(path.replaceAll(/[*?[]/g, "[$&]"));
}
