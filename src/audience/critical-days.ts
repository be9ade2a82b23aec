import { dateOfDay, dayNumber, type IsoDate } from "../calendar/index.ts";
import { cutOffDate, relativeWindow } from "./relative.ts";
import type { Clause } from "./tree.ts";

/**
 * The days at which the answer to one of the clauses can change, each with the day before and the day after, in order.
 * Between two neighbours of the list every clause has one answer.
 */
export function criticalDays(clauses: readonly Clause[], today: IsoDate): readonly IsoDate[] {
  const edges = clauses.flatMap((clause) => {
    switch (clause.kind) {
      case "date":
        return [clause.least, clause.most];
      case "relative": {
        const { earliest, latest } = relativeWindow(clause.direction, clause.amount);
        return [earliest, latest].map((end) => end && cutOffDate(end.cutOff, today));
      }
      default:
        return [];
    }
  });
  const days = new Set<number>();
  for (const edge of edges) {
    if (edge === undefined) continue;
    for (const day of [-1, 0, 1]) days.add(dayNumber(edge) + day);
  }
  return [...days].sort((a, b) => a - b).map(dateOfDay);
}
