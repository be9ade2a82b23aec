import type { Span } from "../source/index.ts";
import { filtered } from "./abstract-filter.ts";
import { type AbstractValue, agreed, known, partsUpTo, printedAs, truthOf } from "./abstract-value.ts";
import { type FieldFacts, type FieldReader, type Possible, possibleValues } from "./field-facts.ts";
import { isOneOf } from "./guard.ts";
import { operandText } from "./operand-text.ts";
import type { Skeleton } from "./skeleton.ts";
import { alt, concealed, extentOf, made, NOTHING } from "./skeleton-parts.ts";
import type { Clause, Comparison, Operand, TemplateValue, Test } from "./tree.ts";
import { compare, isEmptiness, NIL, propertyOf } from "./value.ts";
import { type Describe, storedOf, type ValueShape, wordsOf } from "./value-shape.ts";

/** Parts that a name may stand for before its words are given up. */
const WIDEST_VALUE = 500;
/** Values that a field may list before they are given up. */
const MOST_VALUES = 500;

/** What is known between two nodes of a text: what its names stand for, and what the branches around tell of fields. */
export interface State {
  readonly locals: ReadonlyMap<string, AbstractValue>;
  readonly facts: FieldFacts;
}

/** Evaluates values and tests for all patients at once. */
export class AbstractEvaluation {
  private readonly shapes = new Map<string, ValueShape>();

  constructor(private readonly describe: Describe) {}

  value({ operand, filters }: TemplateValue, state: State): AbstractValue {
    let value = this.operand(operand, state);
    for (const { name, args, at } of filters) {
      const values = args.map((arg) => this.operand(arg, state));
      const made = filtered(name, value, values, at, (part) => this.print(part, state, at));
      value = this.bounded(operandText(operand), made, state, at);
    }
    return value;
  }

  operand(operand: Operand, state: State): AbstractValue {
    const { at } = operand;
    switch (operand.kind) {
      case "literal":
        return known(operand.value ?? NIL, at);
      case "emptiness":
        return known("", at);
      case "range": {
        const from = this.operand(operand.from, state);
        const to = this.operand(operand.to, state);
        const members: number[] = [];
        if (from.kind === "known" && to.kind === "known") {
          for (let i = Number(from.value); i <= Number(to.value); i++) members.push(i);
        }
        return known(members, at);
      }
      case "field":
        return operand;
      case "path":
        return this.path(operand, state);
    }
  }

  private path(path: Operand & { kind: "path" }, state: State): AbstractValue {
    let value = state.locals.get(path.root);
    for (const segment of path.segments) {
      if (value?.kind !== "known") return unknown(path);
      const key = "dynamic" in segment ? this.operand(segment.dynamic, state) : undefined;
      if (key && key.kind !== "known") return unknown(path);
      const name = key
        ? key.value
        : "index" in segment
          ? segment.index
          : "name" in segment
            ? segment.name
            : undefined;
      value = known(propertyOf(value.value, name), value.at);
    }
    return value ?? unknown(path);
  }

  print(value: AbstractValue, state: State, at: Span): Skeleton {
    return printedAs(value, (field) => this.field(field, state, at));
  }

  /** A field's values as alternatives, those only that the branches around it leave; or one hole. */
  private field({ path, said }: AbstractValue & { kind: "field" }, { facts }: State, at: Span): Skeleton {
    const { longest, gsm7, values } = this.shape(path, said);
    const hole: Skeleton = { kind: "hole", name: path, longest, gsm7, at };
    if (!values) return hole;
    if (values.length === 0) return { ...hole, longest: Number.POSITIVE_INFINITY };
    if (values.length > MOST_VALUES) return { ...hole, hidesWords: true };
    const possible = facts.get(path);
    const storedByWords = new Map<string, string[]>();
    for (const listed of values) {
      const stored = storedOf(listed);
      const isTold = !said || typeof listed !== "string";
      if (possible && isTold && !possible.has(stored)) continue;
      const words = wordsOf(listed);
      storedByWords.set(words, [...(storedByWords.get(words) ?? []), stored]);
    }
    const options = [...storedByWords].map(([words, stored]) => ({
      when: isOneOf(path, stored),
      body: made(words, at),
    }));
    return options.length === 1 ? (options[0]?.body ?? NOTHING) : alt(options);
  }

  private shape(path: string, said: boolean): ValueShape {
    const key = said ? `say.${path}` : path;
    let shape = this.shapes.get(key);
    if (!shape) {
      shape = this.describe(path, said);
      this.shapes.set(key, shape);
    }
    return shape;
  }

  fields(state: State): FieldReader {
    return {
      pathOf: (operand) => {
        const value = operand.kind === "path" ? this.path(operand, state) : operand;
        return value.kind === "field" && !value.said ? value.path : undefined;
      },
      declared: (path) => {
        const { values } = this.shape(path, false);
        return values && new Set<string | undefined>([...values.map(storedOf), undefined]);
      },
    };
  }

  /** The answer of a test, where it is the same for everybody who comes here. */
  truth(test: Test, state: State): boolean | undefined {
    switch (test.kind) {
      case "not": {
        const truth = this.truth(test.test, state);
        return truth === undefined ? undefined : !truth;
      }
      case "and":
      case "or": {
        const truths = test.tests.map((clause) => this.truth(clause, state));
        const decisive = test.kind === "or";
        return truths.includes(decisive) ? decisive : agreed(truths);
      }
      case "truthy":
        return truthOf(this.value(test.value, state), ({ path }) => {
          const possible = possibleValues(path, state.facts, this.fields(state));
          return possible && (possible.has(undefined) ? (possible.size === 1 ? false : undefined) : true);
        });
      case "compare":
        return this.comparison(test, state);
    }
  }

  private comparison({ op, left, right }: Clause & { kind: "compare" }, state: State): boolean | undefined {
    if (left.kind === "emptiness" || right.kind === "emptiness") {
      const which =
        left.kind === "emptiness" ? left.which : right.kind === "emptiness" ? right.which : "empty";
      const value = this.operand(left.kind === "emptiness" ? right : left, state);
      const isNil = value.kind === "known" && value.value === NIL;
      return value.kind === "known" && !isNil ? isEmptiness(value.value, which) === (op === "==") : undefined;
    }
    const a = this.operand(left, state);
    const b = this.operand(right, state);
    if (a.kind === "known" && b.kind === "known") return compare(op, a.value, b.value);
    return this.fieldComparison(op, a, b, state) ?? this.fieldComparison(op, b, a, state);
  }

  private fieldComparison(
    op: Comparison,
    field: AbstractValue,
    literal: AbstractValue,
    state: State,
  ): boolean | undefined {
    if (field.kind !== "field" || field.said || literal.kind !== "known" || (op !== "==" && op !== "!="))
      return undefined;
    const possible: Possible | undefined = possibleValues(field.path, state.facts, this.fields(state));
    return possible && agreed([...possible].map((value) => compare(op, value, literal.value)));
  }

  /** The value itself, or only its length where it stands for too many words to follow. */
  bounded(name: string, value: AbstractValue, state: State, at: Span): AbstractValue {
    if (partsUpTo(value, WIDEST_VALUE) <= WIDEST_VALUE) return value;
    const whole = this.print(value, state, at);
    const words = concealed(whole, at, { name: `the words set in ${name}`, ...extentOf(whole) });
    return { kind: "words", skeleton: words, isText: false };
  }
}

function unknown(path: Operand & { kind: "path" }): AbstractValue {
  const { at } = path;
  const name = operandText(path);
  const hole: Skeleton = {
    kind: "hole",
    name,
    longest: Number.POSITIVE_INFINITY,
    gsm7: false,
    at,
    hidesWords: true,
  };
  return { kind: "words", skeleton: hole, isText: false };
}
