import type { Template, TemplateNode } from "./tree.ts";

/**
 * The texts inside a node, in reading order: each arm of a choice and what is said otherwise, what a loop repeats and
 * what it says of nobody, what is captured, what a partial or an insert prints.
 *
 * @example bodiesOf({ kind: "text", text: "Hello", at }) // []
 */
export function bodiesOf(node: TemplateNode): readonly Template[] {
  switch (node.kind) {
    case "if":
    case "case":
      return [...node.arms.map(({ body }) => body), node.otherwise];
    case "for":
      return [node.body, node.otherwise];
    case "capture":
    case "render":
    case "insert":
      return [node.body];
    case "text":
    case "print":
    case "assign":
      return [];
  }
}
