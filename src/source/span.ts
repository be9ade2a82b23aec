/**
 * A stretch of an original file: offsets in UTF-16 code units, `end` exclusive.
 *
 * Line and column are never stored; `report` computes them once, at the edge.
 */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** The smallest span that covers both. Both must be of the same file. */
export function cover(a: Span, b: Span): Span {
  return { file: a.file, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Reading order within a file, files by path in code-unit order. */
export function compareSpans(a: Span, b: Span): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}
