import type { LiquidText } from "./liquid-text.ts";
import type { TextNode } from "./tree.ts";

/** Literal text of a source. Where YAML moved its characters, it keeps a map back to them. */
export function textNode(source: LiquidText, start: number, end: number): TextNode {
  const text = source.text.slice(start, end);
  const at = source.locate(start, end);
  if (at.end - at.start === text.length) return { kind: "text", text, at };
  return { kind: "text", text, at, map: { span: (from, to) => source.locate(start + from, start + to) } };
}
