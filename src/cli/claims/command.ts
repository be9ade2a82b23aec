import { type Command, InvalidArgumentError, Option } from "commander";
import { todayOption } from "../check/command.ts";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

interface Flags {
  readonly expiring?: number;
  readonly unused?: boolean;
  readonly format: "text" | "json";
  readonly today?: string;
}

export function addClaims(program: Command, session: Session): void {
  program
    .command("claims")
    .summary("list approved claims: where each is used, and until when")
    .description(
      "Lists the claims of the register with their evidence, their standing, and every place where a campaign states them, by name or " +
        "typed out word for word. Ends with exit code 1 where a campaign uses a claim that does not hold on the day.",
    )
    .argument("[paths...]", "campaigns, folders or workspaces (default: the workspace here)")
    .addOption(
      new Option("--expiring <days>", "only claims that end within so many days, or have ended").argParser(
        days,
      ),
    )
    .option("--unused", "only claims that no campaign uses")
    .addOption(
      new Option("-f, --format <format>", "how they are written").choices(["text", "json"]).default("text"),
    )
    .addOption(todayOption())
    .addHelpText(
      "after",
      examples([
        ["recare claims", "the whole register"],
        ["recare claims --expiring 30", "what needs a review this month"],
        ["recare claims --unused", "what could be withdrawn"],
        ["recare claims campaigns/welcome-back.yaml", "what one campaign claims"],
        ["recare claims --format json", "for programs"],
      ]),
    )
    .action(async (paths: string[], flags: Flags) => {
      const { claims } = await import("./claims.ts");
      claims(
        paths,
        { ...flags, unused: flags.unused === true, expiring: flags.expiring, today: flags.today },
        session,
      );
    });
}

function days(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError("Give a number of days, like 30.");
  return Number(text);
}
