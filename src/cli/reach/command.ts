import type { Command } from "commander";
import { examples } from "../examples.ts";
import { ledgerOption } from "../ledger/option.ts";
import type { Session } from "../session.ts";

interface Flags {
  readonly roster?: string;
  readonly ledger: string;
  readonly now?: string;
  readonly synthetic?: boolean;
  readonly json?: boolean;
  readonly results?: string;
}

export function addReach(program: Command, session: Session): void {
  program
    .command("reach")
    .summary("how many people a campaign reaches, as a dated count")
    .description(
      "Counts who would enter each campaign now, by segment, and what keeps their first message. Nothing is sent or " +
        "remembered. Counts below 11 are not told, so that nobody is found in them.",
    )
    .argument("<plans...>", "plan.json, release.json, or folders that recare build wrote")
    .option("--roster <folder|file|postgres:schema>", "who people are")
    .addOption(ledgerOption())
    .option("--now <instant>", "the instant to count at (default: the clock)")
    .option("--synthetic", "the roster is invented: the count is labelled so")
    .option("--json", "as JSON, for programs")
    .option("--results <folder>", "write results/<campaign>.reach.json there, which the next packet shows")
    .addHelpText(
      "after",
      examples([
        ["recare reach build/missed-visit --roster roster", "as text"],
        ["recare reach build/missed-visit --roster roster --results results", "a dated count for the packet"],
      ]),
    )
    .action(async (plans: readonly string[], flags: Flags) => {
      const { reach } = await import("./reach.ts");
      await reach(plans, flags, session);
    });
}
