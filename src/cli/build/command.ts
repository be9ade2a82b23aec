import type { Command } from "commander";
import { addTrustPlaces, authorOption, type TrustFlags } from "../approvals/options.ts";
import { type BaselineChoice, baselineOption, noBaselineOption } from "../check/baseline-option.ts";
import { todayOption } from "../check/command.ts";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

interface Flags extends TrustFlags {
  readonly out: string;
  readonly today?: string;
  readonly baseline?: BaselineChoice;
  readonly quiet?: boolean;
  readonly release?: boolean;
}

export function addBuild(program: Command, session: Session): void {
  const command = program
    .command("build")
    .summary("write the plan and the review packet of each campaign")
    .description(
      "Checks campaigns and writes for each one a plan and a review packet, as a page and as Markdown. " +
        "A campaign with an error is not built, and what an earlier build wrote for it is removed.",
    )
    .argument("[paths...]", "campaigns, folders or workspaces (default: the workspace here)")
    .option("-o, --out <folder>", "where to write", "build")
    .option("-b, --base <revision>", "say in each packet what changed since a git revision or a folder")
    .option("-q, --quiet", "findings only, no summary")
    .option("--release", "also write release.json, the plan with its signatures: all that a runner takes");
  addTrustPlaces(command)
    .addOption(authorOption())
    .addOption(todayOption())
    .addOption(baselineOption())
    .addOption(noBaselineOption())
    .addHelpText(
      "after",
      examples([
        ["recare build", "everything in the workspace here, into build/"],
        ["recare build --base origin/main", "packets that lead with what this branch changes"],
        ["recare build campaigns/welcome-back.yaml --out review", "one campaign"],
        ["recare build --release --author mark@agency.example", "what may run, from the merged change"],
      ]),
    )
    .action(async (paths: string[], flags: Flags) => {
      const { build } = await import("./build.ts");
      build(
        paths,
        {
          out: flags.out,
          today: flags.today,
          baseline: flags.baseline,
          base: flags.base,
          quiet: flags.quiet === true,
          release: flags.release === true,
          flags,
        },
        session,
      );
    });
}
