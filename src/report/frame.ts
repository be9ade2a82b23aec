import type { LineIndex, Span } from "../source/index.ts";
import { type Cell, cellsOf } from "./cells.ts";
import type { Paint } from "./paint.ts";

export interface FrameStyle {
  /** Columns of the terminal; longer lines are clipped around what is underlined. */
  readonly columns: number;
  readonly paint: Paint;
  /** Colour of the underline. */
  readonly mark: (text: string) => string;
}

/** Marked lines shown at each end of a span of many lines. */
const SHOWN_AT_EACH_END = 3;
/** UTF-16 units of a line that are looked at around the mark: a line of a megabyte costs no more than this. */
const LOOKED_AT = 2000;
const LEAST_COLUMNS = 24;

/**
 * The lines of a file around a span, with line numbers and the span underlined by `^`.
 *
 *     31 │     text:
 *     32 │       en: Time for your diabetes check.
 *        │                         ^^^^^^^^
 *
 * An empty span is a single `^`. Offsets outside the file are taken as its nearest end.
 */
export function frame(index: LineIndex, span: Span, style: FrameStyle): readonly string[] {
  const { start, end } = trimmed(index.text, span);
  const first = index.at(start).line;
  const last = index.at(Math.max(start, end - 1)).line;
  const before = contextLine(index, first - 1);
  const after = contextLine(index, last + 1);
  const gutter = String(after ?? last).length;
  const columns = Math.max(LEAST_COLUMNS, style.columns - gutter - 5);

  const numbered = (line: number, text: string) =>
    `  ${style.paint.faint(`${String(line).padStart(gutter)} │`)}${text === "" ? "" : ` ${text}`}`;
  const beneath = (marks: string) => `  ${style.paint.faint(`${" ".repeat(gutter)} │`)} ${style.mark(marks)}`;

  const lines: string[] = [];
  if (before !== undefined) lines.push(numbered(before, plainLine(index, before, columns)));
  for (let line = first; line <= last; line++) {
    if (line === first + SHOWN_AT_EACH_END && last - line >= SHOWN_AT_EACH_END) {
      line = last - SHOWN_AT_EACH_END + 1;
      lines.push(`  ${style.paint.faint(`${"⋮".padStart(gutter)} │`)}`);
    }
    const { text, marks } = markedLine(index, line, start, end, columns);
    lines.push(numbered(line, text));
    if (marks !== "") lines.push(beneath(marks));
  }
  if (after !== undefined) lines.push(numbered(after, plainLine(index, after, columns)));
  return lines;
}

/** The span inside the file and without the line ends that a block of text drags behind it. */
function trimmed(text: string, span: Span): { start: number; end: number } {
  const start = Math.min(Math.max(span.start, 0), text.length);
  let end = Math.min(Math.max(span.end, start), text.length);
  while (end > start && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return { start, end };
}

/** A neighbouring line worth showing: one that exists and is not blank. */
function contextLine(index: LineIndex, line: number): number | undefined {
  if (line < 1 || line > index.lineCount) return undefined;
  const { start, end } = index.lineRange(line);
  return index.text.slice(start, Math.min(end, start + LOOKED_AT)).trim() === "" ? undefined : line;
}

function plainLine(index: LineIndex, line: number, columns: number): string {
  const { start, end } = index.lineRange(line);
  return clip(cellsOf(index.text.slice(start, Math.min(end, start + LOOKED_AT))), 0, columns, {
    before: false,
    after: end - start > LOOKED_AT,
  }).text.trimEnd();
}

/** One line with the part of it that lies in `[from, to)` underlined. */
function markedLine(index: LineIndex, line: number, from: number, to: number, columns: number) {
  const range = index.lineRange(line);
  const text = index.text.slice(range.start, range.end);
  let markStart = Math.min(Math.max(from - range.start, 0), text.length);
  const markEnd = Math.min(Math.max(to - range.start, markStart), text.length);
  if (from < range.start) markStart = text.search(/\S|$/);

  const lookFrom = text.length > LOOKED_AT ? Math.max(0, markStart - LOOKED_AT / 4) : 0;
  const lookTo = Math.min(text.length, lookFrom + LOOKED_AT);
  const cells = cellsOf(text.slice(lookFrom, lookTo));
  const covered = (cell: Cell) => lookFrom + cell.start < markEnd && lookFrom + cell.end > markStart;

  const firstMarked = cells.findIndex((cell) => lookFrom + cell.end > markStart);
  const clipped = clip(cells, firstMarked === -1 ? cells.length : firstMarked, columns, {
    before: lookFrom > 0,
    after: lookTo < text.length,
  });
  const isWhole = from < to;
  const marks = isWhole
    ? underline(clipped.cells, covered, clipped.indent)
    : `${" ".repeat(clipped.indent + widthBefore(clipped.cells, markStart - lookFrom))}^`;
  return { text: clipped.text.trimEnd(), marks };
}

function underline(cells: readonly Cell[], covered: (cell: Cell) => boolean, indent: number): string {
  let marks = " ".repeat(indent);
  for (const cell of cells) marks += (covered(cell) ? "^" : " ").repeat(cell.width);
  return marks.trimEnd();
}

function widthBefore(cells: readonly Cell[], offset: number): number {
  let width = 0;
  for (const cell of cells) if (cell.end <= offset) width += cell.width;
  return width;
}

interface Clipped {
  readonly cells: readonly Cell[];
  readonly text: string;
  /** Columns taken by the sign that something was left out before the first cell. */
  readonly indent: number;
}

/** As many cells as fit, around the cell numbered `focus`, with `…` where something was left out. */
function clip(
  cells: readonly Cell[],
  focus: number,
  columns: number,
  cut: { readonly before: boolean; readonly after: boolean },
): Clipped {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  let first = 0;
  if (total > columns) {
    let lead = 0;
    first = focus;
    while (first > 0 && lead < columns / 3) lead += cells[--first]?.width ?? 0;
    if (lead < columns / 3) first = 0;
  }
  const indent = first > 0 || cut.before ? 1 : 0;
  let last = first;
  let width = indent + 1;
  while (last < cells.length && width + (cells[last]?.width ?? 0) <= columns)
    width += cells[last++]?.width ?? 0;
  const shown = total <= columns ? cells : cells.slice(first, last);
  const isCutAfter = cut.after || (total > columns && last < cells.length);
  const text = shown.map((cell) => cell.shown).join("");
  return { cells: shown, text: `${indent ? "…" : ""}${text}${isCutAfter ? "…" : ""}`, indent };
}
