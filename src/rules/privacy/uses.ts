import type { Span } from "../../source/index.ts";
import type { Operand, Template, TemplateNode, TemplateValue, Test } from "../../template/index.ts";

/** Where a template first uses a field: the tag that prints it, or the name in the condition that asks for it. */
export function usesOf(template: Template, path: string): Span | undefined {
  for (const node of template) {
    const found = inNode(node, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inNode(node: TemplateNode, path: string): Span | undefined {
  switch (node.kind) {
    case "text":
      return undefined;
    case "print":
      return inValue(node.value, path) && node.at;
    case "assign":
      return inValue(node.value, path);
    case "insert":
      return usesOf(node.body, path);
    case "capture":
    case "render":
      return argumentOf(node, path) ?? usesOf(node.body, path);
    case "if":
      return first(
        ...node.arms.map(({ test, body }) => inTest(test, path) ?? usesOf(body, path)),
        usesOf(node.otherwise, path),
      );
    case "case":
      return first(
        inValue(node.subject, path),
        ...node.arms.map(({ body }) => usesOf(body, path)),
        usesOf(node.otherwise, path),
      );
    case "for":
      return first(inOperand(node.over, path), usesOf(node.body, path), usesOf(node.otherwise, path));
  }
}

function argumentOf(node: TemplateNode, path: string): Span | undefined {
  return node.kind === "render" ? first(...node.args.map(({ value }) => inOperand(value, path))) : undefined;
}

function inTest(test: Test, path: string): Span | undefined {
  switch (test.kind) {
    case "truthy":
      return inValue(test.value, path);
    case "compare":
      return first(inOperand(test.left, path), inOperand(test.right, path));
    case "and":
    case "or":
      return first(...test.tests.map((inner) => inTest(inner, path)));
    case "not":
      return inTest(test.test, path);
  }
}

function inValue({ operand, filters }: TemplateValue, path: string): Span | undefined {
  return first(
    inOperand(operand, path),
    ...filters.flatMap(({ args }) => args.map((argument) => inOperand(argument, path))),
  );
}

function inOperand(operand: Operand, path: string): Span | undefined {
  switch (operand.kind) {
    case "field":
      return operand.path === path ? operand.at : undefined;
    case "range":
      return first(inOperand(operand.from, path), inOperand(operand.to, path));
    case "path":
      return first(
        ...operand.segments.map((segment) =>
          "dynamic" in segment ? inOperand(segment.dynamic, path) : undefined,
        ),
      );
    case "literal":
    case "emptiness":
      return undefined;
  }
}

function first(...spans: readonly (Span | undefined)[]): Span | undefined {
  return spans.find((span) => span !== undefined);
}
