import type { Span } from "../source/index.ts";
import { frame } from "./frame.ts";
import { paintFor } from "./paint.ts";
import type { Places } from "./report.ts";

/** Columns of a frame on a page; longer lines are clipped around what is underlined. */
const COLUMNS = 96;

/** The lines around a span with the span underlined, as plain text for a page; null where the file was not read. */
export function codeFrame(places: Places, at: Span): string | null {
  const index = places.lines(at.file);
  if (index === undefined) return null;
  return frame(index, at, { columns: COLUMNS, paint: paintFor(false), mark: (text) => text })
    .map((line) => line.replace(/^ {2}/, ""))
    .join("\n");
}
