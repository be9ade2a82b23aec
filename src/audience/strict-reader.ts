import type { IToken, TokenType } from "chevrotain";
import type { Choice, Engine, Optional, Rule } from "./engine.ts";
import { audienceGrammar } from "./grammar.ts";
import type { Surface } from "./surface.ts";
import { endOf, isOf } from "./tokens.ts";

/** Thrown at a token that does not fit, and always caught here. One for all: making an error costs a walk of the stack. */
const MISFIT = new Error("this token does not fit");

/** Reads conditions without a mistake, at once and with next to nothing to set up; of any other it only says that it is one. */
class StrictReader implements Engine {
  private tokens: readonly IToken[] = [];
  private position = 0;
  private readonly condition = audienceGrammar(this);

  /** The surface tree; nothing where any token does not fit. */
  read(tokens: readonly IToken[]): Surface | undefined {
    this.tokens = tokens;
    this.position = 0;
    try {
      const surface = this.condition();
      return this.position === tokens.length ? surface : undefined;
    } catch (thrown) {
      if (thrown !== MISFIT) throw thrown;
      return undefined;
    }
  }

  rule<T>(_name: string, body: Rule<T>): Rule<T> {
    return body;
  }

  part<T>(_name: string, body: Rule<T>): Rule<T> {
    return body;
  }

  consume(kind: TokenType): IToken {
    const token = this.tokens[this.position];
    if (token === undefined || !isOf(token.tokenType, kind)) throw MISFIT;
    this.position++;
    return token;
  }

  subrule<T>(rule: Rule<T>): T {
    return rule();
  }

  or<T>(choices: Choice<T>[]): T {
    const before = this.position;
    for (const { ALT } of choices) {
      try {
        return ALT();
      } catch (thrown) {
        this.holdUnread(thrown, before);
      }
    }
    throw MISFIT;
  }

  many(body: () => void): void {
    for (let before = -1; before < this.position; ) {
      before = this.position;
      this.attempt(body);
    }
  }

  option<T>(body: (() => T) | Optional<T>): T | undefined {
    if (typeof body === "function") return this.attempt(body);
    return body.GATE() ? this.attempt(body.DEF) : undefined;
  }

  action<T>(body: () => T): T {
    return body();
  }

  nextStart(): number {
    return this.tokens[this.position]?.startOffset ?? NaN;
  }

  lastEnd(): number {
    const last = this.tokens[this.position - 1];
    return last === undefined ? NaN : endOf(last);
  }

  /** What a body reads, or nothing where its first token already does not fit. */
  private attempt<T>(body: () => T): T | undefined {
    const before = this.position;
    try {
      return body();
    } catch (thrown) {
      this.holdUnread(thrown, before);
      return undefined;
    }
  }

  /** One token ahead decides: a misfit behind the first token is a mistake in the text, not a reason to try another way. */
  private holdUnread(thrown: unknown, before: number): void {
    if (thrown !== MISFIT || this.position !== before) throw thrown;
  }
}

let reader: StrictReader | undefined;

/** A condition without a mistake as its surface tree; nothing where there is a mistake. */
export function readStrictly(tokens: readonly IToken[]): Surface | undefined {
  reader ??= new StrictReader();
  return reader.read(tokens);
}
