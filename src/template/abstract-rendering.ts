import type { Span } from "../source/index.ts";
import { filtered } from "./abstract-filter.ts";
import {
  type AbstractOption,
  type AbstractValue,
  agreed,
  known,
  partsUpTo,
  printedAs,
  truthOf,
} from "./abstract-value.ts";
import { type FieldFacts, type FieldReader, type Possible, possibleValues, refine } from "./field-facts.ts";
import { allOf, guardWords, isNoneOf, isOneOf, valueName } from "./guard.ts";
import { operandText } from "./operand-text.ts";
import type { Skeleton } from "./skeleton.ts";
import { alt, cat, concealed, extentOf, made, NOTHING } from "./skeleton-parts.ts";
import type { Clause, Comparison, Operand, Template, TemplateNode, TemplateValue, Test } from "./tree.ts";
import { compare, isEmptiness, membersOf, NIL, propertyOf, type Value } from "./value.ts";
import { type Describe, storedOf, type ValueShape, wordsOf } from "./value-shape.ts";

/** Parts that a name may stand for before its words are given up. */
const WIDEST_VALUE = 500;
/** Values that a field may list before they are given up. */
const MOST_VALUES = 500;
/** Nodes that one text may pass through, loops unrolled, before it is given up. */
const MOST_STEPS = 20_000;

/**
 * All renderings of a linked template at once, in space bounded by the template.
 *
 * Branches become alternatives with their guards, enumerated fields alternatives of their words, other fields holes
 * of their longest length; constants go through the real engine's filters. Branches that the guards around them rule
 * out are left out. Texts built up in names too branched to follow become holes that say so.
 *
 * A field that is printed is taken to be there: a step with a missing one is skipped.
 */
export function skeleton(template: Template, describe: Describe): Skeleton {
  const rendering = new AbstractRendering(describe);
  const { skeleton: whole } = rendering.block(template, { locals: new Map(), facts: new Map() });
  const [first] = template;
  if (!rendering.isExhausted || !first) return whole;
  const { at } = first;
  return {
    kind: "hole",
    name: "this text",
    longest: Number.POSITIVE_INFINITY,
    gsm7: false,
    at,
    hidesWords: true,
  };
}

/** What is known between two nodes. */
interface State {
  readonly locals: ReadonlyMap<string, AbstractValue>;
  readonly facts: FieldFacts;
}

interface Rendered {
  readonly skeleton: Skeleton;
  readonly state: State;
}

/** One way through a branch: its guard, and what it makes. */
interface Way extends Rendered {
  readonly when: string;
}

class AbstractRendering {
  private steps = 0;
  private readonly shapes = new Map<string, ValueShape>();

  constructor(private readonly describe: Describe) {}

  get isExhausted(): boolean {
    return this.steps > MOST_STEPS;
  }

  block(template: Template, before: State): Rendered {
    const parts: Skeleton[] = [];
    let state = before;
    for (const node of template) {
      if (this.isExhausted) break;
      this.steps++;
      const rendered = this.node(node, state);
      parts.push(rendered.skeleton);
      state = rendered.state;
    }
    return { skeleton: cat(parts), state };
  }

  private node(node: TemplateNode, state: State): Rendered {
    switch (node.kind) {
      case "text":
        return {
          skeleton: { kind: "lit", text: node.text, at: node.at, ...(node.map && { map: node.map }) },
          state,
        };
      case "print":
        return { skeleton: this.print(this.value(node.value, state), state, node.at), state };
      case "insert": {
        const { skeleton: body } = this.block(node.body, state);
        return { skeleton: { kind: "mark", what: node.what, id: node.id, body }, state };
      }
      case "assign":
        return {
          skeleton: NOTHING,
          state: this.set(node.name, this.value(node.value, state), state, node.at),
        };
      case "capture": {
        const body = this.block(node.body, state);
        return {
          skeleton: NOTHING,
          state: this.set(node.name, captured(body.skeleton, node.at), body.state, node.at),
        };
      }
      case "if":
        return this.condition(node, state);
      case "case":
        return this.choice(node, state);
      case "for":
        return this.loop(node, state);
      case "render": {
        const locals = new Map(node.args.map(({ name, value }) => [name, this.operand(value, state)]));
        return { skeleton: this.block(node.body, { locals, facts: state.facts }).skeleton, state };
      }
    }
  }

  private set(name: string, value: AbstractValue, state: State, at: Span): State {
    const kept = partsUpTo(value, WIDEST_VALUE) > WIDEST_VALUE ? this.widened(name, value, state, at) : value;
    return { ...state, locals: new Map(state.locals).set(name, kept) };
  }

  /** A name that stands for too many words: its length is kept. */
  private widened(name: string, value: AbstractValue, state: State, at: Span): AbstractValue {
    const whole = this.print(value, state, at);
    const words = concealed(whole, at, { name: `the words set in ${name}`, ...extentOf(whole) });
    return { kind: "words", skeleton: words, isText: false };
  }

  private condition(node: TemplateNode & { kind: "if" }, state: State): Rendered {
    const ways: Way[] = [];
    let facts: FieldFacts | undefined = state.facts;
    const asked: Test[] = [];
    for (const { test, body } of node.arms) {
      if (!facts) break;
      const here: State = { ...state, facts };
      const truth: boolean | undefined = this.truth(test, here);
      const fields = this.fields(here);
      const inside = truth === false ? undefined : refine(test, true, facts, fields);
      if (inside) {
        const when =
          truth === true && ways.length === 0
            ? ""
            : allOf([...this.skipped(asked, test), guardWords(test, true)]);
        ways.push({ when, ...this.block(body, { ...state, facts: inside }) });
      }
      if (truth === undefined) asked.push(test);
      facts = truth === true ? undefined : refine(test, false, facts, fields);
    }
    if (facts) ways.push({ when: otherwiseOf(asked), ...this.block(node.otherwise, { ...state, facts }) });
    return this.joined(ways, state, node.at);
  }

  /** Guards of the branches before one, where they do not go without saying. */
  private skipped(asked: readonly Test[], test: Test): readonly string[] {
    const subject = equalityOf(test)?.name;
    return asked
      .filter((earlier) => subject === undefined || equalityOf(earlier)?.name !== subject)
      .map((earlier) => guardWords(earlier, false));
  }

  private choice(node: TemplateNode & { kind: "case" }, state: State): Rendered {
    const name = valueName(node.subject);
    const ways: Way[] = [];
    let facts: FieldFacts | undefined = state.facts;
    const subject = this.value(node.subject, state);
    for (const { values, body } of node.arms) {
      if (!facts) break;
      const test = anyOf(node.subject, values, node.at);
      const fields = this.fields(state);
      const truth: boolean | undefined = test
        ? this.truth(test, { ...state, facts })
        : matches(subject, values);
      const inside = truth === false ? undefined : test ? refine(test, true, facts, fields) : facts;
      const when = truth === true ? "" : isOneOf(name, values.map(shown));
      if (inside) ways.push({ when, ...this.block(body, { ...state, facts: inside }) });
      facts = truth === true ? undefined : test ? refine(test, false, facts, fields) : facts;
    }
    const all = node.arms.flatMap(({ values }) => values.map(shown));
    const when = all.length === 0 ? "" : isNoneOf(name, all);
    if (facts) ways.push({ when, ...this.block(node.otherwise, { ...state, facts }) });
    return this.joined(ways, state, node.at);
  }

  /** One of several ways; names that they set differently become choices. */
  private joined(ways: readonly Way[], before: State, at: Span): Rendered {
    const [first, ...rest] = ways;
    if (!first) return { skeleton: NOTHING, state: before };
    const { facts } = before;
    if (rest.length === 0) return { skeleton: first.skeleton, state: { locals: first.state.locals, facts } };
    let state: State = { locals: before.locals, facts };
    const names = new Set(ways.flatMap((way) => [...way.state.locals.keys()]));
    for (const name of names) {
      const values = ways.map((way) => way.state.locals.get(name));
      const [one] = values;
      if (one && values.every((value) => value === one)) {
        if (state.locals.get(name) !== one) state = this.set(name, one, state, at);
        continue;
      }
      const options = ways.map(
        ({ when }, i): AbstractOption => ({ when, value: values[i] ?? known(undefined, at) }),
      );
      state = this.set(name, { kind: "choice", options }, state, at);
    }
    return { skeleton: alt(ways.map(({ when, skeleton: body }) => ({ when, body }))), state };
  }

  private loop(node: TemplateNode & { kind: "for" }, state: State): Rendered {
    const over = this.operand(node.over, state);
    if (over.kind === "known") return this.unrolled(node, membersOf(over.value), over.at, state);
    const empty: Way = { when: `${operandText(node.over)} is empty`, ...this.block(node.otherwise, state) };
    if (over.kind === "words" && over.isText) {
      const filled: Way = { when: "", ...this.turns(node, [over], state) };
      return this.joined([filled, empty], state, node.at);
    }
    return this.joined([{ when: "", ...this.repeated(node, state) }, empty], state, node.at);
  }

  private unrolled(
    node: TemplateNode & { kind: "for" },
    members: readonly Value[],
    at: Span,
    state: State,
  ): Rendered {
    if (members.length === 0) return this.block(node.otherwise, state);
    const offset = members.slice(node.offset ?? 0);
    const limited = node.limit === undefined ? offset : offset.slice(0, node.limit);
    const ordered = node.reversed ? limited.toReversed() : limited;
    return this.turns(
      node,
      ordered.map((member) => known(member, at)),
      state,
    );
  }

  private turns(
    node: TemplateNode & { kind: "for" },
    members: readonly AbstractValue[],
    before: State,
  ): Rendered {
    const parts: Skeleton[] = [];
    let state = before;
    for (const [index, member] of members.entries()) {
      const forloop = known(forloopAt(index, members.length), node.at);
      const turn = this.turn(node, member, forloop, state);
      parts.push(turn.skeleton);
      state = turn.state;
    }
    return { skeleton: cat(parts), state };
  }

  /** One turn of a loop, after which the loop's own names mean again what they meant before. */
  private turn(
    node: TemplateNode & { kind: "for" },
    member: AbstractValue,
    forloop: AbstractValue,
    state: State,
  ): Rendered {
    const own = [
      [node.name, member],
      ["forloop", forloop],
    ] as const;
    const { skeleton: body, state: after } = this.block(node.body, {
      ...state,
      locals: new Map([...state.locals, ...own]),
    });
    const locals = new Map(after.locals);
    for (const [name] of own) {
      const outer = state.locals.get(name);
      if (outer) locals.set(name, outer);
      else locals.delete(name);
    }
    return { skeleton: body, state: { locals, facts: state.facts } };
  }

  /** A loop over a list that is only known for each patient: names that it builds up have no bound. */
  private repeated(node: TemplateNode & { kind: "for" }, before: State): Rendered {
    const { at } = node;
    const unbounded = (name: string): Skeleton & { kind: "hole" } => ({
      kind: "hole",
      name,
      longest: Number.POSITIVE_INFINITY,
      gsm7: false,
      at,
    });
    const member: AbstractValue = {
      kind: "words",
      skeleton: unbounded(operandText(node.over)),
      isText: false,
    };
    const forloop: AbstractValue = { kind: "words", skeleton: unbounded("forloop"), isText: false };
    const trial = this.turn(node, member, forloop, before);
    let state = before;
    for (const [name, value] of trial.state.locals) {
      if (before.locals.get(name) === value) continue;
      const words: Skeleton = { ...unbounded(`the words set in ${name}`), hidesWords: true };
      state = this.set(name, { kind: "words", skeleton: words, isText: false }, state, at);
    }
    const turn = this.turn(node, member, forloop, state);
    const most = node.limit ?? Number.POSITIVE_INFINITY;
    return { skeleton: { kind: "rep", body: turn.skeleton, most }, state };
  }

  private value({ operand, filters }: TemplateValue, state: State): AbstractValue {
    let value = this.operand(operand, state);
    for (const { name, args, at } of filters) {
      const values = args.map((arg) => this.operand(arg, state));
      const made = filtered(name, value, values, at, (part) => this.print(part, state, at));
      value =
        partsUpTo(made, WIDEST_VALUE) > WIDEST_VALUE
          ? this.widened(operandText(operand), made, state, at)
          : made;
    }
    return value;
  }

  private operand(operand: Operand, state: State): AbstractValue {
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

  private print(value: AbstractValue, state: State, at: Span): Skeleton {
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

  private fields(state: State): FieldReader {
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
  private truth(test: Test, state: State): boolean | undefined {
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

/** What a capture keeps: always a text. */
function captured(body: Skeleton, at: Span): AbstractValue {
  if (body.kind === "lit") {
    return { kind: "known", value: body.text, at: body.at, ...(body.map && { map: body.map }) };
  }
  if (body.kind === "cat" && body.parts.length === 0) return known("", at);
  return { kind: "words", skeleton: body, isText: true };
}

function shown(value: Value): string {
  return value === null ? "missing" : String(value);
}

/** The subject of a case and its value, where they are told apart by one comparison. */
function anyOf(
  subject: TemplateValue,
  values: readonly (string | number | boolean | null)[],
  at: Span,
): Test | undefined {
  if (subject.filters.length > 0) return undefined;
  const tests = values.map(
    (value): Clause => ({
      kind: "compare",
      op: "==",
      left: subject.operand,
      right: { kind: "literal", value, at },
    }),
  );
  const [only] = tests;
  return tests.length === 1 ? only : { kind: "or", tests };
}

function matches(subject: AbstractValue, values: readonly Value[]): boolean | undefined {
  return subject.kind === "known"
    ? values.some((value) => compare("==", subject.value, value ?? NIL))
    : undefined;
}

/** `name == "value"`, as name and value. */
function equalityOf(test: Test): { readonly name: string; readonly value: string } | undefined {
  if (test.kind !== "compare" || test.op !== "==" || test.right.kind !== "literal") return undefined;
  return { name: valueName({ operand: test.left, filters: [] }), value: shown(test.right.value) };
}

/** The guard of an else: what every test before it did not find. */
function otherwiseOf(asked: readonly Test[]): string {
  const equalities = asked.map(equalityOf);
  const [first] = equalities;
  if (first && equalities.every((equality) => equality?.name === first.name)) {
    return isNoneOf(
      first.name,
      equalities.flatMap((equality) => equality?.value ?? []),
    );
  }
  return allOf(asked.map((test) => guardWords(test, false)));
}

function forloopAt(index: number, length: number): Value {
  return {
    index: index + 1,
    index0: index,
    rindex: length - index,
    rindex0: length - index - 1,
    first: index === 0,
    last: index === length - 1,
    length,
  };
}
