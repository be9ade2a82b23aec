import { type Command, Option } from "commander";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

interface Flags {
  readonly channel: "sms";
  readonly language: string;
  readonly lines?: boolean;
  readonly format: "text" | "json";
  readonly sender?: string;
}

export function addScan(program: Command, session: Session): void {
  program
    .command("scan")
    .summary("check a piece of copy without a workspace")
    .description(
      "Checks a piece of copy from standard input or a file, without a workspace. " +
        "Gaps of other tools stand for values: {{name}}, %{name}, ((name)).",
    )
    .argument("[file]", "the copy (default: standard input)")
    .addOption(new Option("--channel <channel>", "where it would be sent").choices(["sms"]).default("sms"))
    .addOption(new Option("--language <tag>", "language of the copy").choices(["en", "es"]).default("en"))
    .option("--lines", "every line is a message of its own")
    .addOption(
      new Option("--format <format>", "how findings are written").choices(["text", "json"]).default("text"),
    )
    .option("--sender <name>", "the name that a message must begin with")
    .addHelpText(
      "after",
      examples([
        ['echo "Time for your flu shot!" | recare scan', "one message"],
        ["recare scan --lines --format json messages.txt", "a list of messages, one JSON object a line"],
        ['recare scan --sender "Maple Health" draft.txt', "and it must say who it is from"],
      ]),
    )
    .action(async (file: string | undefined, flags: Flags) => {
      const { scan } = await import("./scan.ts");
      await scan(file, { ...flags, lines: flags.lines === true, sender: flags.sender }, session);
    });
}
