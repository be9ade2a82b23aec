import type { IsoDate } from "../calendar/index.ts";
import { clausesOf } from "./clauses.ts";
import { daysToTry } from "./days-to-try.ts";
import { findPerson, fullEffort, type Wish } from "./possibilities.ts";
import type { Condition, Fields } from "./tree.ts";

/** "yes" and "no" are proved for every day (or for `today`, where it is given); "cannot tell" is to be rated as the worse. */
export type Answer = "yes" | "no" | "cannot tell";

/** Whether somebody can meet the condition. "no": it is dead. */
export function satisfiable(condition: Condition, fields: Fields, today?: IsoDate): Answer {
  return somebody([{ condition, wanted: "true" }], fields, today);
}

/** Whether everybody who meets `a` meets `b`: A lies within B. */
export function implies(a: Condition, b: Condition, fields: Fields, today?: IsoDate): Answer {
  const counterexample: readonly Wish[] = [
    { condition: a, wanted: "true" },
    { condition: b, wanted: "not true" },
  ];
  return contrary(somebody(counterexample, fields, today));
}

/** Whether somebody can meet both. */
export function overlaps(a: Condition, b: Condition, fields: Fields, today?: IsoDate): Answer {
  const both: readonly Wish[] = [
    { condition: a, wanted: "true" },
    { condition: b, wanted: "true" },
  ];
  return somebody(both, fields, today);
}

/** Whether everybody meets the condition, whatever is unknown about them. */
export function alwaysTrue(condition: Condition, fields: Fields, today?: IsoDate): Answer {
  return contrary(somebody([{ condition, wanted: "not true" }], fields, today));
}

function somebody(wishes: readonly Wish[], fields: Fields, today: IsoDate | undefined): Answer {
  const clauses = wishes.flatMap(({ condition }) => clausesOf(condition));
  const days = today === undefined ? daysToTry(clauses) : [today];
  const effort = fullEffort();
  let answer: Answer | undefined;
  for (const day of days ?? []) {
    const person = findPerson(wishes, day, fields, effort);
    if (person === "cannot tell") return person;
    const here = person === undefined ? "no" : "yes";
    if (answer !== undefined && answer !== here) return "cannot tell";
    answer = here;
  }
  return answer ?? "cannot tell";
}

function contrary(answer: Answer): Answer {
  return answer === "yes" ? "no" : answer === "no" ? "yes" : answer;
}
