import { CommanderError } from "commander";
import { Problem, problemOf } from "../host/index.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { errorText, problemText } from "./problem-text.ts";
import { programFor } from "./program.ts";
import type { Session } from "./session.ts";

/** Runs one command line. Every way in which it can end is an exit code of `EXIT`; nothing is thrown. */
export async function run(args: readonly string[], session: Session): Promise<void> {
  session.end(EXIT.clean);
  try {
    await programFor(withColourOf(args, session)).parseAsync(args, { from: "user" });
  } catch (thrown) {
    // Commander has written its message; help and version are no errors.
    if (thrown instanceof CommanderError) return session.end(thrown.exitCode === 0 ? EXIT.clean : EXIT.usage);
    session.end(failed(problemOf(thrown, "go on"), session));
  }
}

/** Says why a command could not go on, and gives the exit code for it. */
export function failed(error: unknown, session: Session): ExitCode {
  if (error instanceof Problem) {
    session.note(problemText(error, session));
    return EXIT.usage;
  }
  session.note(internalFailure(error, session));
  return EXIT.internal;
}

/** `--color` and `--no-color` hold for messages about the command line itself, so they are read before it is parsed. */
function withColourOf(args: readonly string[], session: Session): Session {
  const asked = args.slice(0, args.includes("--") ? args.indexOf("--") : args.length).findLast(isColourFlag);
  if (asked === undefined) return session;
  const colour = asked === "--color";
  return { ...session, stdout: { ...session.stdout, colour }, stderr: { ...session.stderr, colour } };
}

function isColourFlag(arg: string): boolean {
  return arg === "--color" || arg === "--no-color";
}

function internalFailure(error: unknown, session: Session): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const text = errorText(
    `Recare itself failed (${what}). Nothing is wrong with your files that it could tell.`,
    "Please report this to its maintainers, with the command and the file that shows it.",
    session,
  );
  const stack = error instanceof Error ? error.stack : undefined;
  if (!session.env.RECARE_DEBUG) return `${text}  RECARE_DEBUG=1 shows where it failed.\n`;
  return `${text}${stack ?? what}\n`;
}
