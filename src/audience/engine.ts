import type { IToken, TokenType } from "chevrotain";

/** A rule of the grammar, ready to run. */
export type Rule<T> = () => T;

/** One way to go on, chosen by its first token. */
export interface Choice<T> {
  readonly ALT: () => T;
}

/** What may be left out: where `GATE` is false, it is not even looked for. */
export interface Optional<T> {
  readonly GATE: () => boolean;
  readonly DEF: () => T;
}

/**
 * What the grammar is written in. There are two engines: `StrictReader` for texts without a mistake, which are nearly
 * all, and `AudienceParser` on chevrotain, which explains a mistake but takes longer to make than all the rest of a check.
 *
 * `occurrence` tells apart what stands more than once in a rule.
 */
export interface Engine {
  /** After a mistake within it, reading goes on behind the next "and" or "or". */
  rule<T>(name: string, body: () => T | undefined): Rule<T | undefined>;
  /** A rule inside a clause. A mistake there ends the clause: half a question must never look like a whole one. */
  part<T>(name: string, body: () => T): Rule<T>;
  consume(kind: TokenType, occurrence?: number): IToken;
  subrule<T>(rule: Rule<T>, occurrence?: number): T;
  or<T>(choices: Choice<T>[], occurrence?: number): T;
  many(body: () => void, occurrence?: number): void;
  option<T>(body: (() => T) | Optional<T>, occurrence?: number): T | undefined;
  /** What must not run while chevrotain only records the grammar. */
  action<T>(body: () => T): T;
  /** Offset of the next token. */
  nextStart(): number;
  /** Offset behind the token before. */
  lastEnd(): number;
}
