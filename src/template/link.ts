import { compareDiagnostics, type Outcome, type Span } from "../source/index.ts";
import { bodiesOf } from "./bodies.ts";
import { KnownNames } from "./known-names.ts";
import { LIMITS } from "./limits.ts";
import { localsOf } from "./locals.ts";
import { NameBinder, type Place } from "./name-binder.ts";
import { ASSIGN_REFUSED, DEFAULT_REFUSED } from "./name-findings.ts";
import type { LinkOptions, Scope } from "./scope.ts";
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
  const value = linker.block(template, new KnownNames());
  return { value, diagnostics: linker.names.diagnostics.sort(compareDiagnostics) };
}

class Linker {
  readonly names: NameBinder;
  private nodes = 0;

  constructor(
    scope: Scope,
    private readonly options: LinkOptions,
  ) {
    this.names = new NameBinder(scope);
  }

  /** Nodes in order; what a node sets, the next ones know. */
  block(template: Template, before: KnownNames): Template {
    let locals = before;
    return template.map((node) => {
      const linked = this.node(node, locals);
      locals = this.after(linked, locals);
      return linked;
    });
  }

  /** What is known after a node: everything that it may have set. */
  private after(node: TemplateNode, locals: KnownNames): KnownNames {
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

  private node(node: TemplateNode, locals: KnownNames): TemplateNode {
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
          value: this.names.operand(value, locals, "words"),
        }));
        for (const { name } of args) this.names.checkName(name, node.at);
        return {
          ...node,
          args,
          body: this.block(node.body, new KnownNames(new Set(args.map(({ name }) => name)))),
        };
      }
    }
  }

  private count(node: TemplateNode): void {
    const before = this.nodes;
    this.nodes += node.kind === "insert" ? sizeOf(node.body) : 1;
    if (before > LIMITS.nodes || this.nodes <= LIMITS.nodes) return;
    const message = `this text has more than ${LIMITS.nodes / 1000},000 parts, the words that it inserts counted`;
    this.names.report(TOO_LARGE, node.at, message);
  }

  private print(node: TemplateNode & { kind: "print" }, locals: KnownNames): TemplateNode {
    const { operand, filters } = node.value;
    if (operand.kind === "path" && filters.length === 0 && this.names.isShared(operand.root)) {
      const binding = this.names.bind(operand);
      if (binding?.kind === "insert") {
        const { what, id, body } = binding;
        const insert: TemplateNode = { kind: "insert", what, id, body, at: node.at };
        this.count(insert);
        return insert;
      }
      return { ...node, value: { operand: this.names.asOperand(operand, binding, "words"), filters } };
    }
    return { ...node, value: this.value(node.value, locals, "words") };
  }

  private choice(node: TemplateNode & { kind: "case" }, locals: KnownNames): TemplateNode {
    const subject = this.value(node.subject, locals, "test");
    this.names.checkSaid(subject.operand, locals);
    for (const { values, valuesAt } of node.arms) {
      for (const [index, value] of values.entries()) {
        const at = valuesAt[index];
        if (subject.filters.length === 0 && at)
          this.names.checkValue(subject.operand, { kind: "literal", value, at });
      }
    }
    return {
      ...node,
      subject,
      arms: node.arms.map((arm) => ({ ...arm, body: this.block(arm.body, locals) })),
      otherwise: this.block(node.otherwise, locals),
    };
  }

  private loop(node: TemplateNode & { kind: "for" }, locals: KnownNames): TemplateNode {
    this.names.checkName(node.name, node.at);
    const inside = locals.with([node.name, "forloop", ...localsOf(node.body)]);
    return {
      ...node,
      over: this.names.operand(node.over, locals, "loop"),
      body: this.block(node.body, inside),
      otherwise: this.block(node.otherwise, locals),
    };
  }

  private checkSet(name: string, at: Span): void {
    if (!this.options.allowAssign) {
      const message = `"${name}" is set in a text that stands inside other texts`;
      this.names.report(ASSIGN_REFUSED, at, message);
    } else {
      this.names.checkName(name, at);
    }
  }

  private value({ operand, filters }: TemplateValue, locals: KnownNames, place: Place): TemplateValue {
    const linked = this.names.operand(operand, locals, place);
    return { operand: linked, filters: filters.map((filter) => this.filter(filter, linked, locals)) };
  }

  private filter(filter: Filter, input: Operand, locals: KnownNames): Filter {
    if (filter.name === "default" && input.kind === "field" && !this.options.allowDefault) {
      this.names.report(
        DEFAULT_REFUSED,
        filter.at,
        `${input.path} is replaced by other words where it is missing`,
      );
    }
    return { ...filter, args: filter.args.map((arg) => this.names.operand(arg, locals, "words")) };
  }

  private test(test: Test, locals: KnownNames): Test {
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

  private clause(clause: Clause, locals: KnownNames): Clause {
    switch (clause.kind) {
      case "not":
        return { kind: "not", test: this.clause(clause.test, locals) };
      case "truthy":
        return this.truth(this.value(clause.value, locals, "test"));
      case "compare": {
        const left = this.names.operand(clause.left, locals, "test");
        const right = this.names.operand(clause.right, locals, "test");
        for (const [subject, other] of [
          [left, right],
          [right, left],
        ] as const) {
          if (other.kind === "literal") this.names.checkSaid(subject, locals);
          if (other.kind === "literal" && (clause.op === "==" || clause.op === "!="))
            this.names.checkValue(subject, other);
        }
        return { ...clause, left, right };
      }
    }
  }

  /** Liquid counts every text as true, "no" too: a yes/no fact by itself asks whether it is "yes". */
  private truth(value: TemplateValue): Clause {
    const { operand, filters } = value;
    const values = this.names.valuesOf(operand);
    const isYesNo = values?.length === 2 && values.includes("yes") && values.includes("no");
    if (!isYesNo || filters.length > 0) return { kind: "truthy", value };
    return {
      kind: "compare",
      op: "==",
      left: operand,
      right: { kind: "literal", value: "yes", at: operand.at },
    };
  }
}

/** Nodes of a template, with everything inside them. */
function sizeOf(template: Template): number {
  return template.reduce(
    (size, node) => size + 1 + bodiesOf(node).reduce((inside, body) => inside + sizeOf(body), 0),
    0,
  );
}
