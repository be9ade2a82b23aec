import { Argument, type Command } from "commander";
import { todayOption } from "../check/command.ts";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

export interface NewKeyFlags {
  readonly file?: string;
  readonly name?: string;
  readonly passphrase: boolean;
  readonly today?: string;
}

export function addKeys(program: Command, session: Session): void {
  program
    .command("keys")
    .summary("make a key to sign with, and show what to do with it")
    .description(
      "Makes an Ed25519 key with ssh-keygen, which asks for a passphrase, and prints the line for " +
        "trust/allowed_signers. Any SSH key that you have already works too.",
    )
    .addArgument(new Argument("<action>", "what to do").choices(["new"]))
    .option("--file <file>", "where to put it (default: ~/.ssh/recare_ed25519)")
    .option("--name <name>", "the e-mail address under which you sign (default: git's user.email)")
    .option("--no-passphrase", "without a passphrase: for a key that CI keeps as a secret")
    .addOption(todayOption())
    .addHelpText(
      "after",
      examples([
        ["recare keys new --name dana@clinic.example", "your own key"],
        ["recare keys new --file ci_key --name ci@clinic.example --no-passphrase", "a key for CI"],
      ]),
    )
    .action(async (_action: string, flags: NewKeyFlags) => {
      const { keysNew } = await import("./new.ts");
      keysNew(flags, session);
    });
}
