import { type Command, Option } from "commander";
import { todayOption } from "../check/command.ts";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

export const REVIEW_FORMATS = ["text", "json", "markdown", "html"] as const;
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];

interface Flags {
  readonly format: ReviewFormat;
  readonly output?: string;
  readonly today?: string;
  readonly exitCode?: boolean;
}

export function addDiff(program: Command, session: Session): void {
  program
    .command("diff")
    .summary("show what changed in meaning, and who must sign again")
    .description(
      "Compiles two revisions and compares what would run: which people, words, facts, times and answers changed, " +
        "which way, and whose signatures that voids. Formatting, order and comments are no change.",
    )
    .argument("<base>", "a git revision, a folder with a workspace, or plans that a build wrote")
    .argument("[head]", "the same (default: the workspace here)")
    .addOption(
      new Option("-f, --format <format>", "how it is written").choices(REVIEW_FORMATS).default("text"),
    )
    .option("-o, --output <file>", "write to a file")
    .option("--exit-code", "end with exit code 1 where something changed")
    .addOption(todayOption())
    .addHelpText(
      "after",
      examples([
        ["recare diff origin/main", "what this branch changes"],
        ["recare diff v1.2 v1.3", "between two releases"],
        ["recare diff ../before .", "between two folders"],
        ["recare diff build-a build-b", "between the plans of two builds"],
        ["recare diff origin/main --format markdown --output review.md", "for a pull request"],
        ["recare diff origin/main --format html --output review.html", "a page for reviewers"],
      ]),
    )
    .action(async (base: string, head: string | undefined, flags: Flags) => {
      const { diff } = await import("./diff.ts");
      const { format, output, today, exitCode } = flags;
      diff({ base, head }, { format, output, today, exitCode: exitCode === true }, session);
    });
}
