import { DatabaseProblem } from "./database.ts";

const GOES_ON = "Run the command again: what is written stays, and it goes on from there.";

/** States of the standard and of PostgreSQL (its manual, appendix A) in which somebody can do something; the first that fits. */
const STATES: readonly (readonly [state: RegExp, what: string, remedy: string])[] = [
  [/^(?:08|57P0[1-5]|25P0[34])/, "PostgreSQL ended the connection", `See that the server is up. ${GOES_ON}`],
  [/^53100/, "PostgreSQL has no more room on its disk", `Free some space there. ${GOES_ON}`],
  [/^53/, "PostgreSQL has no more memory or connections", `Give it more, or run less at a time. ${GOES_ON}`],
  [
    /^25006/,
    "PostgreSQL takes nothing to write",
    `Give the address of the server that writes, not of its copy. ${GOES_ON}`,
  ],
  [/^(?:40|55P03|57014)/, "PostgreSQL broke off what was asked", GOES_ON],
  [/^42501/, "PostgreSQL does not let this user do it", "Grant it that right, or name another user."],
];

/** What node-postgres says where the line broke and the server said nothing. */
const BROKEN_LINE = /^Connection terminated|^Client (?:has encountered a connection error|was closed)/;
const BROKEN_CALL = /^(?:ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;

/** An error of PostgreSQL as a problem where a person can do something about it; every other one as it is. */
export function postgresOutage(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  const known = STATES.find(([state]) => state.test(code));
  if (known !== undefined) return new DatabaseProblem(`${known[1]}: ${error.message}.`, known[2]);
  if (!BROKEN_CALL.test(code) && !BROKEN_LINE.test(error.message)) return error;
  return new DatabaseProblem(
    `The connection to PostgreSQL broke: ${error.message}.`,
    `See that the server is up. ${GOES_ON}`,
  );
}

/** An error of DuckDB as a problem where it could not write, which is a full disk most of the time. */
export function duckDbOutage(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const [, why] =
    /((?:Could not (?:write|sync|truncate)|[^:]*No space left on device).*)/.exec(error.message) ?? [];
  if (why === undefined) return error;
  return new DatabaseProblem(`DuckDB cannot write: ${why}.`, `Free some space on the disk. ${GOES_ON}`);
}
