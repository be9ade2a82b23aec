import { literalText } from "./literal-text.ts";
import type { Operand, PathSegment } from "./tree.ts";

/** An operand as Liquid writes it: `visit.type`, `say.visit.type`, `list[0]`, `(1..3)`, `"annual-exam"`. */
export function operandText(operand: Operand): string {
  switch (operand.kind) {
    case "literal":
      return literalText(operand.value);
    case "emptiness":
      return operand.which;
    case "range":
      return `(${operandText(operand.from)}..${operandText(operand.to)})`;
    case "path":
      return operand.root + operand.segments.map(segmentText).join("");
    case "field":
      return operand.said ? `say.${operand.path}` : operand.path;
  }
}

function segmentText(segment: PathSegment): string {
  if ("index" in segment) return `[${segment.index}]`;
  if ("dynamic" in segment) return `[${operandText(segment.dynamic)}]`;
  return /^[\w-]+$/.test(segment.name) ? `.${segment.name}` : `[${literalText(segment.name)}]`;
}
