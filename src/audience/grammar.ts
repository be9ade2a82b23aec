import type { IToken, TokenType } from "chevrotain";
import type { Engine, Rule } from "./engine.ts";
import type { Comparison, Question, Surface, SurfaceAmount } from "./surface.ts";
import { Close, Comma, Field, Keyword, Numeral, Open, UnitWord, Value } from "./tokens.ts";

/**
 * The grammar of the audience language, for either engine. It accepts "and" and "or" in one group, so that typing can
 * show both readings. One token ahead always decides how to go on.
 */
export function audienceGrammar(read: Engine): Rule<Surface | undefined> {
  const condition = read.rule("condition", (): Surface | undefined => read.subrule(group));

  const group = read.rule("group", (): Surface | undefined => {
    const start = read.nextStart();
    const members = [read.subrule(unary, 1)];
    const connectives: IToken[] = [];
    read.many(() => {
      connectives.push(
        read.or([{ ALT: () => read.consume(Keyword.and) }, { ALT: () => read.consume(Keyword.or) }]),
      );
      members.push(read.subrule(unary, 2));
    });
    return read.action(() =>
      connectives.length === 0
        ? members[0]
        : { kind: "group" as const, members, connectives, start, end: read.lastEnd() },
    );
  });

  const unary: Rule<Surface | undefined> = read.rule("unary", (): Surface | undefined =>
    read.or<Surface | undefined>([
      { ALT: () => read.subrule(negation) },
      {
        ALT: () => {
          const open = read.consume(Open);
          const inner = read.subrule(group);
          read.consume(Close);
          return read.action(() => inner && { ...inner, start: open.startOffset, end: read.lastEnd() });
        },
      },
      { ALT: () => read.subrule(clause) },
    ]),
  );

  const negation = read.rule("negation", (): Surface | undefined => {
    const start = read.nextStart();
    read.consume(Keyword.not);
    const of = read.subrule(unary);
    return read.action(() => ({ kind: "not" as const, of, start, end: read.lastEnd() }));
  });

  const clause = read.rule("clause", (): Surface | undefined => {
    const field = read.consume(Field);
    const asked = read.option(() => read.subrule(question));
    return read.action(() => ({
      kind: "clause" as const,
      field,
      question: asked,
      start: field.startOffset,
      end: read.lastEnd(),
    }));
  });

  const question = read.part(
    "question",
    (): Question =>
      read.or<Question>([
        {
          ALT: () => {
            read.consume(Keyword.is);
            return read.subrule(afterIs);
          },
        },
        {
          ALT: () => {
            read.consume(Keyword.was);
            return read.subrule(afterWas);
          },
        },
        {
          ALT: () => {
            read.consume(Keyword.includes);
            return { kind: "includes", negated: false, value: read.consume(Value, 1) };
          },
        },
        {
          ALT: () => {
            read.consume(Keyword.does);
            read.consume(Keyword.not);
            read.consume(Keyword.include);
            return { kind: "includes", negated: true, value: read.consume(Value, 2) };
          },
        },
      ]),
  );

  const afterIs = read.part(
    "afterIs",
    (): Question =>
      read.or<Question>([
        { ALT: () => ({ kind: "list", negated: false, values: read.subrule(oneOf, 1) }) },
        {
          ALT: () => {
            read.consume(Keyword.none);
            read.consume(Keyword.of);
            return { kind: "list", negated: true, values: read.subrule(values) };
          },
        },
        {
          ALT: () => {
            read.consume(Keyword.not);
            return read.subrule(afterIsNot);
          },
        },
        { ALT: () => ({ kind: "known", negated: read.subrule(blankness) }) },
        {
          ALT: () => {
            read.consume(Keyword.between);
            const low = read.consume(Value, 1);
            read.consume(Keyword.and);
            return { kind: "between", low, high: read.consume(Value, 2) };
          },
        },
        {
          ALT: () => {
            read.consume(Keyword.in);
            return { kind: "in", amount: read.subrule(amount) };
          },
        },
        { ALT: () => read.subrule(day) },
        {
          ALT: () => {
            return { kind: "compare", comparison: read.subrule(comparison), value: read.consume(Value, 3) };
          },
        },
        { ALT: () => ({ kind: "value", negated: false, value: read.consume(Value, 4) }) },
      ]),
  );

  const afterIsNot = read.part(
    "afterIsNot",
    (): Question =>
      read.or<Question>([
        { ALT: () => ({ kind: "list", negated: true, values: read.subrule(oneOf) }) },
        { ALT: () => ({ kind: "known", negated: !read.subrule(blankness) }) },
        { ALT: () => ({ kind: "value", negated: true, value: read.consume(Value) }) },
      ]),
  );

  const afterWas = read.part(
    "afterWas",
    (): Question =>
      read.or<Question>([
        {
          ALT: () => {
            const count = read.subrule(amount);
            read.consume(Keyword.ago);
            return { kind: "ago", amount: count };
          },
        },
        { ALT: () => read.subrule(day) },
      ]),
  );

  const oneOf = read.part("oneOf", (): readonly IToken[] => {
    read.consume(Keyword.one);
    read.consume(Keyword.of);
    return read.subrule(values);
  });

  const values = read.part("values", (): readonly IToken[] => {
    const found = [read.consume(Value, 1)];
    read.many(() => {
      read.consume(Comma);
      found.push(read.consume(Value, 2));
    });
    return found;
  });

  /** True for "unknown". */
  const blankness = read.part("blankness", (): boolean =>
    read.or([{ ALT: () => word(Keyword.known, false) }, { ALT: () => word(Keyword.unknown, true) }]),
  );

  const day = read.part("day", (): Question => {
    const relation = read.or<"before" | "after" | "on">([
      { ALT: () => word(Keyword.before, "before") },
      { ALT: () => word(Keyword.after, "after") },
      { ALT: () => word(Keyword.on, "on") },
    ]);
    return { kind: "day", relation, value: read.consume(Value) };
  });

  const amount = read.part("amount", (): SurfaceAmount => {
    const compared = read.option(() => read.subrule(comparison), 1);
    const count = read.consume(Numeral, 1);
    const to = read.option(
      {
        GATE: () => compared === undefined,
        DEF: () => {
          read.consume(Keyword.to);
          return read.consume(Numeral, 2);
        },
      },
      2,
    );
    return { comparison: compared, count, to, unit: read.consume(UnitWord) };
  });

  const comparison = read.part(
    "comparison",
    (): Comparison =>
      read.or<Comparison>([
        {
          ALT: () => {
            read.consume(Keyword.more);
            return word(Keyword.than, "more than", 1);
          },
        },
        {
          ALT: () => {
            read.consume(Keyword.less);
            return word(Keyword.than, "less than", 2);
          },
        },
        {
          ALT: () => {
            read.consume(Keyword.at);
            return read.or<Comparison>(
              [{ ALT: () => word(Keyword.least, "at least") }, { ALT: () => word(Keyword.most, "at most") }],
              2,
            );
          },
        },
      ]),
  );

  /** Reads one word and returns what it stands for. `occurrence` tells the same word apart within a rule. */
  function word<T>(keyword: TokenType, meaning: T, occurrence = 0): T {
    read.consume(keyword, occurrence);
    return meaning;
  }

  return condition;
}
