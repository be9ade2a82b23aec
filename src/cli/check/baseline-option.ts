import { Option } from "commander";

/** As `--baseline` and `--no-baseline` say: a file by name, none, or the workspace's own where nothing is said. */
export type BaselineChoice = string | false | undefined;

/** The same on every command that checks. */
export function baselineOption(): Option {
  return new Option(
    "--baseline <file>",
    "findings that may stay for now (default: recare-baseline.json of the workspace)",
  );
}

export function noBaselineOption(): Option {
  return new Option("--no-baseline", "as if there were no baseline");
}
