import type { Problem } from "../host/index.ts";
import { paintFor, visible, wrap } from "../report/index.ts";
import type { Session } from "./session.ts";

/** A problem as a person reads it: what is wrong, and what to do instead. */
export function problemText(problem: Problem, session: Session): string {
  return errorText(problem.message, problem.remedy, session);
}

export function errorText(message: string, remedy: string, session: Session): string {
  const { colour, columns } = session.stderr;
  const label = paintFor(colour).severity.error("error:");
  return `${label} ${wrap(visible(message), columns - 7, 7)}\n  ${wrap(visible(remedy), columns - 2, 2)}\n`;
}
