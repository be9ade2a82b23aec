import { ANY_NUMBER, MOST_WORDS, termWordsOf } from "./term.ts";

/** More phrases than this from one pattern is a pattern that should be two. */
const MOST_PHRASES = 4000;

/**
 * The phrases that a pattern stands for. `(a|b)` is one of several, `[x]` may be left out, `{n}` is any number (in the table: 0);
 * these nest. `|` outside brackets separates patterns, so a whole list may be given. `<name>` is any word of a class, `*` any word at all;
 * both stay in the phrase.
 *
 * @example phrases("you [have] (missed|ignored) | shame")
 *   // ["you have missed", "you have ignored", "you missed", "you ignored", "shame"]
 * @throws Error on brackets that do not match, on a phrase of more than eight words, on more than 4,000 phrases, on a phrase that is any
 *   number, on one that begins or ends with any word
 */
export function phrases(pattern: string): readonly string[] {
  const reader: PatternReader = { pattern, at: 0 };
  const all = alternatives(reader);
  if (reader.at < pattern.length) throw new Error(`"${pattern}" has a bracket too many at ${reader.at}`);
  const tidy = new Set(
    all.map((phrase) => phrase.replace(/\s+/g, " ").trim()).filter((phrase) => phrase !== ""),
  );
  for (const phrase of tidy) {
    if (phrase === ANY_NUMBER) throw new Error(`"${pattern}" would match every number`);
    const words = termWordsOf(phrase);
    if (words.length > MOST_WORDS) throw new Error(`"${phrase}" has more than ${MOST_WORDS} words`);
    if (words[0]?.stands === "any" || words.at(-1)?.stands === "any")
      throw new Error(`"${phrase}" begins or ends with any word`);
  }
  return [...tidy];
}

interface PatternReader {
  readonly pattern: string;
  at: number;
}

function alternatives(reader: PatternReader): readonly string[] {
  const found = [...sequence(reader)];
  while (reader.pattern[reader.at] === "|") {
    reader.at++;
    found.push(...sequence(reader));
  }
  if (found.length > MOST_PHRASES)
    throw new Error(`"${reader.pattern}" stands for more than ${MOST_PHRASES} phrases`);
  return found;
}

function sequence(reader: PatternReader): readonly string[] {
  let found: readonly string[] = [""];
  for (let next = part(reader); next !== undefined; next = part(reader)) {
    const added = next;
    if (found.length * added.length > MOST_PHRASES)
      throw new Error(`"${reader.pattern}" stands for too many phrases`);
    found = found.flatMap((begun) => added.map((end) => begun + end));
  }
  return found;
}

/** The next piece of a sequence and what it may be; undefined at a `|`, a closing bracket or the end. */
function part(reader: PatternReader): readonly string[] | undefined {
  const { pattern } = reader;
  const sign = pattern[reader.at];
  if (sign === undefined || sign === "|" || sign === ")" || sign === "]") return undefined;
  if (sign === "(" || sign === "[") {
    reader.at++;
    const inner = alternatives(reader);
    if (pattern[reader.at] !== (sign === "(" ? ")" : "]"))
      throw new Error(`"${pattern}" has an open ${sign}`);
    reader.at++;
    return sign === "(" ? inner : [...inner, ""];
  }
  const end = pattern.slice(reader.at).search(/[[\](|)]/);
  const text = end < 0 ? pattern.slice(reader.at) : pattern.slice(reader.at, reader.at + end);
  reader.at += text.length;
  return [text.replaceAll("{n}", ANY_NUMBER)];
}
