import type { YamlComment } from "../syntax/index.ts";

/**
 * For each comment of a file, where the first words after it stand that are no comment; the length of the text where
 * there are none. From the last comment to the first, so that ten thousand in a row are passed over once.
 */
export function wordsAfter(text: string, comments: readonly YamlComment[]): readonly number[] {
  const after: number[] = [];
  for (let i = comments.length - 1; i >= 0; i--) {
    let at = comments[i]?.span.end ?? text.length;
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
    after[i] = at === comments[i + 1]?.span.start ? (after[i + 1] ?? text.length) : at;
  }
  return after;
}
