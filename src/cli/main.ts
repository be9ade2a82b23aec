import { problemOf, terminalOf } from "../host/index.ts";
import { EXIT } from "./exit-codes.ts";
import { failed, run } from "./run.ts";
import type { Session } from "./session.ts";

/** From package.json, written into the bundle by `scripts/build.mjs`. */
declare const RECARE_VERSION: string;
/** Digest of the bundle and its tables, written into it by `scripts/bundle.mjs`. */
declare const RECARE_BUILD: string;

/** The program: hands the process to `run` as a `Session`, and nothing else. */
const session: Session = {
  version: RECARE_VERSION,
  build: `${RECARE_VERSION} ${RECARE_BUILD} ${process.version}`,
  cwd: process.cwd(),
  env: process.env,
  now: new Date(),
  // Opened on first use: it costs every command that never reads it.
  get stdin() {
    return process.stdin;
  },
  stdout: terminalOf(process.stdout, process.env),
  stderr: terminalOf(process.stderr, process.env),
  home: import.meta.dirname,
  print: (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(text),
  end: (code) => {
    process.exitCode = code;
  },
};

// Who reads our output may stop reading (`recare check | head`); that is no failure, and nobody is left to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.exitCode = failed(problemOf(error, "write the results"), session);
  process.exit();
});
process.stderr.on("error", () => process.exit());
process.once("SIGINT", () => process.exit(EXIT.interrupted));
// Node itself would end with 1, which means findings.
process.once("uncaughtException", (error) => process.exit(failed(error, session)));

void run(process.argv.slice(2), session);
