import { type Command, Option } from "commander";

/** Where trust is read from and who wrote the change, as options and environment say. */
export interface TrustFlags {
  readonly trustRef?: string | undefined;
  readonly trust?: string | undefined;
  readonly author?: readonly string[] | undefined;
  readonly base?: string | undefined;
}

/** The options of every command that judges signatures. */
export function addTrustOptions(command: Command): Command {
  return addTrustPlaces(command)
    .addOption(authorOption())
    .option(
      "--base <revision>",
      "where the change begins, for the signers of its commits (default: the trusted revision)",
    );
}

/** Only where trust is read from. */
export function addTrustPlaces(command: Command): Command {
  return command.addOption(trustRefOption()).addOption(trustFolderOption());
}

export function trustRefOption(): Option {
  return new Option(
    "--trust-ref <revision>",
    "read trust/ from this revision, never from the files here (default: RECARE_TRUST_REF, else origin/main)",
  );
}

export function trustFolderOption(): Option {
  return new Option("--trust <folder>", "read trust/ from this folder, where there is no git");
}

export function authorOption(): Option {
  return new Option(
    "--author <name>",
    "who wrote or pushed the change, by signing name or forge account; may be given several times (default: RECARE_AUTHORS, else the signers of its commits)",
  ).argParser((name: string, before: readonly string[] | undefined) => [...(before ?? []), name]);
}
