import { literalText } from "./literal-text.ts";
import { operandText } from "./operand-text.ts";
import type { Template, TemplateNode, TemplateValue, Test } from "./tree.ts";

/** JSON of whole numbers, texts, lists and records: what the plan's canonical form allows. */
export type TreeJson = string | number | readonly TreeJson[] | { readonly [key: string]: TreeJson };

/**
 * A template without positions, for plans and digests. Two templates with the same JSON render the same texts from
 * the same words: neighbouring texts are joined, so comments and line ends of tags leave no trace.
 */
export function toJson(template: Template): readonly TreeJson[] {
  const nodes: TreeJson[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") nodes.push({ text });
    text = "";
  };
  for (const node of template) {
    if (node.kind === "text") {
      text += node.text;
      continue;
    }
    flush();
    nodes.push(nodeJson(node));
  }
  flush();
  return nodes;
}

function nodeJson(node: Exclude<TemplateNode, { kind: "text" }>): TreeJson {
  switch (node.kind) {
    case "print":
      return { print: valueJson(node.value) };
    case "insert":
      return { insert: node.what, id: node.id, body: toJson(node.body) };
    case "if":
      return {
        if: node.arms.map(({ test, body }) => ({ test: testJson(test), body: toJson(body) })),
        otherwise: toJson(node.otherwise),
      };
    case "case":
      return {
        case: valueJson(node.subject),
        arms: node.arms.map(({ values, body }) => ({ values: values.map(literalText), body: toJson(body) })),
        otherwise: toJson(node.otherwise),
      };
    case "for":
      return {
        for: node.name,
        over: operandText(node.over),
        ...(node.limit !== undefined && { limit: node.limit }),
        ...(node.offset !== undefined && { offset: node.offset }),
        ...(node.reversed && { reversed: "yes" }),
        body: toJson(node.body),
        otherwise: toJson(node.otherwise),
      };
    case "assign":
      return { assign: node.name, value: valueJson(node.value) };
    case "capture":
      return { capture: node.name, body: toJson(node.body) };
    case "render":
      return {
        render: node.partial,
        args: node.args.map(({ name, value }) => ({ name, value: operandText(value) })),
        body: toJson(node.body),
      };
  }
}

function valueJson({ operand, filters }: TemplateValue): TreeJson {
  return {
    of: operandText(operand),
    filters: filters.map(({ name, args }) => ({ name, args: args.map(operandText) })),
  };
}

function testJson(test: Test): TreeJson {
  switch (test.kind) {
    case "truthy":
      return { truthy: valueJson(test.value) };
    case "compare":
      return { compare: test.op, left: operandText(test.left), right: operandText(test.right) };
    case "and":
    case "or":
      return { [test.kind]: test.tests.map(testJson) };
    case "not":
      return { not: testJson(test.test) };
  }
}
