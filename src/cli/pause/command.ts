import type { Command } from "commander";
import { examples } from "../examples.ts";
import { ledgerOption } from "../ledger/option.ts";
import type { Session } from "../session.ts";

interface Flags {
  readonly ledger: string;
  readonly resume?: boolean;
  readonly why?: string;
}

export function addPause(program: Command, session: Session): void {
  program
    .command("pause")
    .summary("stop a campaign at once, or let it go on")
    .description(
      "Stops a campaign: from the next claim on nothing of it is sent, also by a run that is under way on the same server. " +
        "What was claimed before still leaves. Nobody leaves the campaign, and waits go on.",
    )
    .argument("<campaign>", "the campaign's id")
    .addOption(ledgerOption())
    .option("--resume", "let it go on")
    .option("--why <words>", "why, for those who find it paused")
    .addHelpText(
      "after",
      examples([
        ['recare pause missed-visit --why "wrong clinic hours"', "stop it"],
        ["recare pause missed-visit --resume", "go on"],
      ]),
    )
    .action(async (campaign: string, flags: Flags) => {
      const { pauseCampaign } = await import("./pause.ts");
      await pauseCampaign(campaign, { ...flags, resume: flags.resume === true, why: flags.why }, session);
    });
}
