import {
  createToken,
  EmbeddedActionsParser,
  type IParserConfig,
  type IRecognitionException,
  type IToken,
  Lexer,
  type TokenType,
} from "chevrotain";
import type { Engine, Rule } from "./engine.ts";
import { audienceGrammar } from "./grammar.ts";
import type { Surface } from "./surface.ts";
import { endOf, TOKENS } from "./tokens.ts";

/** The grammar on chevrotain, which knows what could have stood where a mistake is. */
export interface AudienceParser {
  /** What could be read, and where reading stopped. The errors name tokens of `numbered`. */
  read(numbered: readonly IToken[]): {
    readonly surface: Surface | undefined;
    readonly errors: readonly IRecognitionException[];
  };
  /** The kinds of token that may follow, in the grammar's order. */
  following(numbered: readonly IToken[]): readonly TokenType[];
}

let parser: AudienceParser | undefined;

/** The one parser, made when the first mistake is met: making it costs more than the rest of a check. */
export function audienceParser(): AudienceParser {
  parser ??= newAudienceParser({ skipValidations: true });
  return parser;
}

/** The tokens under the numbers by which chevrotain tells kinds apart. */
export function numbered(tokens: readonly IToken[]): readonly IToken[] {
  numberKinds();
  return tokens.map((token) => ({ ...token, tokenTypeIdx: token.tokenType.tokenTypeIdx ?? NaN }));
}

function numberKinds(): void {
  for (const kind of TOKENS) {
    if (kind.tokenTypeIdx !== undefined) continue;
    const { name, CATEGORIES = [] } = kind;
    Object.assign(kind, createToken({ name, pattern: Lexer.NA, categories: CATEGORIES }));
  }
}

/** A new parser. The class is made here, so that a program without mistakes never loads chevrotain. */
export function newAudienceParser(options: IParserConfig): AudienceParser {
  class Parser extends EmbeddedActionsParser implements AudienceParser {
    private readonly condition: Rule<Surface | undefined>;

    constructor() {
      super([...TOKENS], { recoveryEnabled: true, maxLookahead: 1, ...options });
      this.condition = audienceGrammar(this.engine());
      this.performSelfAnalysis();
    }

    read(tokens: readonly IToken[]) {
      this.input = [...tokens];
      const surface = this.condition();
      return { surface, errors: this.errors };
    }

    following(tokens: readonly IToken[]): readonly TokenType[] {
      return this.computeContentAssist("condition", [...tokens]).map(({ nextTokenType }) => nextTokenType);
    }

    private engine(): Engine {
      return {
        rule: (name, body) => this.RULE(name, body, { recoveryValueFunc: () => undefined }),
        part: (name, body) => this.RULE(name, body, { resyncEnabled: false }),
        consume: (kind, occurrence = 0) => this.consume(occurrence, kind),
        subrule: (rule, occurrence = 0) => this.subrule(occurrence, rule),
        or: (choices, occurrence = 0) => this.or(occurrence, choices),
        many: (body, occurrence = 0) => this.many(occurrence, body),
        option: (body, occurrence = 0) => this.option(occurrence, body),
        action: (body) => this.ACTION(body),
        nextStart: () => this.LA(1).startOffset,
        lastEnd: () => endOf(this.LA(0)),
      };
    }

    /**
     * After a mistake it goes on behind the next "and" or "or". It never invents or drops a single word on the way, as
     * that would turn one mistake into two.
     */
    protected override canTokenTypeBeInsertedInRecovery(): boolean {
      return false;
    }

    protected override canTokenTypeBeDeletedInRecovery(): boolean {
      return false;
    }
  }
  numberKinds();
  return new Parser();
}
