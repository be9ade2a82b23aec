import type { Command } from "commander";
import { todayOption } from "../check/command.ts";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

interface Flags {
  readonly file?: string;
  readonly prune?: boolean;
  readonly today?: string;
}

export function addBaseline(program: Command, session: Session): void {
  program
    .command("baseline")
    .summary("let what is found now stay for a while, and only that")
    .description(
      "Writes recare-baseline.json: the findings of rules that anybody may waive. A check then passes them, shows and " +
        "counts them, and fails for everything new. Findings of other rules are mended, or waived where they stand.",
    )
    .argument("[path]", "a workspace (default: the workspace here)")
    .option("--prune", "only take out what is gone, and add nothing")
    .option("--file <file>", "write to another file, for `recare check --baseline <file>`")
    .addOption(todayOption())
    .addHelpText(
      "after",
      examples([
        ["recare baseline", "begin with what is there today"],
        ["recare baseline --prune", "after something was mended"],
        ["recare check --no-baseline", "see all that it lets pass"],
      ]),
    )
    .action(async (path: string | undefined, flags: Flags) => {
      const { baseline } = await import("./baseline.ts");
      baseline(path, { file: flags.file, prune: flags.prune === true, today: flags.today }, session);
    });
}
