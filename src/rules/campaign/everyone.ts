import type { Condition } from "../../audience/index.ts";
import type { Sourced } from "../../model/index.ts";
import type { Span } from "../../source/index.ts";

const NOWHERE: Span = { file: "", start: 0, end: 0 };

/** The people whom an audience lets in and does not leave out, as one condition. */
export function everyoneWritten(
  include: readonly Sourced<Condition>[],
  exclude: readonly Sourced<Condition>[],
): Condition {
  const conditions: Condition[] = [
    ...include.map(({ value }) => value),
    ...exclude.map(({ value, at }): Condition => ({ kind: "not", of: value, at })),
  ];
  const [only] = conditions;
  if (conditions.length === 1 && only !== undefined) return only;
  return { kind: "all", of: conditions, at: only?.at ?? NOWHERE };
}
