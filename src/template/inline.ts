import { bodiesOf } from "./bodies.ts";
import { localsOf } from "./locals.ts";
import { mapOperands } from "./map-operands.ts";
import type { Operand, Template, TemplateNode } from "./tree.ts";

/**
 * The same text without inserts and partials: each replaced by its words.
 *
 * A partial has names of its own, so they are renamed where they come to stand beside others (`kind` becomes
 * `kind_2`). Inside a loop they are cleared first, as a partial begins anew each time it is rendered.
 */
export function inline(template: Template): Template {
  return new Inlining(namesIn(template)).block(template, new Map(), false);
}

type Renaming = ReadonlyMap<string, string>;

class Inlining {
  constructor(private readonly taken: Set<string>) {}

  block(template: Template, names: Renaming, inLoop: boolean): Template {
    return template.flatMap((node) => this.node(node, names, inLoop));
  }

  private node(node: TemplateNode, names: Renaming, inLoop: boolean): Template {
    const renamed = (name: string) => names.get(name) ?? name;
    switch (node.kind) {
      case "text":
        return [node];
      case "insert":
        return this.block(node.body, names, inLoop);
      case "render":
        return this.render(node, names, inLoop);
      case "print":
        return [mapOperands(node, (operand) => rename(operand, names))];
      case "assign":
        return [{ ...mapOperands(node, (operand) => rename(operand, names)), name: renamed(node.name) }];
      case "capture":
        return [{ ...node, name: renamed(node.name), body: this.block(node.body, names, inLoop) }];
      case "if": {
        const mapped = mapOperands(node, (operand) => rename(operand, names));
        const arms = mapped.arms.map((arm) => ({ ...arm, body: this.block(arm.body, names, inLoop) }));
        return [{ ...mapped, arms, otherwise: this.block(node.otherwise, names, inLoop) }];
      }
      case "case": {
        const mapped = mapOperands(node, (operand) => rename(operand, names));
        const arms = mapped.arms.map((arm) => ({ ...arm, body: this.block(arm.body, names, inLoop) }));
        return [{ ...mapped, arms, otherwise: this.block(node.otherwise, names, inLoop) }];
      }
      case "for": {
        const mapped = mapOperands(node, (operand) => rename(operand, names));
        const body = this.block(node.body, names, true);
        return [
          { ...mapped, name: renamed(node.name), body, otherwise: this.block(node.otherwise, names, inLoop) },
        ];
      }
    }
  }

  private render(node: TemplateNode & { kind: "render" }, outer: Renaming, inLoop: boolean): Template {
    const { at } = node;
    const args = node.args.map(({ name }) => name);
    const own = [...localsOf(node.body)].filter((name) => !args.includes(name));
    const names = new Map(
      [...args, ...own, ...loopNamesOf(node.body)].map((name) => [name, this.fresh(name)]),
    );
    const assign = (name: string, operand: Operand): TemplateNode => ({
      kind: "assign",
      name: names.get(name) ?? name,
      value: { operand, filters: [] },
      at,
    });
    const unset: Operand = { kind: "path", root: this.unset(), segments: [], at };
    return [
      ...node.args.map(({ name, value }) => assign(name, rename(value, outer))),
      ...(inLoop ? own.map((name) => assign(name, unset)) : []),
      ...this.block(node.body, names, inLoop),
    ];
  }

  /** A name that stands nowhere else in the text. */
  private fresh(name: string): string {
    for (let count = 2; ; count++) {
      const candidate = `${name}_${count}`;
      if (this.taken.has(candidate)) continue;
      this.taken.add(candidate);
      return candidate;
    }
  }

  /** A name that is never set. */
  private unset(): string {
    let name = "unset";
    while (this.taken.has(name)) name += "_";
    return name;
  }
}

function rename(operand: Operand, names: Renaming): Operand {
  switch (operand.kind) {
    case "literal":
    case "emptiness":
    case "field":
      return operand;
    case "range":
      return { ...operand, from: rename(operand.from, names), to: rename(operand.to, names) };
    case "path": {
      const segments = operand.segments.map((segment) =>
        "dynamic" in segment ? { dynamic: rename(segment.dynamic, names) } : segment,
      );
      return { ...operand, root: names.get(operand.root) ?? operand.root, segments };
    }
  }
}

/** Variables of loops, anywhere in a text; partials keep theirs to themselves. */
function loopNamesOf(template: Template, names = new Set<string>()): Set<string> {
  for (const node of template) {
    if (node.kind === "for") names.add(node.name);
    if (node.kind !== "render") for (const body of bodiesOf(node)) loopNamesOf(body, names);
  }
  return names;
}

/** Every name that stands anywhere in a text, its partials included. */
function namesIn(template: Template): Set<string> {
  const names = new Set<string>(["forloop", "say"]);
  const see = (operand: Operand): Operand => {
    if (operand.kind === "path") {
      names.add(operand.root);
      for (const segment of operand.segments) if ("dynamic" in segment) see(segment.dynamic);
    } else if (operand.kind === "field") {
      names.add(operand.path.split(".")[0] ?? operand.path);
    }
    return operand;
  };
  const walk = (nodes: Template): void => {
    for (const node of nodes) {
      mapOperands(node, see);
      if (node.kind === "assign" || node.kind === "capture" || node.kind === "for") names.add(node.name);
      if (node.kind === "render") for (const { name } of node.args) names.add(name);
      for (const body of bodiesOf(node)) walk(body);
    }
  };
  walk(template);
  return names;
}
