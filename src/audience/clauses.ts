import type { Clause, Condition, FieldRef } from "./tree.ts";

/** Every clause of a condition, in reading order. */
export function clausesOf(condition: Condition): readonly Clause[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(clausesOf);
    case "not":
      return clausesOf(condition.of);
    default:
      return [condition];
  }
}

/** Paths of the fields that a condition reads, each once, in code-unit order: what must be exported for it. */
export function fieldsOf(condition: Condition): readonly string[] {
  return [...new Set(clausesOf(condition).map(({ field }) => field.path))].sort();
}

/** The fields that a condition reads, each where it is first written, in code-unit order of their paths. */
export function fieldRefsOf(condition: Condition): readonly FieldRef[] {
  const clauses = clausesOf(condition);
  return fieldsOf(condition).flatMap((path) => clauses.find(({ field }) => field.path === path)?.field ?? []);
}
