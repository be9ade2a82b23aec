import type { Span } from "../source/index.ts";
import { AbstractEvaluation, type State } from "./abstract-evaluation.ts";
import { type AbstractOption, type AbstractValue, known } from "./abstract-value.ts";
import { type FieldFacts, refine } from "./field-facts.ts";
import { allOf, guardWords, isNoneOf, isOneOf, valueName } from "./guard.ts";
import { operandText } from "./operand-text.ts";
import type { Skeleton } from "./skeleton.ts";
import { alt, cat, NOTHING } from "./skeleton-parts.ts";
import type { Clause, Template, TemplateNode, TemplateValue, Test } from "./tree.ts";
import { compare, membersOf, NIL, type Value } from "./value.ts";
import type { Describe } from "./value-shape.ts";

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
  private readonly values: AbstractEvaluation;

  constructor(describe: Describe) {
    this.values = new AbstractEvaluation(describe);
  }

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
        return { skeleton: this.values.print(this.values.value(node.value, state), state, node.at), state };
      case "insert": {
        const { skeleton: body } = this.block(node.body, state);
        return { skeleton: { kind: "mark", what: node.what, id: node.id, body }, state };
      }
      case "assign":
        return {
          skeleton: NOTHING,
          state: this.set(node.name, this.values.value(node.value, state), state, node.at),
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
        const locals = new Map(node.args.map(({ name, value }) => [name, this.values.operand(value, state)]));
        return { skeleton: this.block(node.body, { locals, facts: state.facts }).skeleton, state };
      }
    }
  }

  private set(name: string, value: AbstractValue, state: State, at: Span): State {
    const kept = this.values.bounded(name, value, state, at);
    return { ...state, locals: new Map(state.locals).set(name, kept) };
  }

  private condition(node: TemplateNode & { kind: "if" }, state: State): Rendered {
    const ways: Way[] = [];
    let facts: FieldFacts | undefined = state.facts;
    const asked: Test[] = [];
    for (const { test, body } of node.arms) {
      if (!facts) break;
      const here: State = { ...state, facts };
      const truth: boolean | undefined = this.values.truth(test, here);
      const fields = this.values.fields(here);
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
    const subject = this.values.value(node.subject, state);
    for (const { values, body } of node.arms) {
      if (!facts) break;
      const test = anyOf(node.subject, values, node.at);
      const fields = this.values.fields(state);
      const truth: boolean | undefined = test
        ? this.values.truth(test, { ...state, facts })
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
    const over = this.values.operand(node.over, state);
    if (over.kind === "known") return this.unrolled(node, membersOf(over.value), over.at, state);
    const empty: Way = { when: `${operandText(node.over)} is empty`, ...this.block(node.otherwise, state) };
    if (over.kind === "words" && over.isText) {
      const filled: Way = { when: "", ...this.turns(node, taken(node, [over]), state) };
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
    return this.turns(
      node,
      taken(node, members).map((member) => known(member, at)),
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

/** The members that a loop turns for. A list whose members are all passed over is not empty: its else is not rendered. */
function taken<T>(
  { offset = 0, limit, reversed }: TemplateNode & { kind: "for" },
  members: readonly T[],
): readonly T[] {
  const left = members.slice(offset, limit === undefined ? undefined : offset + limit);
  return reversed ? left.toReversed() : left;
}
