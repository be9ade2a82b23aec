import { type Token, Tokenizer, TypeGuards } from "liquidjs";
import { didYouMean } from "../source/index.ts";
import { engine } from "./engine.ts";
import { FILTER_ARITY, isFilterName, refusalOf } from "./filters.ts";
import { LIMITS } from "./limits.ts";
import type { LiquidText } from "./liquid-text.ts";
import { OperandReader } from "./operand-reader.ts";
import { type Range, rethrowUnlessLiquid, withoutQuoted } from "./pieces.ts";
import {
  AND_OR_MIXED,
  COMPARISON_FILTERED,
  FILTER_ARGUMENTS,
  FILTER_REFUSED,
  FILTER_UNKNOWN,
  TOO_LARGE,
} from "./syntax-findings.ts";
import {
  type Clause,
  type Comparison,
  FILTERS,
  type Filter,
  type Operand,
  type TemplateValue,
  type Test,
} from "./tree.ts";

type FilterToken = ReturnType<Tokenizer["readFilters"]>[number];

/** What an expression turned out to be: a value with filters, or a test. */
export type Expression =
  | { readonly kind: "value"; readonly value: TemplateValue }
  | { readonly kind: "test"; readonly test: Test };

/**
 * Reads the expressions of one tag or output with liquidjs' own tokenizer, and refuses what it would drop silently:
 * words behind an expression, a missing operator, an unclosed quote.
 *
 * `undefined` means that a finding has been reported.
 */
export class ExpressionReader {
  readonly operands: OperandReader;
  private readonly tokenizer: Tokenizer;

  /** `inner` is what is read; `whole` is underlined where no smaller part is to blame. */
  constructor(
    private readonly source: LiquidText,
    inner: Range,
    private readonly whole: Range,
  ) {
    this.operands = new OperandReader(source, whole);
    this.tokenizer = new Tokenizer(source.text, engine().options.operators, undefined, [...inner]);
    this.tokenizer.skipBlank();
  }

  get atEnd(): boolean {
    this.tokenizer.skipBlank();
    return this.tokenizer.end();
  }

  /** The rest as one expression. */
  expression(): Expression | undefined {
    const written = this.tokenizer.remaining();
    const token = this.attempt(() => this.tokenizer.readFilteredValue());
    if (!token) return undefined;
    if (!this.atEnd || /\|\s*$/.test(withoutQuoted(written))) return this.operands.unreadable();
    if (token.initial.postfix.length + token.filters.length > LIMITS.words) {
      this.source.report(TOO_LARGE, ...this.whole, `this asks for more than ${LIMITS.words} things at once`);
      return undefined;
    }
    const filters = token.filters.map((filter) => this.filter(filter));
    const expression = this.combine(token.initial.postfix);
    if (!expression || filters.includes(undefined)) return undefined;
    if (expression.kind === "operand") {
      const { operand } = expression;
      if (operand.kind === "emptiness" || operand.kind === "range") return this.operands.refuse(operand);
      return { kind: "value", value: { operand, filters: filters.filter((filter) => filter !== undefined) } };
    }
    const [filter] = token.filters;
    if (filter) {
      const message = `${filter.name} is applied to the answer of the comparison, not to its values`;
      this.source.report(COMPARISON_FILTERED, filter.begin, filter.begin + filter.name.length, message);
      return undefined;
    }
    return { kind: "test", test: expression.test };
  }

  /** One name; empty where there is none. */
  identifier(): string {
    return this.tokenizer.readIdentifier().content;
  }

  /** Whether `sign` comes next; if so, it is passed. */
  takes(sign: string): boolean {
    this.tokenizer.skipBlank();
    if (!this.tokenizer.match(sign)) return false;
    this.tokenizer.advance(sign.length);
    return true;
  }

  /** One value without filters. */
  operand(): Operand | undefined {
    const token = this.attempt(() => this.tokenizer.readValue());
    return token ? this.operands.read(token) : undefined;
  }

  /** `name: value` pairs behind a tag; a name without a value has none. */
  options(): ReadonlyMap<string, Operand | undefined> | undefined {
    const hashes = this.attempt(() => this.tokenizer.readHashes());
    if (!hashes) return undefined;
    if (!this.atEnd) return this.operands.unreadable();
    const options = new Map<string, Operand | undefined>();
    for (const { name, value, end } of hashes) {
      const operand = value && this.operands.read(value);
      const isCut = !value && this.source.text.slice(name.end, end).trim() !== "";
      if ((value && !operand) || options.has(name.content) || isCut)
        return operand ? this.operands.unreadable() : undefined;
      options.set(name.content, operand);
    }
    return options;
  }

  private attempt<T>(read: () => T | undefined): T | undefined {
    try {
      const token = read();
      return token === undefined ? this.operands.unreadable() : token;
    } catch (error) {
      rethrowUnlessLiquid(error);
      return this.operands.unreadable();
    }
  }

  /** Puts operands and operators, which liquidjs has ordered as a calculator reads them, together again. */
  private combine(postfix: readonly Token[]): Part | undefined {
    const mixed = firstMixed(postfix);
    if (mixed) {
      const message = "and and or stand in one test; Liquid groups them to the right";
      this.source.report(AND_OR_MIXED, mixed.begin, mixed.end, message);
      return undefined;
    }
    const parts: Part[] = [];
    for (const token of postfix) {
      if (!TypeGuards.isOperatorToken(token)) {
        const operand = TypeGuards.isValueToken(token)
          ? this.operands.read(token)
          : this.operands.unreadable();
        if (!operand) return undefined;
        parts.push({ kind: "operand", operand });
        continue;
      }
      const right = parts.pop();
      const left = token.operator === "not" ? undefined : parts.pop();
      const part = right && this.apply(token.operator, left, right);
      if (!part) return this.operands.unreadable();
      if (part === "refused") return undefined;
      parts.push(part);
    }
    const [part, ...rest] = parts;
    return part && rest.length === 0 ? part : this.operands.unreadable();
  }

  private apply(operator: string, left: Part | undefined, right: Part): Part | "refused" | undefined {
    if (operator === "not") {
      const test = this.clause(right);
      return test && (test === "refused" ? test : { kind: "test", test: { kind: "not", test } });
    }
    if (!left) return undefined;
    if (operator !== "and" && operator !== "or") {
      if (left.kind !== "operand" || right.kind !== "operand" || !isComparison(operator)) return undefined;
      for (const { operand } of [left, right]) {
        const isOther = left.operand.kind === "emptiness" && right.operand.kind === "emptiness";
        const mayBeEmptiness = (operator === "==" || operator === "!=") && !isOther;
        if (operand.kind === "range" || (operand.kind === "emptiness" && !mayBeEmptiness)) {
          this.operands.refuse(operand);
          return "refused";
        }
      }
      return {
        kind: "test",
        test: { kind: "compare", op: operator, left: left.operand, right: right.operand },
      };
    }
    const first = this.clause(left);
    if (!first || first === "refused") return first;
    if (right.kind === "test" && right.test.kind === operator) {
      return { kind: "test", test: { kind: operator, tests: [first, ...right.test.tests] } };
    }
    const last = this.clause(right);
    if (!last || last === "refused") return last;
    return { kind: "test", test: { kind: operator, tests: [first, last] } };
  }

  private clause(part: Part): Clause | "refused" | undefined {
    if (part.kind === "test") return asClause(part.test);
    const { operand } = part;
    if (operand.kind === "emptiness" || operand.kind === "range") {
      this.operands.refuse(operand);
      return "refused";
    }
    return { kind: "truthy", value: { operand, filters: [] } };
  }

  private filter(token: FilterToken): Filter | undefined {
    const { name, begin } = token;
    const end = begin + name.length;
    if (!isFilterName(name)) {
      if (name in engine().filters) {
        const { why, instead } = refusalOf(name);
        this.source.report(FILTER_REFUSED, begin, end, `the filter ${name} ${why}`, instead);
      } else {
        const message = `Liquid has no filter called "${name}"${didYouMean(name, FILTERS)}`;
        this.source.report(FILTER_UNKNOWN, begin, end, message);
      }
      return undefined;
    }
    const args: Operand[] = [];
    for (const arg of token.args) {
      const operand = Array.isArray(arg) ? undefined : this.operands.read(arg);
      if (Array.isArray(arg)) {
        const message = `the filter ${name} takes no value by name`;
        this.source.report(FILTER_ARGUMENTS, begin, end, message, `Remove "${arg[0]}:".`);
      }
      if (!operand) return undefined;
      if (operand.kind === "emptiness" || operand.kind === "range") return this.operands.refuse(operand);
      args.push(operand);
    }
    const [least, most] = FILTER_ARITY[name];
    if (args.length < least || args.length > most) {
      const takes = least === most ? `${least}` : `${least} or ${most}`;
      const message = `the filter ${name} takes ${takes === "0" ? "no value" : takes === "1" ? "one value" : `${takes} values`}, not ${args.length}`;
      this.source.report(FILTER_ARGUMENTS, begin, end, message);
      return undefined;
    }
    const [limit] = args;
    if (
      name === "truncate" &&
      !(limit?.kind === "literal" && typeof limit.value === "number" && limit.value >= 0)
    ) {
      this.source.report(
        FILTER_ARGUMENTS,
        begin,
        end,
        "truncate needs a whole number",
        "Write truncate: 40.",
      );
      return undefined;
    }
    return { name, args, at: this.source.locate(begin, end) };
  }
}

type Part =
  | { readonly kind: "operand"; readonly operand: Operand }
  | { readonly kind: "test"; readonly test: Test };

const COMPARISONS: readonly string[] = ["==", "!=", "<", ">", "<=", ">=", "contains"] satisfies Comparison[];

function isComparison(operator: string): operator is Comparison {
  return COMPARISONS.includes(operator);
}

function asClause(test: Test): Clause | undefined {
  switch (test.kind) {
    case "truthy":
    case "compare":
      return test;
    case "not": {
      const inner = asClause(test.test);
      return inner && { kind: "not", test: inner };
    }
    default:
      return undefined;
  }
}

/** The first connective that is not the same as the one before it. */
function firstMixed(postfix: readonly Token[]): Token | undefined {
  const connectives = postfix
    .filter(TypeGuards.isOperatorToken)
    .filter(({ operator }) => operator === "and" || operator === "or")
    .sort((a, b) => a.begin - b.begin);
  return connectives.find(({ operator }) => operator !== connectives[0]?.operator);
}
