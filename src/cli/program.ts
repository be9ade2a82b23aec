import { Command } from "commander";
import { addApprove } from "./approve/command.ts";
import { addBaseline } from "./baseline/command.ts";
import { addBuild } from "./build/command.ts";
import { addCheck } from "./check/command.ts";
import { addClaims } from "./claims/command.ts";
import { addCodeowners } from "./codeowners/command.ts";
import { addComment } from "./comment/command.ts";
import { addCompletion } from "./completion/command.ts";
import { addDiff } from "./diff/command.ts";
import { addEvents } from "./events/command.ts";
import { examples } from "./examples.ts";
import { addExplain } from "./explain/command.ts";
import { addInit } from "./init/command.ts";
import { addKeys } from "./keys/command.ts";
import { addPause } from "./pause/command.ts";
import { addPreview } from "./preview/command.ts";
import { errorText } from "./problem-text.ts";
import { addReach } from "./reach/command.ts";
import { addReport } from "./report/command.ts";
import { addRoster } from "./roster/command.ts";
import { addRun } from "./run/command.ts";
import { addScan } from "./scan/command.ts";
import type { Session } from "./session.ts";
import { addShow } from "./show/command.ts";
import { addSimulate } from "./simulate/command.ts";
import { addVerify } from "./verify/command.ts";

/**
 * The tree of commands: their arguments, options and help. What a command does is loaded when it is run, so that
 * one command never waits for the code of another.
 */
export function programFor(session: Session): Command {
  const program = new Command("recare")
    .description(
      "A compiler for patient-reactivation campaigns: proves what reaches a patient before anything is sent.",
    )
    .version(session.version, "-V, --version", "show the version")
    .helpOption("-h, --help", "show help for a command")
    .helpCommand("help [command]", "show help for a command")
    .option("--color", "colour, even where no terminal is seen")
    .option("--no-color", "no colour")
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => session.print(text),
      writeErr: (text) => session.note(text),
      getOutHelpWidth: () => session.stdout.columns,
      getErrHelpWidth: () => session.stderr.columns,
      getOutHasColors: () => session.stdout.colour,
      getErrHasColors: () => session.stderr.colour,
      outputError: (text, write) => write(usageError(text, "recare --help", session)),
    })
    .addHelpText(
      "after",
      examples([
        ["recare init my-clinic", "start a workspace"],
        ["recare check", "check the workspace here"],
        ["recare build --out build", "plans and review packets"],
        ["recare diff origin/main", "what changed, and who must sign again"],
        ["recare explain P101", "what a finding means"],
      ]),
    )
    .addHelpText(
      "after",
      "\nExit codes: 0 clean, 1 findings, 2 wrong usage or configuration, 3 a defect in Recare itself.",
    );
  addCheck(program, session);
  addBuild(program, session);
  addPreview(program, session);
  addBaseline(program, session);
  addDiff(program, session);
  addComment(program, session);
  addApprove(program, session);
  addVerify(program, session);
  addKeys(program, session);
  addCodeowners(program, session);
  addClaims(program, session);
  addExplain(program, session);
  addInit(program, session);
  addScan(program, session);
  addRoster(program, session);
  addRun(program, session);
  addPause(program, session);
  addShow(program, session);
  addReach(program, session);
  addEvents(program, session);
  addSimulate(program, session);
  addReport(program, session);
  addCompletion(program, session);
  for (const command of program.commands) finish(command, "recare", session);
  return program;
}

/** What every command has, `recare roster check` as `recare check`. */
function finish(command: Command, parent: string, session: Session): void {
  const name = `${parent} ${command.name()}`;
  // Colour is an option of every command, wherever on the line it is written.
  command.option("--color", "colour, even where no terminal is seen").option("--no-color", "no colour");
  command.configureOutput({
    ...command.configureOutput(),
    outputError: (text, write) => write(usageError(text, `${name} --help`, session)),
  });
  for (const below of command.commands) finish(below, name, session);
}

/** Commander's own messages, in our form: "error: unknown option '--fromat'" and its suggestion. */
function usageError(text: string, help: string, session: Session): string {
  const [message = "", suggestion = ""] = text
    .replace(/^error: /, "")
    .trimEnd()
    .split("\n");
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  const meant = /^\(Did you mean (.+)\?\)$/.exec(suggestion)?.[1];
  const remedy = meant === undefined ? `Run ${help} to see what there is.` : `Did you mean ${meant}?`;
  return errorText(sentence.endsWith(".") ? sentence : `${sentence}.`, remedy, session);
}
