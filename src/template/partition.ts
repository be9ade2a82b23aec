import { mapOperands } from "./map-operands.ts";
import type { Literal, Operand, Template, TemplateNode, TemplateValue, Test } from "./tree.ts";
import { type Describe, storedOf, wordsOf } from "./value-shape.ts";

/** One of the values that a text can tell apart for a field. */
export interface Cell {
  /** Stored value; nothing where the field is missing. */
  readonly value: Literal | undefined;
  /** What is printed for it where the field is said. */
  readonly words: string | undefined;
  /** What the field is, in words: "annual-exam", "missing", "something else". */
  readonly label: string;
}

export interface Axis {
  readonly path: string;
  readonly cells: readonly Cell[];
}

export interface Partition {
  /** Every field that the text prints or asks for. */
  readonly fields: readonly string[];
  readonly axes: readonly Axis[];
  /** Every value of every field falls into a cell whose members all read the same text. */
  readonly isExact: boolean;
}

/** What a text does with a field. */
interface Use {
  readonly literals: Map<string, Literal>;
  asksWhetherKnown: boolean;
  isSaid: boolean;
}

/**
 * The finite partition of the fields of a text (without inserts and partials) by its own tests: the literals that a
 * field is compared with, "something else", missing where that is asked, numbers on both sides of a bound, and all
 * values of a field that lists them.
 */
export function partitionOf(template: Template, describe: Describe): Partition {
  const reader = new UseReader();
  reader.block(template);
  const fields = [...reader.uses.keys()];
  const axes: Axis[] = [];
  for (const [path, use] of reader.uses) {
    const cells = cellsOf(path, use, describe);
    if (cells.length > 0) axes.push({ path, cells });
  }
  return { fields, axes, isExact: reader.isExact };
}

function cellsOf(path: string, use: Use, describe: Describe): readonly Cell[] {
  const missing: Cell = { value: undefined, words: undefined, label: "missing" };
  const known = use.asksWhetherKnown ? [missing] : [];
  const listed = describe(path, false).values;
  if (listed) {
    const said = use.isSaid ? describe(path, true).values : undefined;
    const wordsByValue = new Map(
      (said ?? []).flatMap((one) => (typeof one === "string" ? [] : [[one.value, one.words] as const])),
    );
    const stored = listed.map((one): Cell => {
      const value = storedOf(one);
      const words = wordsByValue.get(value) ?? (said ? `⟦${path}⟧` : wordsOf(one));
      return { value, words, label: value };
    });
    return [...stored, ...known];
  }
  if (use.literals.size === 0 && !use.asksWhetherKnown) return [];
  const literals = [...use.literals.values()].map(
    (value): Cell => ({ value, words: `⟦${path}⟧`, label: String(value) }),
  );
  const label = use.literals.size === 0 ? "known" : "something else";
  return [...literals, { value: `⟦${path}⟧`, words: `⟦${path}⟧`, label }, ...known];
}

class UseReader {
  readonly uses = new Map<string, Use>();
  isExact = true;
  /** Fields that a name may stand for. */
  private readonly aliases = new Map<string, Set<string>>();

  /** Names whose values were made from fields: tests of them cannot be turned into tests of fields. */
  private readonly made = new Set<string>();

  block(template: Template): void {
    for (const node of template) this.node(node);
  }

  private node(node: TemplateNode): void {
    mapOperands(node, (operand) => {
      if (operand.kind === "field") this.see(operand.path, operand.said);
      return operand;
    });
    switch (node.kind) {
      case "text":
        return;
      case "print":
        this.filters(node.value);
        return;
      case "assign": {
        this.filters(node.value);
        const paths = this.pathsOf(node.value.operand);
        if (node.value.filters.length > 0) this.made.add(node.name);
        else this.aliases.set(node.name, new Set([...(this.aliases.get(node.name) ?? []), ...paths]));
        return;
      }
      case "capture":
        this.made.add(node.name);
        this.block(node.body);
        return;
      case "if":
        for (const { test, body } of node.arms) {
          this.test(test);
          this.block(body);
        }
        this.block(node.otherwise);
        return;
      case "case":
        this.filters(node.subject);
        for (const { values, body } of node.arms) {
          for (const value of values) this.compared(node.subject.operand, value);
          this.block(body);
        }
        if (node.subject.filters.length > 0) this.isExact = false;
        this.block(node.otherwise);
        return;
      case "for":
        if (this.pathsOf(node.over).length > 0) this.isExact = false;
        this.block(node.body);
        this.block(node.otherwise);
        return;
      case "insert":
      case "render":
        this.block(node.body);
        return;
    }
  }

  private see(path: string, said: boolean): void {
    const use = this.use(path);
    if (said) use.isSaid = true;
  }

  private use(path: string): Use {
    let use = this.uses.get(path);
    if (!use) {
      use = { literals: new Map(), asksWhetherKnown: false, isSaid: false };
      this.uses.set(path, use);
    }
    return use;
  }

  private pathsOf(operand: Operand): readonly string[] {
    if (operand.kind === "field") return [operand.path];
    if (operand.kind !== "path") return [];
    if (operand.segments.length > 0 || this.made.has(operand.root)) this.isExact = false;
    return [...(this.aliases.get(operand.root) ?? [])];
  }

  private filters({ operand, filters }: TemplateValue): void {
    for (const { name } of filters) {
      if (name === "default")
        for (const path of this.pathsOf(operand)) this.use(path).asksWhetherKnown = true;
    }
  }

  private test(test: Test): void {
    switch (test.kind) {
      case "not":
        this.test(test.test);
        return;
      case "and":
      case "or":
        for (const clause of test.tests) this.test(clause);
        return;
      case "truthy":
        this.filters(test.value);
        if (test.value.filters.length > 0) this.isExact = false;
        for (const path of this.pathsOf(test.value.operand)) this.use(path).asksWhetherKnown = true;
        return;
      case "compare": {
        const { op, left, right } = test;
        if (op !== "==" && op !== "!=" && !isNumber(left) && !isNumber(right)) this.isExact = false;
        for (const [subject, other] of [
          [left, right],
          [right, left],
        ] as const) {
          if (other.kind === "literal") this.compared(subject, other.value);
          else if (other.kind === "emptiness") {
            for (const path of this.pathsOf(subject)) this.use(path).asksWhetherKnown = true;
          } else if (this.pathsOf(subject).length > 0) this.isExact = false;
        }
      }
    }
  }

  private compared(subject: Operand, value: Literal): void {
    for (const path of this.pathsOf(subject)) {
      const use = this.use(path);
      if (value === null) use.asksWhetherKnown = true;
      else {
        const near = typeof value === "number" ? [value - 1, value, value + 1] : [value];
        for (const literal of near) use.literals.set(`${typeof literal}:${literal}`, literal);
      }
    }
  }
}

function isNumber(operand: Operand): boolean {
  return operand.kind === "literal" && typeof operand.value === "number";
}
