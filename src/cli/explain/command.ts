import type { Command } from "commander";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

export function addExplain(program: Command, session: Session): void {
  program
    .command("explain")
    .summary("what a rule asks for, why, and what to write instead")
    .description(
      "Shows what a rule asks for, why, what it rests on, and a good and a bad example. " +
        "Without a rule, lists them all.",
    )
    .argument("[rule]", "code or name of a rule: P101, no-diagnosis-in-sms")
    .option("--json", "the same for programs")
    .addHelpText(
      "after",
      examples([
        ["recare explain", "every rule, by family"],
        ["recare explain P101", "one rule, by its code"],
        ["recare explain no-diagnosis-in-sms", "the same, by its name"],
      ]),
    )
    .action(async (rule: string | undefined, flags: { readonly json?: boolean }) => {
      const { explain } = await import("./explain.ts");
      explain(rule, flags.json === true, session);
    });
}
