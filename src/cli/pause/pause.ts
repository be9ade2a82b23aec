import { Problem } from "../../host/index.ts";
import { campaignsIn, instantOf, pause, resume } from "../../run/index.ts";
import { withLedger } from "../ledger/open-ledger.ts";
import type { Session } from "../session.ts";

export interface PauseOptions {
  readonly ledger: string;
  readonly resume: boolean;
  readonly why: string | undefined;
}

/**
 * `recare pause`: stops a campaign's claims, or lets them go on.
 *
 * @throws Problem for a campaign that the ledger does not know: a slip of the finger must not look like a pause
 */
export async function pauseCampaign(
  campaign: string,
  options: PauseOptions,
  session: Session,
): Promise<void> {
  await withLedger(options.ledger, session, async (db) => {
    const known = await campaignsIn(db);
    if (!known.includes(campaign)) {
      const list = known.length === 0 ? "It knows none yet." : `It knows: ${known.join(", ")}.`;
      throw new Problem(`The ledger ${options.ledger} knows no campaign ${campaign}.`, list);
    }
    if (options.resume) {
      const wasPaused = await resume(db, campaign);
      session.print(wasPaused ? `${campaign} goes on at the next run.\n` : `${campaign} was not paused.\n`);
      return;
    }
    await pause(db, campaign, options.why ?? null, instantOf(session.now));
    session.print(
      `${campaign} is paused: nothing of it is claimed until recare pause ${campaign} --resume.\n`,
    );
  });
}
