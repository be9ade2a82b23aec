import { type Command, Option } from "commander";
import { addTrustOptions, type TrustFlags } from "../approvals/options.ts";
import { type BaselineChoice, baselineOption, noBaselineOption } from "../check/baseline-option.ts";
import { todayOption } from "../check/command.ts";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

export const VERIFICATION_FORMATS = ["text", "json", "markdown"] as const;
export type VerificationFormat = (typeof VERIFICATION_FORMATS)[number];

interface Flags extends TrustFlags {
  readonly format: VerificationFormat;
  readonly output?: string;
  readonly today?: string;
  readonly baseline?: BaselineChoice;
}

export function addVerify(program: Command, session: Session): void {
  const command = program
    .command("verify")
    .summary("show which approvals stand, and who must still sign")
    .description(
      "Compiles campaigns and judges the signed statements in approvals/ against them: each signature that is " +
        "asked for stands, or does not, with the reason and what to do. Who may sign is read from the trusted " +
        "revision, never from the files here. Ends with 1 while a signature is missing.",
    )
    .argument("[paths...]", "campaigns, folders or workspaces (default: the workspace here)");
  addTrustOptions(command)
    .addOption(
      new Option("-f, --format <format>", "how it is written").choices(VERIFICATION_FORMATS).default("text"),
    )
    .option("-o, --output <file>", "write to a file")
    .addOption(todayOption())
    .addOption(baselineOption())
    .addOption(noBaselineOption())
    .addHelpText(
      "after",
      examples([
        ["recare verify", "against origin/main"],
        ["recare verify --trust-ref main --author mark@agency.example", "with who wrote the change"],
        ["recare verify --format markdown --output approvals.md", "for a pull request"],
        ["recare verify --trust ../trusted/trust", "without git"],
      ]),
    )
    .action(async (paths: string[], flags: Flags) => {
      const { verify } = await import("./verify.ts");
      verify(paths, flags, session);
    });
}
