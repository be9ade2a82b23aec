import type { IToken, TokenType } from "chevrotain";

/** The tokens are cut by `tokenize` below, so none needs a pattern of its own. */
const kind = (name: string, ...categories: TokenType[]): TokenType => ({ name, CATEGORIES: categories });

/** Whatever may stand where a value is expected. What it is (code, number, date) depends on the field. */
export const Value = kind("value");
export const Word = kind("word", Value);
export const Quoted = kind("quoted", Value);
export const Numeral = kind("number", Value);
/** "days", "week": a unit after a number, a word like any other elsewhere. */
export const UnitWord = kind("unit", Value);
export const Field = kind("field");
export const Comma = kind(",");
export const Open = kind("(");
export const Close = kind(")");
/** A quote that is never closed: always a mistake. */
export const Unclosed = kind("unclosed quote");
/** Signs that the language does not have: always a mistake. */
export const Stray = kind("stray");

/** The words of the language, lower case only. A value that is one of them is written in quotes. */
export const Keyword = {
  and: kind("and"),
  or: kind("or"),
  not: kind("not"),
  is: kind("is"),
  was: kind("was"),
  one: kind("one"),
  none: kind("none"),
  of: kind("of"),
  includes: kind("includes"),
  include: kind("include"),
  does: kind("does"),
  known: kind("known"),
  unknown: kind("unknown"),
  between: kind("between"),
  before: kind("before"),
  after: kind("after"),
  on: kind("on"),
  in: kind("in"),
  more: kind("more"),
  less: kind("less"),
  at: kind("at"),
  than: kind("than"),
  least: kind("least"),
  most: kind("most"),
  ago: kind("ago"),
  to: kind("to"),
};

const KEYWORDS: ReadonlyMap<string, TokenType> = new Map(Object.entries(Keyword));

export const TOKENS: readonly TokenType[] = [
  Value,
  Word,
  Quoted,
  Numeral,
  UnitWord,
  Field,
  Comma,
  Open,
  Close,
  Unclosed,
  Stray,
  ...KEYWORDS.values(),
];

const UNIT = /^(?:day|week|month|year)s?$/;
const NUMERAL = /^-?\d+(?:\.\d+)?$/;
const WORD = /^[\w-]+$/;
const FIELD = /^[A-Za-z_][\w-]*(?:\.[\w-]+)+$/;

/** Cuts a text at white space, quotes, commas and parentheses; every character ends up in a token or between two. */
export function tokenize(text: string): IToken[] {
  const tokens: IToken[] = [];
  for (const { 0: image, index } of text.matchAll(/"[^"]*"?|[(),]|[^\s"(),]+/g)) {
    const tokenType = kindOf(image);
    // Chevrotain numbers the kinds when it is first needed (see parser.ts).
    tokens.push({
      image,
      startOffset: index,
      endOffset: index + image.length - 1,
      tokenType,
      tokenTypeIdx: NaN,
    });
  }
  return tokens;
}

/** Whether a kind of token is of another kind, as a number is a value. */
export function isOf(actual: TokenType, kind: TokenType): boolean {
  return actual === kind || (actual.CATEGORIES ?? []).includes(kind);
}

/** Whether a text means a word of the language, whatever its case. */
export function isKeyword(word: string): boolean {
  return KEYWORDS.has(word);
}

/** Offset behind a token. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

function kindOf(image: string): TokenType {
  const keyword = KEYWORDS.get(image);
  if (keyword !== undefined) return keyword;
  switch (image[0]) {
    case "(":
      return Open;
    case ")":
      return Close;
    case ",":
      return Comma;
    case '"':
      return image.length > 1 && image.endsWith('"') ? Quoted : Unclosed;
  }
  if (UNIT.test(image)) return UnitWord;
  if (NUMERAL.test(image)) return Numeral;
  if (WORD.test(image)) return Word;
  return FIELD.test(image) ? Field : Stray;
}
