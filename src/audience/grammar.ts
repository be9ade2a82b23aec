import { EmbeddedActionsParser, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import type { Comparison, Question, Surface, SurfaceAmount } from "./surface.ts";
import { Close, Comma, endOf, Field, Keyword, Numeral, Open, TOKENS, UnitWord, Value } from "./tokens.ts";

/** A part that could not be read is missing from the surface tree. */
const MISSING = { recoveryValueFunc: () => undefined };

/**
 * The grammar of the audience language. It accepts "and" and "or" in one group, so that typing can show both readings.
 *
 * After a mistake it goes on behind the next "and" or "or". It never invents or drops a single word on the way, as
 * that would turn one mistake into two.
 */
export class AudienceParser extends EmbeddedActionsParser {
  constructor(options: { readonly skipValidations: boolean }) {
    super([...TOKENS], { recoveryEnabled: true, maxLookahead: 1, ...options });
    this.performSelfAnalysis();
  }

  readonly condition = this.RULE("condition", (): Surface | undefined => this.SUBRULE(this.group), MISSING);

  private readonly group = this.RULE(
    "group",
    (): Surface | undefined => {
      const start = this.nextStart();
      const members = [this.SUBRULE1(this.unary)];
      const connectives: IToken[] = [];
      this.MANY(() => {
        connectives.push(
          this.OR([{ ALT: () => this.CONSUME(Keyword.and) }, { ALT: () => this.CONSUME(Keyword.or) }]),
        );
        members.push(this.SUBRULE2(this.unary));
      });
      return this.ACTION(() =>
        connectives.length === 0
          ? members[0]
          : { kind: "group" as const, members, connectives, start, end: this.lastEnd() },
      );
    },
    MISSING,
  );

  private readonly unary: ParserMethod<[], Surface | undefined> = this.RULE(
    "unary",
    (): Surface | undefined =>
      this.OR<Surface | undefined>([
        { ALT: () => this.SUBRULE(this.negation) },
        {
          ALT: () => {
            const open = this.CONSUME(Open);
            const inner = this.SUBRULE(this.group);
            this.CONSUME(Close);
            return this.ACTION(() => inner && { ...inner, start: open.startOffset, end: this.lastEnd() });
          },
        },
        { ALT: () => this.SUBRULE(this.clause) },
      ]),
    MISSING,
  );

  private readonly negation = this.RULE(
    "negation",
    (): Surface | undefined => {
      const start = this.nextStart();
      this.CONSUME(Keyword.not);
      const of = this.SUBRULE(this.unary);
      return this.ACTION(() => ({ kind: "not" as const, of, start, end: this.lastEnd() }));
    },
    MISSING,
  );

  readonly clause = this.RULE(
    "clause",
    (): Surface | undefined => {
      const field = this.CONSUME(Field);
      const question = this.OPTION(() => this.SUBRULE(this.question));
      return this.ACTION(() => ({
        kind: "clause" as const,
        field,
        question,
        start: field.startOffset,
        end: this.lastEnd(),
      }));
    },
    MISSING,
  );

  private readonly question = this.part(
    "question",
    (): Question =>
      this.OR<Question>([
        {
          ALT: () => {
            this.CONSUME(Keyword.is);
            return this.SUBRULE(this.afterIs);
          },
        },
        {
          ALT: () => {
            this.CONSUME(Keyword.was);
            return this.SUBRULE(this.afterWas);
          },
        },
        {
          ALT: () => {
            this.CONSUME(Keyword.includes);
            return { kind: "includes", negated: false, value: this.CONSUME1(Value) };
          },
        },
        {
          ALT: () => {
            this.CONSUME(Keyword.does);
            this.CONSUME(Keyword.not);
            this.CONSUME(Keyword.include);
            return { kind: "includes", negated: true, value: this.CONSUME2(Value) };
          },
        },
      ]),
  );

  private readonly afterIs = this.part(
    "afterIs",
    (): Question =>
      this.OR<Question>([
        { ALT: () => ({ kind: "list", negated: false, values: this.SUBRULE1(this.oneOf) }) },
        {
          ALT: () => {
            this.CONSUME(Keyword.none);
            this.CONSUME(Keyword.of);
            return { kind: "list", negated: true, values: this.SUBRULE(this.values) };
          },
        },
        {
          ALT: () => {
            this.CONSUME(Keyword.not);
            return this.SUBRULE(this.afterIsNot);
          },
        },
        { ALT: () => ({ kind: "known", negated: this.SUBRULE(this.blankness) }) },
        {
          ALT: () => {
            this.CONSUME(Keyword.between);
            const low = this.CONSUME1(Value);
            this.CONSUME(Keyword.and);
            return { kind: "between", low, high: this.CONSUME2(Value) };
          },
        },
        {
          ALT: () => {
            this.CONSUME(Keyword.in);
            return { kind: "in", amount: this.SUBRULE(this.amount) };
          },
        },
        { ALT: () => this.SUBRULE(this.day) },
        {
          ALT: () => {
            const comparison = this.SUBRULE(this.comparison);
            return { kind: "compare", comparison, value: this.CONSUME3(Value) };
          },
        },
        { ALT: () => ({ kind: "value", negated: false, value: this.CONSUME4(Value) }) },
      ]),
  );

  private readonly afterIsNot = this.part(
    "afterIsNot",
    (): Question =>
      this.OR<Question>([
        { ALT: () => ({ kind: "list", negated: true, values: this.SUBRULE(this.oneOf) }) },
        { ALT: () => ({ kind: "known", negated: !this.SUBRULE(this.blankness) }) },
        { ALT: () => ({ kind: "value", negated: true, value: this.CONSUME(Value) }) },
      ]),
  );

  private readonly afterWas = this.part(
    "afterWas",
    (): Question =>
      this.OR<Question>([
        {
          ALT: () => {
            const amount = this.SUBRULE(this.amount);
            this.CONSUME(Keyword.ago);
            return { kind: "ago", amount };
          },
        },
        { ALT: () => this.SUBRULE(this.day) },
      ]),
  );

  private readonly oneOf = this.part("oneOf", (): readonly IToken[] => {
    this.CONSUME(Keyword.one);
    this.CONSUME(Keyword.of);
    return this.SUBRULE(this.values);
  });

  private readonly values = this.part("values", (): readonly IToken[] => {
    const values = [this.CONSUME1(Value)];
    this.MANY(() => {
      this.CONSUME(Comma);
      values.push(this.CONSUME2(Value));
    });
    return values;
  });

  /** True for "unknown". */
  private readonly blankness = this.part("blankness", (): boolean =>
    this.OR([
      { ALT: () => this.word(Keyword.known, false) },
      { ALT: () => this.word(Keyword.unknown, true) },
    ]),
  );

  private readonly day = this.part("day", (): Question => {
    const relation = this.OR<"before" | "after" | "on">([
      { ALT: () => this.word(Keyword.before, "before") },
      { ALT: () => this.word(Keyword.after, "after") },
      { ALT: () => this.word(Keyword.on, "on") },
    ]);
    return { kind: "day", relation, value: this.CONSUME(Value) };
  });

  private readonly amount = this.part("amount", (): SurfaceAmount => {
    const comparison = this.OPTION1(() => this.SUBRULE(this.comparison));
    const count = this.CONSUME1(Numeral);
    const to = this.OPTION2({
      GATE: () => comparison === undefined,
      DEF: () => {
        this.CONSUME(Keyword.to);
        return this.CONSUME2(Numeral);
      },
    });
    return { comparison, count, to, unit: this.CONSUME(UnitWord) };
  });

  private readonly comparison = this.part(
    "comparison",
    (): Comparison =>
      this.OR<Comparison>([
        {
          ALT: () => {
            this.CONSUME(Keyword.more);
            return this.word(Keyword.than, "more than", 1);
          },
        },
        {
          ALT: () => {
            this.CONSUME(Keyword.less);
            return this.word(Keyword.than, "less than", 2);
          },
        },
        {
          ALT: () => {
            this.CONSUME(Keyword.at);
            return this.OR2<Comparison>([
              { ALT: () => this.word(Keyword.least, "at least") },
              { ALT: () => this.word(Keyword.most, "at most") },
            ]);
          },
        },
      ]),
  );

  /** A rule inside a clause. A mistake there ends the clause: half a question must never look like a whole one. */
  private part<T>(name: string, implementation: () => T): ParserMethod<[], T> {
    return this.RULE(name, implementation, { resyncEnabled: false });
  }

  /** Reads one word and returns what it stands for. `occurrence` tells the same word apart within a rule. */
  private word<T>(keyword: TokenType, meaning: T, occurrence = 0): T {
    this.consume(occurrence, keyword);
    return meaning;
  }

  private nextStart(): number {
    return this.LA(1).startOffset;
  }

  private lastEnd(): number {
    return endOf(this.LA(0));
  }

  protected override canTokenTypeBeInsertedInRecovery(): boolean {
    return false;
  }

  protected override canTokenTypeBeDeletedInRecovery(): boolean {
    return false;
  }
}
