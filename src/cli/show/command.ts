import type { Command } from "commander";
import { examples } from "../examples.ts";
import { ledgerOption } from "../ledger/option.ts";
import type { Session } from "../session.ts";

interface Flags {
  readonly ledger: string;
  readonly parked?: boolean;
  readonly left?: string;
  readonly notLeft?: string;
  readonly json?: boolean;
}

export function addShow(program: Command, session: Session): void {
  program
    .command("show")
    .summary("what somebody received, word by word, and why not")
    .description(
      "Shows what was done about a patient: every message in its exact words, every step that was left out with the reason, " +
        "what came back, and who has a task. With --parked it lists messages of which nobody knows whether they left.",
    )
    .argument("[patient]", "the patient's id")
    .addOption(ledgerOption())
    .option("--parked", "messages in doubt, the oldest first")
    .option("--left <touch>", "somebody found out that a parked message did leave: go on after it")
    .option("--not-left <touch>", "it did not leave: go on after it as after a step that was left out")
    .option("--json", "as JSON")
    .addHelpText(
      "after",
      examples([
        ["recare show P0017", "everything about one person"],
        ["recare show --parked", "what a crash left in doubt"],
      ]),
    )
    .action(async (patient: string | undefined, flags: Flags) => {
      const { show } = await import("./show.ts");
      await show(patient, flags, session);
    });
}
