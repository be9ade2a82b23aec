import { type Command, InvalidArgumentError } from "commander";
import { examples } from "../examples.ts";
import { ledgerOption } from "../ledger/option.ts";
import type { Session } from "../session.ts";
import type { RunOptions } from "./run-plans.ts";

export function addRun(program: Command, session: Session): void {
  program
    .command("run")
    .summary("run plans: a dry run that writes files, or with --send for real")
    .description(
      "Judges who is due and makes their messages. Without --send nothing leaves and nothing is remembered: the messages are " +
        "written to files for you to read. With --send only a verified release runs; every message is claimed in the ledger " +
        "before it leaves, so that nobody gets it twice whatever happens to this computer.",
    )
    .argument(
      "<plans...>",
      "release.json, plan.json, or folders that recare build wrote: one campaign's, or that of all",
    )
    .option(
      "--roster <folder|file|postgres:schema>",
      "who people are (default with --send: as it was loaded last)",
    )
    .addOption(ledgerOption())
    .option("-o, --out <folder>", "where files are written: messages, letters, call lists", "outbox")
    .option("--send", "send for real; asks for a verified release and --trust")
    .option("--trust <folder>", "the trusted folder trust/, never one that came with the release")
    .option("--now <instant>", "the instant to judge at; dry runs only (default: the clock)")
    .option("--limit <touches>", "send no more than so many", wholeNumber)
    .option("--until <instant>", "claim nothing from then on")
    .option("--rate <messages>", "send no more than so many in a second", wholeNumber)
    .option("--via <channel=way...>", "another way for a channel, such as letter=fhir or sms=files")
    .option("--migrate", "let everybody who is under way go on by the new plan")
    .option("--explain <patient>", "say why somebody gets a message or not, step by step")
    .option("--json", "what was done, as JSON")
    .addHelpText(
      "after",
      examples([
        ["recare run build --roster roster", "who would get what now, of all campaigns; sends nothing"],
        ["recare run build/missed-visit --roster roster --explain P0017", "why, for one person"],
        [
          "recare run build/missed-visit/release.json --roster roster --send --trust /etc/recare/trust",
          "for real",
        ],
      ]),
    )
    .addHelpText(
      "after",
      "\nWays and credentials come from the environment, never from a file or an option: see docs/adapters.md.",
    )
    .action(async (plans: readonly string[], flags: RunOptions) => {
      const { runPlans } = await import("./run-plans.ts");
      await runPlans(plans, flags, session);
    });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("Write a whole number from 1.");
  return Number(text);
}
