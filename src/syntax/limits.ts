/** Longest text that is read, in UTF-16 units. A campaign is a page; a large library is a few hundred kilobytes. */
export const MAX_TEXT_LENGTH = 1_048_576;

/** Deepest nesting of lists and maps. The language itself needs eight. */
export const MAX_DEPTH = 40;

/** Most entries of one file: list items and key-value pairs together. Empty lines and comments have the same limit. */
export const MAX_ENTRIES = 50_000;

/** Most findings about one file; who mends these sees the rest. */
export const MAX_FINDINGS = 200;

/** 1048576 as a reader sees it: "1,048,576". */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
