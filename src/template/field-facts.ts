import type { Operand, Test } from "./tree.ts";
import { compare } from "./value.ts";

/** Stored values that a field can still have here; `undefined` among them says that it can be missing. */
export type Possible = ReadonlySet<string | undefined>;

/** What the branches that one stands in tell about fields. */
export type FieldFacts = ReadonlyMap<string, Possible>;

/** Finds the field that an operand stands for, itself or through a name, and what it can be where nothing was asked. */
export interface FieldReader {
  /** Path of a field that is compared by its stored value. */
  pathOf(operand: Operand): string | undefined;
  /** All that the field can be, missing included; nothing where that cannot be listed. */
  declared(path: string): Possible | undefined;
}

export function possibleValues(path: string, facts: FieldFacts, fields: FieldReader): Possible | undefined {
  return facts.get(path) ?? fields.declared(path);
}

/**
 * What is known once `test` has been answered with `truth`; nothing where it can never be.
 *
 * @example In {% if visit.type == "a" %} only the value "a" is possible; in its else, all but "a".
 */
export function refine(
  test: Test,
  truth: boolean,
  facts: FieldFacts,
  fields: FieldReader,
): FieldFacts | undefined {
  switch (test.kind) {
    case "not":
      return refine(test.test, !truth, facts, fields);
    case "and":
    case "or": {
      if ((test.kind === "and") === truth) {
        let refined: FieldFacts | undefined = facts;
        for (const clause of test.tests) refined = refined && refine(clause, truth, refined, fields);
        return refined;
      }
      const ways = test.tests.map((clause) => refine(clause, truth, facts, fields));
      return either(ways.filter((way) => way !== undefined));
    }
    case "truthy": {
      if (test.value.filters.length > 0) return facts;
      return keep(test.value.operand, (value) => (value !== undefined) === truth, facts, fields);
    }
    case "compare": {
      const { op, left, right } = test;
      if (op !== "==" && op !== "!=") return facts;
      const [subject, literal] = left.kind === "literal" ? [right, left] : [left, right];
      if (literal.kind !== "literal" || literal.value === null) return facts;
      return keep(subject, (value) => compare(op, value, literal.value) === truth, facts, fields);
    }
  }
}

function keep(
  operand: Operand,
  isKept: (value: string | undefined) => boolean,
  facts: FieldFacts,
  fields: FieldReader,
): FieldFacts | undefined {
  const path = fields.pathOf(operand);
  const possible = path === undefined ? undefined : possibleValues(path, facts, fields);
  if (path === undefined || !possible) return facts;
  const kept = new Set([...possible].filter(isKept));
  return kept.size === 0 ? undefined : new Map(facts).set(path, kept);
}

/** What holds whichever way it came about. */
function either(ways: readonly FieldFacts[]): FieldFacts | undefined {
  const [first, ...rest] = ways;
  if (!first) return undefined;
  const merged = new Map<string, Possible>();
  for (const [path, possible] of first) {
    const others = rest.map((way) => way.get(path));
    if (others.every((other) => other !== undefined)) {
      merged.set(path, new Set([...possible, ...others.flatMap((other) => [...other])]));
    }
  }
  return merged;
}
