import { distance } from "fastest-levenshtein";
import { compareText } from "./diagnostic.ts";

/**
 * The known word nearest to what was written, or nothing where none is near enough to be worth suggesting.
 *
 * @example nearest("audiance", ["audience", "message"]) // "audience"
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  // A third of the letters may differ, and never more than a slip or two: a long word is not near to everything.
  const limit = Math.min(4, Math.max(1, Math.floor(written.length / 3)));
  const fold = (word: string) => word.toLowerCase().replaceAll(/[-_. ]/g, "");
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const word of [...known].sort(compareText)) {
    const d = fold(word) === fold(written) ? 0 : distance(written.slice(0, 80), word);
    if (d < bestDistance) {
      best = word;
      bestDistance = d;
    }
  }
  return best;
}

/** `; did you mean "audience"?`, or nothing. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const word = nearest(written, known);
  return word === undefined ? "" : `; did you mean "${word}"?`;
}

/** "an action", "a team": a noun with its article. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** "a, b or c": a list of choices as a person writes it, at most `limit` of them. */
export function choices(words: readonly string[], limit = 12): string {
  const shown = words.slice(0, limit);
  if (words.length > limit) return `${shown.join(", ")} and ${words.length - limit} more`;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}
