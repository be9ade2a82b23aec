import { type Command, InvalidArgumentError, Option } from "commander";
import { addTrustPlaces, authorOption } from "../approvals/options.ts";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";
import type { SimulateFlags } from "./simulate.ts";

export function addSimulate(program: Command, session: Session): void {
  const command = program
    .command("simulate")
    .summary("run campaigns day by day over people who do not exist, and look at every touch")
    .description(
      "Runs the real judge of a campaign once a day with a clock that is set, over a synthetic roster and people who answer as is " +
        "assumed; makes every message and looks at every touch from outside (never after a stop, outside the window, above a cap or " +
        "a capacity, never two to one phone on a day, everyone ends); and shows whether the teams can keep up, and what must be so " +
        "before it starts, approvals among it. Several campaigns run together, by priority, with one another's caps and teams. " +
        "Nothing is sent.",
    )
    .argument("<campaigns...>", "one campaign or several, by their ids or files")
    .option("-r, --roster <roster>", "a roster; synthetic people only (default: people are invented)")
    .addOption(
      new Option("-n, --people <number>", "how many are invented without --roster")
        .default(2000)
        .argParser(whole),
    )
    .option("--from <date>", "the first day (default: the day of the check)")
    .addOption(new Option("-d, --days <number>", "how many days").default(60).argParser(whole))
    .option("-s, --seed <seed>", "what people and answers are drawn from", "1")
    .addOption(
      new Option("-f, --format <format>", "how it is written").choices(["text", "json"]).default("text"),
    )
    .option("--chart <file>", "write the load of each day as an SVG chart")
    .option(
      "--results <folder>",
      "write results/<campaign>.simulation.json there, which the next packet shows",
    )
    .option("-w, --workspace <folder>", "the workspace of the campaign (default: the one here)");
  addTrustPlaces(command)
    .addOption(authorOption())
    .addHelpText(
      "after",
      examples([
        ["recare simulate missed-visit", "60 days over 2,000 invented people"],
        [
          "recare simulate missed-visit --roster roster --from 2026-11-23 --days 30",
          "over a roster that was generated",
        ],
        [
          "recare simulate missed-visit lapsed-care",
          "together: who is written to first, and whether the teams keep up",
        ],
        ["recare simulate missed-visit --results results", "for the campaign's next packet"],
        ["recare simulate missed-visit --chart load.svg", "with a chart of touches, calls and bookings"],
      ]),
    )
    .action(async (campaigns: readonly string[], flags: SimulateFlags) => {
      const { simulateCampaigns } = await import("./simulate.ts");
      await simulateCampaigns(campaigns, flags, session);
    });
}

function whole(text: string): number {
  const digits = text.replaceAll(/[,_]/g, "");
  if (!/^[1-9]\d{0,8}$/.test(digits)) throw new InvalidArgumentError("Give a whole number, like 60.");
  return Number(digits);
}
