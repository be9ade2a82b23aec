import type { CellValue, Row as ExcelRow } from "exceljs";
import type { Instant } from "../instant.ts";
import { type Read, type Row, readRows } from "./read-table.ts";

/** A workbook is read into memory whole. A day's list of a team takes some kilobytes. */
const MAX_BYTES = 20_000_000;
const MAX_ROWS = 100_000;

/**
 * Events of the first sheet of a workbook, as of a CSV file: the worklist of calls that staff filled in.
 *
 * @param importedAt when no row says when it happened: a worklist does not
 * @throws Error for what is no workbook, or a larger one than anybody fills in
 */
export async function readXlsx(bytes: Uint8Array, importedAt: Instant): Promise<Read> {
  if (bytes.length > MAX_BYTES) throw new Error(`it has more than ${MAX_BYTES / 1_000_000} megabytes`);
  const { default: excel } = await import("exceljs");
  const book = new excel.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = book.worksheets[0];
  if ((sheet?.rowCount ?? 0) > MAX_ROWS) throw new Error(`it has more than ${MAX_ROWS} rows`);
  const names = cellsOf(sheet?.getRow(1)).map((name) => name.trim().toLowerCase());
  // Empty rows between are kept: rows have the numbers that the sheet shows.
  const rows = sheet?.getRows(2, sheet.rowCount - 1) ?? [];
  return readRows(
    rows.map((row): Row => {
      const cells = cellsOf(row);
      return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ""]));
    }),
    importedAt,
  );
}

/** The texts of a row, from its first column. */
function cellsOf(row: Pick<ExcelRow, "values"> | undefined): readonly string[] {
  return Array.isArray(row?.values) ? Array.from(row.values, textOf).slice(1) : [];
}

/** What a cell shows; a day and time as an instant of UTC, which is how a workbook without zones is read. */
function textOf(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("text" in value) return value.text;
  if ("result" in value) return textOf(value.result);
  return "";
}
