import type { IToken } from "chevrotain";
import { choices, nearest } from "../source/index.ts";
import {
  CONDITION_UNREADABLE,
  FIELD_NEEDS_DOT,
  LOWER_CASE_WORDS,
  VALUE_QUOTES,
  WORDS_NOT_SIGNS,
} from "./findings.ts";
import { type Mistake, mistakeAt, shown } from "./mistake.ts";
import { isConnective, type Stop } from "./stop.ts";
import {
  Close,
  Comma,
  Field,
  isKeyword,
  isOf,
  Keyword,
  Numeral,
  Stray,
  Unclosed,
  Value,
  Word,
} from "./tokens.ts";

/** `visit.status is “missed”` */
export function brokenQuote({ token }: Stop): Mistake | undefined {
  if (token === undefined) return undefined;
  const inStraightQuotes = `"${token.image.replaceAll(/["'‘’“”„«»]/g, "")}"`;
  if (isOf(token.tokenType, Unclosed)) {
    return mistakeAt(token, VALUE_QUOTES, "this quote is never closed", "Close it with a second quote.");
  }
  if (!isOf(token.tokenType, Stray)) return undefined;
  const kind = /[‘’“”„«»]/.test(token.image) ? "curly" : /^'|'$/.test(token.image) ? "single" : undefined;
  if (kind === undefined) return undefined;
  const message = `${shown(token.image)} has ${kind} quotes`;
  return mistakeAt(token, VALUE_QUOTES, message, `Use straight double quotes: ${inStraightQuotes}.`);
}

/** Longer signs first, so that `<=` is not taken for `<`. */
const SIGNS: readonly (readonly [sign: string, words: string])[] = [
  ["!=", "is not"],
  ["<>", "is not"],
  ["<=", "is at most"],
  [">=", "is at least"],
  ["==", "is"],
  ["&&", "and"],
  ["||", "or"],
  ["=", "is"],
  ["<", "is less than"],
  [">", "is more than"],
  ["&", "and"],
  ["|", "or"],
  ["!", "not"],
];

/** `visit.status != missed` */
export function sign({ token, allowed }: Stop): Mistake | undefined {
  if (token === undefined || !isOf(token.tokenType, Stray)) return undefined;
  for (const [written, words] of SIGNS) {
    if (!token.image.includes(written)) continue;
    const message = `the language has words for "${written}"`;
    return mistakeAt(token, WORDS_NOT_SIGNS, message, `Write "${words}" instead of "${written}".`);
  }
  if (!allowed.has(Value)) return undefined;
  const message = `"${shown(token.image)}" is not a bare word`;
  return mistakeAt(token, VALUE_QUOTES, message, `Put it in quotes: "${token.image.replaceAll('"', "")}".`);
}

/** `visit.status IS missed` */
export function keywordInCapitals({ token }: Stop): Mistake | undefined {
  if (token === undefined || !isOf(token.tokenType, Word)) return undefined;
  const word = token.image.toLowerCase();
  if (!isKeyword(word)) return undefined;
  return mistakeAt(
    token,
    LOWER_CASE_WORDS,
    `"${token.image}" is written in lower case here`,
    `Write "${word}".`,
  );
}

/** `result.code is E11.9`, `visit.date is patient.born_on` */
export function valueWithDot({ token, allowed, fields }: Stop): Mistake | undefined {
  if (token?.tokenType !== Field || !allowed.has(Value)) return undefined;
  if (!fields.has(token.image)) {
    const remedy = `Write it in quotes: "${shown(token.image)}".`;
    return mistakeAt(token, VALUE_QUOTES, "a value with a dot needs quotes", remedy);
  }
  const message = `"${token.image}" is a field, and a field cannot be compared with another one`;
  return mistakeAt(token, CONDITION_UNREADABLE, message, "Write a value here.");
}

/** `order.slot is on`, `order.slot is one of to, from` */
export function keywordAsValue({
  token,
  tokens,
  position,
  previous,
  clause,
  type,
  allowed,
}: Stop): Mistake | undefined {
  if (!allowed.has(Value)) return undefined;
  const readAsKeyword =
    endsValue(token) && clause.length === 3 && type?.kind !== "date" ? previous : undefined;
  const isWord = token !== undefined && isKeyword(token.image) && !isConnective(token.tokenType);
  const word = readAsKeyword ?? (isWord && endsValue(tokens[position + 1]) ? token : undefined);
  if (word === undefined || !isKeyword(word.image) || word.tokenType === Keyword.not) return undefined;
  const message = `"${word.image}" is a word of the language`;
  return mistakeAt(word, VALUE_QUOTES, message, `To use it as a value, put it in quotes: "${word.image}".`);
}

/** Whether a value may end before this token, or the end of the text. */
function endsValue(next: IToken | undefined): boolean {
  return next === undefined || [Close, Comma].includes(next.tokenType) || isConnective(next.tokenType);
}

/** `status is missed` */
export function fieldWithoutDot({ token, allowed, fields }: Stop): Mistake | undefined {
  if (token?.tokenType !== Word || !allowed.has(Field)) return undefined;
  const named = [...fields.keys()].filter((path) => path.endsWith(`.${token.image}`)).sort();
  const near = nearest(token.image, fields.keys());
  const guesses = named.length > 0 || near === undefined ? named : [near];
  const message = `"${shown(token.image)}" is not a field: a field is two words with a dot`;
  return mistakeAt(
    token,
    FIELD_NEEDS_DOT,
    message,
    guesses.length > 0 ? `Write ${choices(guesses)}.` : undefined,
  );
}

/** `visit.date was 5-10 days ago` */
export function numberRange({ token, allowed }: Stop): Mistake | undefined {
  const ends = token && allowed.has(Numeral) ? /^(\d+)-(\d+)$/.exec(token.image) : null;
  if (token === undefined || ends === null) return undefined;
  const remedy = `Write ${ends[1]} to ${ends[2]}.`;
  return mistakeAt(token, CONDITION_UNREADABLE, `"${shown(token.image)}" is not a number`, remedy);
}
