import { knownLanguage } from "../source/index.ts";
import { decode } from "./decode.ts";

/** A stretch of the text, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Offset of the start of the line at `offset`. */
export function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Offset of the end of the line at `offset`, without its line break. */
export function lineEndOf(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === "\r" ? newline - 1 : newline;
}

/** Offset of the first unit from `offset` on that is no blank. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (text[at] === " " || text[at] === "\t") at++;
  return at;
}

/** The rest of the line from `start`, without trailing blanks and without a comment set off by two spaces. */
export function restOfLine(text: string, start: number): Stretch {
  const line = text.slice(start, lineEndOf(text, start));
  const comment = line.indexOf("  # ");
  const words = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  return { start, end: start + words.length };
}

/** A sentence with more lines than this is not quoted whole. */
const MAX_SENTENCE_LINES = 20;

/** A sentence from `start`: the rest of its line, and the lines below that are indented further than `indent`. */
export function sentenceFrom(text: string, start: number, indent: number): Stretch {
  let { end } = restOfLine(text, start);
  for (let lines = 1; lines < MAX_SENTENCE_LINES; lines++) {
    const next = text.indexOf("\n", end) + 1;
    if (next === 0) break;
    const line = /^( *)(?![#\s])/.exec(text.slice(next, lineEndOf(text, next)));
    if (line === null || (line[1] ?? "").length <= indent) break;
    ({ end } = restOfLine(text, next));
  }
  return { start, end };
}

/** An item of a `{…}` or `[…]` from `start`: up to the next comma, bracket or line end. */
export function itemFrom(text: string, start: number): Stretch {
  const line = text.slice(start, lineEndOf(text, start));
  const stop = line.search(/[,[\]{}]/);
  return { start, end: start + (stop < 0 ? line : line.slice(0, stop)).trimEnd().length };
}

/** The words of a stretch as a reader sees them: line breaks folded, at most `limit` units. */
export function wordsOf(text: string, { start, end }: Stretch, limit = 200): string {
  const source = text.slice(start, Math.min(end, start + 2 * limit));
  const words = decode({ style: "plain", source, block: undefined });
  return words.length > limit ? `${words.slice(0, limit - 1).trimEnd()}…` : words;
}

/** The words of a line as a message shows them: in quotes, unless they have some of their own. */
export function shown(text: string, stretch: Stretch): string {
  const words = wordsOf(text, stretch, 60);
  return words.includes('"') ? words : `"${words}"`;
}

/** The words as YAML in quotes: in double ones where nothing in them needs an escape, else in single ones. */
export function quoted(words: string): string {
  return /["\\]/.test(words) ? `'${words.replaceAll("'", "''")}'` : `"${words}"`;
}

/** What a key's text is called in a sentence: "your English text", or "the text of `label`". */
export function textUnder(key: string): string {
  const language = knownLanguage(key);
  return language === undefined ? `the text of \`${key}\`` : `your ${language} text`;
}
