import { applyFilter } from "./engine.ts";
import type { PatientFacts } from "./render.ts";
import type { Literal, Operand, Template, TemplateNode, TemplateValue, Test } from "./tree.ts";
import { compare, isEmptiness, isTruthy, membersOf, NIL, printed, propertyOf, type Value } from "./value.ts";

/**
 * Renders the closed tree without the engine, filters aside: the tree's meaning in a page of code.
 *
 * It exists to be compared. A test renders generated texts with liquidjs and their trees with this, so that a change
 * in the engine, or a mistake in reading, is found before any analysis relies on it.
 */
export function interpret(template: Template, facts: PatientFacts): string {
  return block(template, { facts, bottom: new Map(), loops: [] });
}

/** Names, innermost last: loops shadow what is set, which shadows the facts. Setting a name never sets a loop's. */
interface Names {
  readonly facts: PatientFacts;
  readonly bottom: Map<string, Value>;
  readonly loops: readonly ReadonlyMap<string, Value>[];
}

function block(template: Template, names: Names): string {
  return template.map((node) => text(node, names)).join("");
}

function text(node: TemplateNode, names: Names): string {
  switch (node.kind) {
    case "text":
      return node.text;
    case "print":
      return printed(value(node.value, names));
    case "insert":
      return block(node.body, names);
    case "assign":
      names.bottom.set(node.name, value(node.value, names));
      return "";
    case "capture":
      names.bottom.set(node.name, block(node.body, names));
      return "";
    case "if":
      return block(node.arms.find((arm) => holds(arm.test, names))?.body ?? node.otherwise, names);
    case "case": {
      const subject = value(node.subject, names);
      const arm = node.arms.find(({ values }) =>
        values.some((when) => compare("==", subject, literal(when))),
      );
      return block(arm?.body ?? node.otherwise, names);
    }
    case "for":
      return loop(node, names);
    case "render": {
      const args = new Map(node.args.map((arg): [string, Value] => [arg.name, operand(arg.value, names)]));
      return block(node.body, { facts: names.facts, bottom: args, loops: [] });
    }
  }
}

function loop(node: TemplateNode & { kind: "for" }, names: Names): string {
  const members = membersOf(operand(node.over, names));
  if (members.length === 0) return block(node.otherwise, names);
  const { offset = 0, limit = members.length } = node;
  const taken = members.slice(offset).slice(0, limit);
  const turns = node.reversed ? taken.toReversed() : taken;
  return turns
    .map((member, index) => {
      const forloop: Value = {
        index: index + 1,
        index0: index,
        rindex: turns.length - index,
        rindex0: turns.length - index - 1,
        first: index === 0,
        last: index === turns.length - 1,
        length: turns.length,
      };
      const own = new Map<string, Value>([
        ["forloop", forloop],
        [node.name, member],
      ]);
      return block(node.body, { ...names, loops: [...names.loops, own] });
    })
    .join("");
}

function value({ operand: input, filters }: TemplateValue, names: Names): Value {
  let result = operand(input, names);
  for (const { name, args } of filters) {
    result = applyFilter(
      name,
      result,
      args.map((arg) => operand(arg, names)),
    );
  }
  return result;
}

function holds(test: Test, names: Names): boolean {
  switch (test.kind) {
    case "truthy":
      return isTruthy(value(test.value, names));
    case "compare": {
      const { op, left, right } = test;
      if (right.kind === "emptiness") return isEmptiness(operand(left, names), right.which) === (op === "==");
      const other = operand(right, names);
      if (left.kind !== "emptiness") return compare(op, operand(left, names), other);
      // blank == nil holds in liquidjs, nil == blank does not.
      const equal = other === NIL ? left.which === "blank" : isEmptiness(other, left.which);
      return equal === (op === "==");
    }
    case "not":
      return !holds(test.test, names);
    case "and":
      return test.tests.every((clause) => holds(clause, names));
    case "or":
      return test.tests.some((clause) => holds(clause, names));
  }
}

function literal(value: Literal): Value {
  return value ?? NIL;
}

function operand(node: Operand, names: Names): Value {
  switch (node.kind) {
    case "literal":
      return literal(node.value);
    case "emptiness":
      return "";
    case "range": {
      const from = Number(operand(node.from, names));
      const to = Number(operand(node.to, names));
      return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
    }
    case "field": {
      const path = node.said ? ["say", ...node.path.split(".")] : node.path.split(".");
      return path.reduce((whole: Value, part) => propertyOf(whole, part), names.facts);
    }
    case "path":
      return node.segments.reduce(
        (whole: Value, segment) => {
          const key =
            "dynamic" in segment
              ? operand(segment.dynamic, names)
              : "index" in segment
                ? segment.index
                : segment.name;
          return propertyOf(whole, key);
        },
        lookup(node.root, names),
      );
  }
}

function lookup(name: string, { loops, bottom, facts }: Names): Value {
  for (const loop of loops.toReversed()) if (loop.has(name)) return loop.get(name);
  if (bottom.has(name)) return bottom.get(name);
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
}
