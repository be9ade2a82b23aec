import type { Command } from "commander";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

export interface CodeownersFlags {
  readonly output?: string;
  readonly check?: string;
}

export function addCodeowners(program: Command, session: Session): void {
  program
    .command("codeowners")
    .summary("write CODEOWNERS from trust/, so that the forge asks the right teams")
    .description(
      "Makes CODEOWNERS from the teams in trust/roles.yaml and the roles in trust/required.yaml: who is asked to " +
        "review which files. It asks, and no more: what counts is what recare verify finds signed.",
    )
    .argument("[path]", "the workspace (default: the one here)")
    .option("-o, --output <file>", "write to a file")
    .option("--check <file>", "end with 1 where this file is not what would be written")
    .addHelpText(
      "after",
      examples([
        ["recare codeowners --output .github/CODEOWNERS", "write it"],
        ["recare codeowners --check .github/CODEOWNERS", "in CI"],
      ]),
    )
    .action(async (path: string | undefined, flags: CodeownersFlags) => {
      const { codeowners } = await import("./codeowners.ts");
      codeowners(path, flags, session);
    });
}
