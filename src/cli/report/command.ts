import { type Command, Option } from "commander";
import { examples } from "../examples.ts";
import { ledgerOption } from "../ledger/option.ts";
import type { Session } from "../session.ts";

interface Flags {
  readonly ledger: string;
  readonly asOf?: string;
  readonly format: "text" | "json" | "csv";
  readonly html?: string;
  readonly results?: string;
}

export function addReport(program: Command, session: Session): void {
  program
    .command("report")
    .summary("show what came of a campaign, with intervals and no small counts")
    .description(
      "Measures campaigns from the ledger and what came back: booked, completed and follow-up completed, by segment, channel, step " +
        "and arm, and against people who were withheld, with Wilson intervals; why people declined; what was left out. Counts " +
        "from 1 to 10 are untold, and as many more as keep them from following.",
    )
    .argument("<plans...>", "plan.json, release.json, or folders that recare build wrote")
    .addOption(ledgerOption())
    .option("--as-of <instant>", "nothing after it counts (default: the clock)")
    .addOption(
      new Option("-f, --format <format>", "how it is written")
        .choices(["text", "json", "csv"])
        .default("text"),
    )
    .option("--html <file>", "write a page to keep or print; of one campaign")
    .option(
      "--results <folder>",
      "write results/<campaign>.json there, which recare check shows beside the goal",
    )
    .addHelpText(
      "after",
      examples([
        ["recare report build/missed-visit", "as text"],
        ["recare report build/missed-visit --html results.html", "a page"],
        ["recare report build/* --results results", "for the next check"],
        ["recare report build/missed-visit --format csv > results.csv", "for a spreadsheet"],
      ]),
    )
    .action(async (plans: readonly string[], flags: Flags) => {
      const { report } = await import("./report.ts");
      await report(plans, flags, session);
    });
}
