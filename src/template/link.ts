import {
  compareDiagnostics,
  type Diagnostic,
  diagnose,
  didYouMean,
  type Outcome,
  type RuleMeta,
  type Span,
} from "../source/index.ts";
import { LIMITS } from "./limits.ts";
import { localsOf } from "./locals.ts";
import {
  ASSIGN_REFUSED,
  CLOSED_NAME_SET,
  DEFAULT_REFUSED,
  FORLOOP_WHOLE,
  INSERT_MISPLACED,
  LOOP_OVER_CLOSED,
  NAME_NOT_WHOLE,
  NAME_REFUSED,
  NAME_UNKNOWN,
  SAID_COMPARED,
  VALUE_IMPOSSIBLE,
} from "./name-findings.ts";
import { operandText } from "./operand-text.ts";
import type { Binding, LinkOptions, Scope } from "./scope.ts";
import { TOO_LARGE } from "./syntax-findings.ts";
import type { Clause, Filter, Operand, Template, TemplateNode, TemplateValue, Test } from "./tree.ts";

/**
 * Replaces the free names of a text by fields and inserts. Names that the text sets itself stay as they are.
 *
 * The value is the linked tree; a name that was refused stays in it as a path, which every analysis treats as the
 * worst case.
 */
export function link(template: Template, scope: Scope, options: LinkOptions): Outcome<Template> {
  const linker = new Linker(scope, options);
  const value = linker.block(template, new Locals());
  return { value, diagnostics: linker.diagnostics.sort(compareDiagnostics) };
}

type Path = Operand & { readonly kind: "path" };
type FieldBinding = Binding & { readonly kind: "field" };
/** Where an operand stands: printed as words, asked about, or run over by a loop. */
type Place = "words" | "test" | "loop";

/** The names that a text has set so far, and those of them that hold words for patients. */
class Locals {
  constructor(
    readonly names: ReadonlySet<string> = new Set(),
    readonly said: ReadonlySet<string> = new Set(),
  ) {}

  with(names: Iterable<string>): Locals {
    return new Locals(new Set([...this.names, ...names]), this.said);
  }

  holding(name: string, isSaid: boolean): Locals {
    const said = new Set(this.said);
    if (isSaid) said.add(name);
    return new Locals(new Set([...this.names, name]), said);
  }
}

class Linker {
  readonly diagnostics: Diagnostic[] = [];
  private nodes = 0;
  private readonly bound = new Map<Operand, FieldBinding>();

  constructor(
    private readonly scope: Scope,
    private readonly options: LinkOptions,
  ) {}

  block(template: Template, locals: Locals): Template {
    return this.sequence(template, locals).nodes;
  }

  /** Nodes in order; what a node sets, the next ones know. */
  private sequence(template: Template, before: Locals): { nodes: Template; after: Locals } {
    const nodes: TemplateNode[] = [];
    let locals = before;
    for (const node of template) {
      const linked = this.node(node, locals);
      nodes.push(linked);
      locals = this.after(linked, locals);
    }
    return { nodes, after: locals };
  }

  /** What is known after a node: everything that it may have set. */
  private after(node: TemplateNode, locals: Locals): Locals {
    switch (node.kind) {
      case "assign": {
        const { operand, filters } = node.value;
        const isAlias =
          operand.kind === "path" && operand.segments.length === 0 && locals.said.has(operand.root);
        const isSaid = filters.length === 0 && (isAlias || (operand.kind === "field" && operand.said));
        return locals.holding(node.name, isSaid);
      }
      case "capture":
      case "if":
      case "case":
      case "for":
        return locals.with(localsOf([node]));
      default:
        return locals;
    }
  }

  private node(node: TemplateNode, locals: Locals): TemplateNode {
    this.count(node);
    switch (node.kind) {
      case "text":
      case "insert":
        return node;
      case "print":
        return this.print(node, locals);
      case "assign":
        this.checkSet(node.name, node.at);
        return { ...node, value: this.value(node.value, locals, "words") };
      case "capture":
        this.checkSet(node.name, node.at);
        return { ...node, body: this.block(node.body, locals) };
      case "if":
        return {
          ...node,
          arms: node.arms.map(({ test, body }) => ({
            test: this.test(test, locals),
            body: this.block(body, locals),
          })),
          otherwise: this.block(node.otherwise, locals),
        };
      case "case":
        return this.choice(node, locals);
      case "for":
        return this.loop(node, locals);
      case "render": {
        const args = node.args.map(({ name, value }) => ({
          name,
          value: this.operand(value, locals, "words"),
        }));
        for (const { name } of args) this.checkName(name, node.at);
        return {
          ...node,
          args,
          body: this.block(node.body, new Locals(new Set(args.map(({ name }) => name)))),
        };
      }
    }
  }

  private count(node: TemplateNode): void {
    const before = this.nodes;
    this.nodes += node.kind === "insert" ? sizeOf(node.body) : 1;
    if (before > LIMITS.nodes || this.nodes <= LIMITS.nodes) return;
    const message = `this text has more than ${LIMITS.nodes / 1000},000 parts, the words that it inserts counted`;
    this.report(TOO_LARGE, node.at, message);
  }

  private print(node: TemplateNode & { kind: "print" }, locals: Locals): TemplateNode {
    const { operand, filters } = node.value;
    if (operand.kind === "path" && filters.length === 0 && this.scope.roots.has(operand.root)) {
      const binding = this.bind(operand);
      if (binding?.kind === "insert") {
        const { what, id, body } = binding;
        const insert: TemplateNode = { kind: "insert", what, id, body, at: node.at };
        this.count(insert);
        return insert;
      }
      return { ...node, value: { operand: this.asOperand(operand, binding, "words"), filters } };
    }
    return { ...node, value: this.value(node.value, locals, "words") };
  }

  private choice(node: TemplateNode & { kind: "case" }, locals: Locals): TemplateNode {
    const subject = this.value(node.subject, locals, "test");
    this.checkSaid(subject.operand, locals);
    for (const { values, valuesAt } of node.arms) {
      for (const [index, value] of values.entries()) {
        const at = valuesAt[index];
        if (subject.filters.length === 0 && at)
          this.checkValue(subject.operand, { kind: "literal", value, at });
      }
    }
    return {
      ...node,
      subject,
      arms: node.arms.map((arm) => ({ ...arm, body: this.block(arm.body, locals) })),
      otherwise: this.block(node.otherwise, locals),
    };
  }

  private loop(node: TemplateNode & { kind: "for" }, locals: Locals): TemplateNode {
    this.checkName(node.name, node.at);
    const inside = locals.with([node.name, "forloop", ...localsOf(node.body)]);
    return {
      ...node,
      over: this.operand(node.over, locals, "loop"),
      body: this.block(node.body, inside),
      otherwise: this.block(node.otherwise, locals),
    };
  }

  private checkSet(name: string, at: Span): void {
    if (!this.options.allowAssign) {
      const message = `"${name}" is set in a text that stands inside other texts`;
      this.report(ASSIGN_REFUSED, at, message);
    } else {
      this.checkName(name, at);
    }
  }

  private checkName(name: string, at: Span): void {
    if (!this.scope.roots.has(name)) return;
    this.report(CLOSED_NAME_SET, at, `"${name}" is a shared name, and cannot mean something else here`);
  }

  private value({ operand, filters }: TemplateValue, locals: Locals, place: Place): TemplateValue {
    const linked = this.operand(operand, locals, place);
    return { operand: linked, filters: filters.map((filter) => this.filter(filter, linked, locals)) };
  }

  private filter(filter: Filter, input: Operand, locals: Locals): Filter {
    if (filter.name === "default" && input.kind === "field" && !this.options.allowDefault) {
      this.report(DEFAULT_REFUSED, filter.at, `${input.path} is replaced by other words where it is missing`);
    }
    return { ...filter, args: filter.args.map((arg) => this.operand(arg, locals, "words")) };
  }

  private test(test: Test, locals: Locals): Test {
    switch (test.kind) {
      case "and":
      case "or":
        return { kind: test.kind, tests: test.tests.map((clause) => this.clause(clause, locals)) };
      case "not":
        return { kind: "not", test: this.test(test.test, locals) };
      default:
        return this.clause(test, locals);
    }
  }

  private clause(clause: Clause, locals: Locals): Clause {
    switch (clause.kind) {
      case "not":
        return { kind: "not", test: this.clause(clause.test, locals) };
      case "truthy":
        return this.truth(this.value(clause.value, locals, "test"));
      case "compare": {
        const left = this.operand(clause.left, locals, "test");
        const right = this.operand(clause.right, locals, "test");
        for (const [subject, other] of [
          [left, right],
          [right, left],
        ] as const) {
          if (other.kind === "literal") this.checkSaid(subject, locals);
          if (other.kind === "literal" && (clause.op === "==" || clause.op === "!="))
            this.checkValue(subject, other);
        }
        return { ...clause, left, right };
      }
    }
  }

  /** Liquid counts every text as true, "no" too: a yes/no fact by itself asks whether it is "yes". */
  private truth(value: TemplateValue): Clause {
    const { operand, filters } = value;
    const values = this.bound.get(operand)?.values;
    const isYesNo = values?.length === 2 && values.includes("yes") && values.includes("no");
    if (!isYesNo || filters.length > 0) return { kind: "truthy", value };
    return {
      kind: "compare",
      op: "==",
      left: operand,
      right: { kind: "literal", value: "yes", at: operand.at },
    };
  }

  private checkSaid(operand: Operand, locals: Locals): void {
    if (operand.kind !== "path" || operand.segments.length > 0 || !locals.said.has(operand.root)) return;
    this.report(
      SAID_COMPARED,
      operand.at,
      `${operand.root} holds the words that patients read, not the field's value`,
    );
  }

  private checkValue(operand: Operand, literal: Operand & { kind: "literal" }): void {
    const binding = this.bound.get(operand);
    const { value, at } = literal;
    if (!binding?.values || value === null || (typeof value === "string" && binding.values.includes(value)))
      return;
    const known = typeof value === "string" ? didYouMean(value, binding.values) : "";
    this.report(VALUE_IMPOSSIBLE, at, `${binding.path} is never ${JSON.stringify(value)}${known}`);
  }

  private operand(operand: Operand, locals: Locals, place: Place): Operand {
    if (operand.kind === "range") {
      const { from, to } = operand;
      return { ...operand, from: this.operand(from, locals, place), to: this.operand(to, locals, place) };
    }
    if (operand.kind !== "path") return operand;
    if (this.scope.roots.has(operand.root)) return this.asOperand(operand, this.bind(operand), place);
    if (!locals.names.has(operand.root)) {
      const name = operandText(operand);
      const known = didYouMean(name, [...this.scope.names(), ...locals.names]);
      this.report(NAME_UNKNOWN, operand.at, `nothing is called "${name}" here${known}`);
      return operand;
    }
    this.checkForloop(operand);
    const segments = operand.segments.map((segment) =>
      "dynamic" in segment ? { dynamic: this.operand(segment.dynamic, locals, "words") } : segment,
    );
    return { ...operand, segments };
  }

  private checkForloop({ root, segments, at }: Path): void {
    const [segment] = segments;
    const asked = segment && "name" in segment ? segment.name : "";
    if (root !== "forloop" || (segments.length === 1 && FORLOOP.includes(asked))) return;
    this.report(
      FORLOOP_WHOLE,
      at,
      asked ? `forloop has no "${asked}"${didYouMean(asked, FORLOOP)}` : "forloop says nothing by itself",
    );
  }

  private bind(path: Path): Binding | undefined {
    if (path.segments.some((segment) => !("name" in segment))) {
      const message = `which fact ${operandText(path)} means is not written in the text`;
      this.report(NAME_NOT_WHOLE, path.at, message);
      return { kind: "refused", message };
    }
    const binding = this.scope.bind(path.root, path.segments, path.at);
    if (!binding) {
      const name = operandText(path);
      this.report(
        NAME_UNKNOWN,
        path.at,
        `nothing is called "${name}"${didYouMean(name, this.scope.names())}`,
      );
    } else if (binding.kind === "refused") {
      this.report(NAME_REFUSED, path.at, binding.message, binding.remedy);
    }
    return binding;
  }

  /** The operand that a closed name becomes; the path itself where it cannot be used. */
  private asOperand(path: Path, binding: Binding | undefined, place: Place): Operand {
    if (binding?.kind === "insert") {
      this.report(
        INSERT_MISPLACED,
        path.at,
        `${operandText(path)} stands for approved words, which are printed whole`,
      );
      return path;
    }
    if (binding?.kind !== "field") return path;
    if (place === "loop") {
      this.report(
        LOOP_OVER_CLOSED,
        path.at,
        `the text would be repeated once for each part of ${operandText(path)}`,
      );
    }
    if (place === "words" && binding.unprintable) {
      this.report(NAME_REFUSED, path.at, binding.unprintable.message, binding.unprintable.remedy);
    }
    const said = place === "words" && binding.said;
    const field: Operand = { kind: "field", path: binding.path, said, at: path.at };
    this.bound.set(field, binding);
    return field;
  }

  private report(meta: RuleMeta, at: Span, message: string, remedy?: string): void {
    this.diagnostics.push(diagnose(meta, { at, message, ...(remedy !== undefined && { remedy }) }));
  }
}

/** What a loop can be asked about its turns. */
const FORLOOP = ["index", "index0", "rindex", "rindex0", "first", "last", "length"];

/** Nodes of a template, with everything inside them. */
function sizeOf(template: Template): number {
  let size = 0;
  for (const node of template) {
    size += 1;
    switch (node.kind) {
      case "if":
      case "case":
        for (const { body } of node.arms) size += sizeOf(body);
        size += sizeOf(node.otherwise);
        break;
      case "for":
        size += sizeOf(node.body) + sizeOf(node.otherwise);
        break;
      case "capture":
      case "render":
      case "insert":
        size += sizeOf(node.body);
        break;
    }
  }
  return size;
}
