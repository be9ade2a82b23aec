import { type Command, InvalidArgumentError } from "commander";
import { type BaselineChoice, baselineOption, noBaselineOption } from "../check/baseline-option.ts";
import { todayOption } from "../check/command.ts";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

interface Flags {
  readonly port: number;
  readonly base?: string;
  readonly open?: boolean;
  readonly key?: string;
  readonly today?: string;
  readonly baseline?: BaselineChoice;
}

export function addPreview(program: Command, session: Session): void {
  program
    .command("preview")
    .summary("show packets in the browser, and again after every save")
    .description(
      "Serves the review packets to this machine alone, at an address that nobody can guess, and shows every save at " +
        "once, at the place that you were reading. A campaign with an error shows the error, with the lines around it. " +
        "Nothing is written; Ctrl-C ends it.",
    )
    .argument("[paths...]", "campaigns, folders or workspaces (default: the workspace here)")
    .option("-p, --port <number>", "port on 127.0.0.1 (default: one that is free)", portOf, 0)
    .option("-b, --base <revision>", "say in each packet what changed since a git revision or a folder")
    .option("--open", "open the browser")
    .option("--key <file>", "the key that signs at a click (default: as for recare approve)")
    .addOption(todayOption())
    .addOption(baselineOption())
    .addOption(noBaselineOption())
    .addHelpText(
      "after",
      examples([
        ["recare preview --open", "every packet of the workspace here"],
        ["recare preview --base origin/main", "packets that lead with what this branch changes"],
        ["recare preview campaigns --port 4180", "at an address that stays the same but for its secret part"],
      ]),
    )
    .action(async (paths: string[], flags: Flags) => {
      const { preview } = await import("./preview.ts");
      const { port, base, open, today, baseline, key } = flags;
      await preview(paths, { port, base, open: open === true, today, baseline, key }, session);
    });
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError("Give a number from 1024 to 65535, or 0 for one that is free.");
  }
  return port;
}
