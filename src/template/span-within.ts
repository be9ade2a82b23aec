import type { Span } from "../source/index.ts";
import type { LitMap } from "./tree.ts";

/** Where a stretch of a literal text is written. The whole text, where its characters cannot be told apart. */
export function spanWithin(
  { text, at, map }: { readonly text: string; readonly at: Span; readonly map?: LitMap },
  start: number,
  end: number,
): Span {
  if (map) return map.span(start, end);
  if (at.end - at.start !== text.length) return at;
  return { file: at.file, start: at.start + start, end: at.start + end };
}
