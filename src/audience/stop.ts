import { EOF, type IRecognitionException, type IToken, type TokenType } from "chevrotain";
import { nextWords } from "./next-words.ts";
import { Close, Field, Keyword, Open } from "./tokens.ts";
import type { Fields, FieldType } from "./tree.ts";

/** The place at which reading stopped, with what stands around it. */
export interface Stop {
  readonly tokens: readonly IToken[];
  readonly position: number;
  /** The token that does not fit; nothing at the end of the text. */
  readonly token: IToken | undefined;
  readonly previous: IToken | undefined;
  /** From the last field before the stop to the stop itself; empty where no field stands before it. */
  readonly clause: readonly IToken[];
  /** Type of that field, where it is declared. */
  readonly type: FieldType | undefined;
  /** What the grammar accepts here. */
  readonly allowed: ReadonlySet<TokenType>;
  readonly fields: Fields;
}

export function stopOf(error: IRecognitionException, tokens: readonly IToken[], fields: Fields): Stop {
  const position = error.token.tokenType === EOF ? tokens.length : tokens.indexOf(error.token);
  const lastField = tokens.slice(0, position).findLastIndex(({ tokenType }) => tokenType === Field);
  const clause = lastField < 0 ? [] : tokens.slice(lastField, position);
  return {
    tokens,
    position,
    token: tokens[position],
    previous: tokens[position - 1],
    clause,
    type: fields.get(clause[0]?.image ?? "")?.type,
    allowed: nextWords(clause),
    fields,
  };
}

/**
 * Whether a stop only repeats the mistake of the one before it: in "visit.type is one of a and b and c", `c` is the same
 * mistake as `b`.
 */
export function repeats(stop: Stop, before: Stop): boolean {
  return !stop.tokens.slice(before.position, stop.position + 1).some(({ tokenType }) => tokenType === Field);
}

/** Tokens from a position to the next connective between conditions, the next parenthesis or the end. */
export function restOfClause(tokens: readonly IToken[], from: number): readonly IToken[] {
  const rest = tokens.slice(from);
  const end = rest.findIndex(({ tokenType }, offset) => {
    if (tokenType === Open || tokenType === Close) return true;
    const next = rest[offset + 1];
    const starts = next === undefined || [Field, Open, Keyword.not].includes(next.tokenType);
    return isConnective(tokenType) && starts;
  });
  return end < 0 ? rest : rest.slice(0, end);
}

/** Parentheses that are open behind the last of the tokens, the innermost last. */
export function openParentheses(tokens: readonly IToken[]): readonly IToken[] {
  const open: IToken[] = [];
  for (const token of tokens) {
    if (token.tokenType === Open) open.push(token);
    if (token.tokenType === Close) open.pop();
  }
  return open;
}

export function isConnective(kind: TokenType): boolean {
  return kind === Keyword.and || kind === Keyword.or;
}
