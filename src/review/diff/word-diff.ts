import { diffArrays } from "diff";
import type { WordRun } from "./change.ts";

/** A field or a condition of Liquid, a word, a run of white space, or any other character: what a reader sees as one thing. */
const TOKEN = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\s+|[\s\S]/gu;

/** Longer texts are told as a whole: comparing them word by word could take minutes. */
const MOST_TOKENS = 20_000;

/**
 * Two wordings, word by word. Joined, the runs that are not `removed` give the head, those not `added` the base.
 *
 * @example wordDiff("Hi {{ patient.first_name }}.", "Hello {{ patient.first_name }}.")
 */
export function wordDiff(base: string, head: string): readonly WordRun[] {
  const [before, after] = [tokensOf(base), tokensOf(head)];
  if (before.length + after.length > MOST_TOKENS) {
    return [
      { kind: "removed", text: base },
      { kind: "added", text: head },
    ];
  }
  return diffArrays([...before], [...after]).map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}

/** Whether two wordings differ in case, white space and punctuation only: reviewed faster, and signed all the same. */
export function sameLetters(base: string, head: string): boolean {
  const letters = (text: string) =>
    tokensOf(text)
      .filter((token) => /^[\p{L}\p{N}\p{M}{]/u.test(token))
      .map((token) => (token.startsWith("{") ? token : token.toLowerCase()))
      .join(" ");
  return letters(base) === letters(head);
}

function tokensOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}
