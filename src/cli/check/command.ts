import { type Command, Option } from "commander";
import type { Severity } from "../../source/index.ts";
import { trustFolderOption, trustRefOption } from "../approvals/options.ts";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";
import { type BaselineChoice, baselineOption, noBaselineOption } from "./baseline-option.ts";
import { FORMATS, type Format, OutputList } from "./outputs.ts";

interface Flags {
  readonly failOn: Severity;
  readonly quiet?: boolean;
  readonly today?: string;
  readonly baseline?: BaselineChoice;
  readonly base?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly cache: boolean;
  readonly trustRef?: string;
  readonly trust?: string;
}

export function addCheck(program: Command, session: Session): void {
  const outputs = new OutputList();
  program
    .command("check")
    .summary("show what is wrong with campaigns, and what to write instead")
    .description(
      "Shows what is wrong with campaigns, and what to write instead. " +
        "Reads the workspace at or above each path; a path of one campaign shows only what concerns it.",
    )
    .argument("[paths...]", "campaigns, folders or workspaces (default: the workspace here)")
    .addOption(
      new Option("-f, --format <format>", "how findings are written; may be given several times")
        .choices(FORMATS)
        .default([], "text"),
    )
    .on("option:format", (format: Format) => outputs.format(format))
    .option("-o, --output <file>", "write the format before it to a file")
    .on("option:output", (file: string) => outputs.file(file))
    .addOption(
      new Option("--fail-on <severity>", "the least severity that ends with exit code 1")
        .choices(["error", "warning", "info"])
        .default("error"),
    )
    .option("-q, --quiet", "only findings that fail the check, and no tally")
    .addOption(todayOption())
    .addOption(baselineOption())
    .addOption(noBaselineOption())
    .addOption(trustRefOption())
    .addOption(trustFolderOption())
    .option("--base <file>", "findings of the base as JSON: waivers that it lacks are marked as proposed")
    .option("--no-cache", "judge every campaign anew, whatever an earlier check found")
    .option("--stdin", "check the text on standard input in the place of one file")
    .option("--stdin-filename <path>", "the file that standard input stands for")
    .addHelpText(
      "after",
      examples([
        ["recare check", "the workspace here"],
        ["recare check campaigns/welcome-back.yaml", "one campaign"],
        ["recare check --fail-on warning --format github", "in a pull request"],
        ["recare check --format text --format json --output findings.json", "for people and programs"],
        [
          "recare check --stdin --stdin-filename campaigns/new.yaml < draft.yaml",
          "a text that is not saved yet",
        ],
      ]),
    )
    .action(async (paths: string[], flags: Flags) => {
      const { check } = await import("./check.ts");
      await check(
        paths,
        outputs.all(),
        {
          failOn: flags.failOn,
          quiet: flags.quiet === true,
          today: flags.today,
          baseline: flags.baseline,
          base: flags.base,
          stdin: flags.stdin === true,
          stdinFilename: flags.stdinFilename,
          anew: !flags.cache,
          trust: { trustRef: flags.trustRef, trust: flags.trust },
        },
        session,
      );
    });
}

/** `--today` is the same on every command that checks. */
export function todayOption(): Option {
  return new Option(
    "--today <date>",
    "check as on this day: 2026-11-23 (default: the clock's, or RECARE_TODAY)",
  );
}
