import { compareText } from "../source/index.ts";
import type { FlowLabel } from "./flow-types.ts";
import { localsOf } from "./locals.ts";
import type { Operand, Template, TemplateNode, TemplateValue, Test } from "./tree.ts";

/** How a label reaches a value: as text that it prints, or by deciding which text that is. */
const PRINTED = 1;
const INFLUENCES = 2;

/** Fields that a value depends on, each with how: the powerset of fields, ordered by inclusion. */
type Labels = ReadonlyMap<string, number>;

const NONE: Labels = new Map();

/** The label of a name that is neither a field nor set by the text: it could be any field. */
const ANY_FIELD = "?";

/**
 * The fields that can reach a reader of this text: printed, or deciding what is printed. Sound: changing any other
 * field changes no rendering.
 *
 * Followed through names, captures, loops, partials and filters with their values. A test influences its own branch,
 * those after it and the else; a loop's list influences how often its body is printed. A name that was not linked is
 * `?`, which stands for every field.
 */
export function flow(template: Template): readonly FlowLabel[] {
  const out = new Sink();
  new Flow(new Set(localsOf(template))).block(template, new Map(), NONE, out);
  return [...out.labels]
    .map(
      ([field, how]): FlowLabel => ({
        field,
        printed: (how & PRINTED) !== 0,
        influences: (how & INFLUENCES) !== 0,
      }),
    )
    .sort((a, b) => compareText(a.field, b.field));
}

/** Collects what is written to the message, or to a capture. */
class Sink {
  readonly labels = new Map<string, number>();

  add(labels: Labels): void {
    for (const [label, how] of labels) this.labels.set(label, (this.labels.get(label) ?? 0) | how);
  }
}

/** Labels of the names that have been set. A name that has not is missing, and depends on nothing. */
type State = ReadonlyMap<string, Labels>;

class Flow {
  /** `own` are the names that this text, or this partial, can set. */
  constructor(private readonly own: ReadonlySet<string>) {}

  /** `path` are the labels that decide whether this block is reached at all. */
  block(template: Template, before: State, path: Labels, out: Sink): State {
    let state = before;
    for (const node of template) state = this.node(node, state, path, out);
    return state;
  }

  private node(node: TemplateNode, state: State, path: Labels, out: Sink): State {
    switch (node.kind) {
      case "text":
        if (node.text !== "") out.add(path);
        return state;
      case "print":
        out.add(union(this.value(node.value, state), path));
        return state;
      case "insert":
        return this.block(node.body, state, path, out);
      case "assign":
        return new Map(state).set(node.name, union(this.value(node.value, state), path));
      case "capture": {
        const captured = new Sink();
        const after = this.block(node.body, state, path, captured);
        return new Map(after).set(node.name, union(captured.labels, path));
      }
      case "if": {
        let reached = path;
        const ends: State[] = [];
        for (const { test, body } of node.arms) {
          reached = union(reached, influencing(this.test(test, state)));
          ends.push(this.block(body, state, reached, out));
        }
        ends.push(this.block(node.otherwise, state, reached, out));
        return joined(ends);
      }
      case "case": {
        const reached = union(path, influencing(this.value(node.subject, state)));
        const bodies = [...node.arms.map(({ body }) => body), node.otherwise];
        return joined(bodies.map((body) => this.block(body, state, reached, out)));
      }
      case "for":
        return this.loop(node, state, path, out);
      case "render": {
        const args = new Map(node.args.map(({ name, value }) => [name, this.operand(value, state)]));
        new Flow(localsOf(node.body, new Set(args.keys()))).block(node.body, args, path, out);
        return state;
      }
    }
  }

  private loop(node: TemplateNode & { kind: "for" }, before: State, path: Labels, out: Sink): State {
    const list = this.operand(node.over, before);
    const reached = union(path, influencing(list));
    const inside = new Flow(new Set([...this.own, node.name, "forloop"]));
    let state = joined([before, this.block(node.otherwise, before, reached, out)]);
    for (;;) {
      const turn = new Map(state).set(node.name, list).set("forloop", influencing(list));
      const after = new Map(inside.block(node.body, turn, reached, out));
      for (const name of [node.name, "forloop"]) {
        const outer = state.get(name);
        if (outer) after.set(name, outer);
        else after.delete(name);
      }
      const next = joined([state, after]);
      if (isSame(next, state)) return state;
      state = next;
    }
  }

  private value({ operand, filters }: TemplateValue, state: State): Labels {
    const args = filters.flatMap((filter) => filter.args.map((arg) => this.operand(arg, state)));
    return union(this.operand(operand, state), ...args);
  }

  private operand(operand: Operand, state: State): Labels {
    switch (operand.kind) {
      case "literal":
      case "emptiness":
        return NONE;
      case "range":
        return union(this.operand(operand.from, state), this.operand(operand.to, state));
      case "field":
        return new Map([[operand.path, PRINTED]]);
      case "path": {
        const keys = operand.segments.map((segment) =>
          "dynamic" in segment ? influencing(this.operand(segment.dynamic, state)) : NONE,
        );
        const root = this.own.has(operand.root) ? state.get(operand.root) : new Map([[ANY_FIELD, PRINTED]]);
        return union(root ?? NONE, ...keys);
      }
    }
  }

  private test(test: Test, state: State): Labels {
    switch (test.kind) {
      case "truthy":
        return this.value(test.value, state);
      case "compare":
        return union(this.operand(test.left, state), this.operand(test.right, state));
      case "not":
        return this.test(test.test, state);
      case "and":
      case "or":
        return union(...test.tests.map((clause) => this.test(clause, state)));
    }
  }
}

function union(...all: readonly Labels[]): Labels {
  const filled = all.filter(({ size }) => size > 0);
  const [only] = filled;
  if (filled.length < 2) return only ?? NONE;
  const sink = new Sink();
  for (const labels of filled) sink.add(labels);
  return sink.labels;
}

function influencing(labels: Labels): Labels {
  return new Map([...labels.keys()].map((label) => [label, INFLUENCES]));
}

/** What holds after one of several ways, whichever it was. */
function joined(states: readonly State[]): State {
  const [first, ...rest] = states;
  if (rest.every((state) => state === first)) return first ?? new Map();
  const names = new Set(states.flatMap((state) => [...state.keys()]));
  return new Map([...names].map((name) => [name, union(...states.map((state) => state.get(name) ?? NONE))]));
}

function isSame(a: State, b: State): boolean {
  if (a.size !== b.size) return false;
  for (const [name, labels] of a) {
    const others = b.get(name);
    if (!others || others.size !== labels.size) return false;
    for (const [label, how] of labels) if (others.get(label) !== how) return false;
  }
  return true;
}
