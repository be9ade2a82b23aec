import type { Span } from "../source/index.ts";
import type { Binding, InsertKind, InsertNode, Template, TemplateNode } from "../template/index.ts";

/** Words as they stand. */
export function literal(text: string, at: Span): TemplateNode {
  return { kind: "text", text, at };
}

export function printed(path: string, at: Span): TemplateNode {
  return { kind: "print", value: { operand: { kind: "field", path, said: false, at }, filters: [] }, at };
}

export function insert(what: InsertKind, id: string, body: Template): Binding {
  return { kind: "insert", what, id, body };
}

/** Words that the compiler adds, with the setting that they come from. */
export function added(id: string, body: Template, at: Span): InsertNode {
  return { kind: "insert", what: "added", id, body, at };
}
