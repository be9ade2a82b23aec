import { bodiesOf } from "./bodies.ts";
import { mapOperands } from "./map-operands.ts";
import type { Template, TemplateNode } from "./tree.ts";

/** Names that a text sets by assign or capture, anywhere in it; partials keep theirs to themselves. */
export function localsOf(template: Template, names = new Set<string>()): Set<string> {
  for (const node of template) {
    if (node.kind === "assign" || node.kind === "capture") names.add(node.name);
    for (const body of ownBodiesOf(node)) localsOf(body, names);
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
    return readsOther(node, known) || ownBodiesOf(node).some((body) => namesNothing(body, inside));
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

/** A partial sees names of its own alone. */
function ownBodiesOf(node: TemplateNode): readonly Template[] {
  return node.kind === "render" ? [] : bodiesOf(node);
}
