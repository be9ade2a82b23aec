/**
 * A mistake put right in a copy of the text, by as many units as it replaces, so that every offset stays true.
 *
 * A trap in YAML derails what follows it. It is reported, mended in the copy, and the copy is read again: so one
 * mistake makes one finding, hides no other, and the tree has the words that the author meant. The copy decides
 * only the structure; words are always taken from the original.
 */
export interface Mend {
  readonly at: number;
  readonly replacement: string;
}

/** A unit that YAML reads as part of a word wherever it stands. */
export const WORD_UNIT = "x";

/** The text with every mend made. */
export function mended(text: string, mends: readonly Mend[]): string {
  let result = "";
  let from = 0;
  for (const { at, replacement } of [...mends].sort((a, b) => a.at - b.at)) {
    if (at < from) continue;
    result += text.slice(from, at) + replacement;
    from = at + replacement.length;
  }
  return result + text.slice(from);
}
