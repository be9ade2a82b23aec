import { mapOperands } from "./map-operands.ts";
import type { Template, TemplateNode } from "./tree.ts";

/** Names that a text sets by assign or capture, anywhere in it; partials keep theirs to themselves. */
export function localsOf(template: Template, names = new Set<string>()): Set<string> {
  for (const node of template) {
    switch (node.kind) {
      case "assign":
        names.add(node.name);
        break;
      case "capture":
        names.add(node.name);
        localsOf(node.body, names);
        break;
      case "if":
      case "case":
        for (const { body } of node.arms) localsOf(body, names);
        localsOf(node.otherwise, names);
        break;
      case "for":
        localsOf(node.body, names);
        localsOf(node.otherwise, names);
        break;
      case "insert":
        localsOf(node.body, names);
        break;
      case "text":
      case "print":
      case "render":
        break;
    }
  }
  return names;
}

/**
 * Whether a linked text names what neither it sets nor anybody declares. That is a mistake of its own, found where the
 * name is written.
 */
export function namesNothing(
  template: Template,
  known = new Set([...localsOf(template), "forloop"]),
): boolean {
  return template.some((node) => {
    const inside = node.kind === "for" ? new Set([...known, node.name]) : known;
    return readsOther(node, known) || bodiesOf(node).some((body) => namesNothing(body, inside));
  });
}

function readsOther(node: TemplateNode, known: ReadonlySet<string>): boolean {
  let reads = false;
  mapOperands(node, (operand) => {
    reads ||= operand.kind === "path" && !known.has(operand.root);
    return operand;
  });
  return reads;
}

function bodiesOf(node: TemplateNode): readonly Template[] {
  switch (node.kind) {
    case "if":
    case "case":
      return [...node.arms.map(({ body }) => body), node.otherwise];
    case "for":
      return [node.body, node.otherwise];
    case "capture":
    case "insert":
      return [node.body];
    default:
      return [];
  }
}
