import { Problem } from "../../host/index.ts";
import { momentOf } from "../approvals/moment.ts";
import type { Session } from "../session.ts";
import type { ApproveFlags } from "./command.ts";
import { approveConcern } from "./concern.ts";
import { importReviews } from "./import.ts";
import { approveWaiver } from "./waiver.ts";

/**
 * `recare approve`: signs one thing, after showing it.
 *
 * @throws Problem where it cannot be signed: no key, a key that nobody knows, a role that is not held, a campaign with
 * errors
 */
export async function approve(
  campaign: string | undefined,
  flags: ApproveFlags,
  session: Session,
): Promise<void> {
  const kinds = [flags.concern && "--concern", flags.waiver && "--waiver", flags.import && "--import"];
  const asked = kinds.filter((kind) => kind !== undefined);
  if (asked.length > 1)
    throw new Problem(`${asked.join(" and ")} are signed one by one.`, "Give one of them.");
  if (flags.reject === true && flags.withdraw === true)
    throw new Problem("--reject and --withdraw say different things.", "Give one of them.");
  const moment = momentOf(flags.today, session);
  if (flags.import !== undefined) return importReviews(flags.import, campaign, flags, moment, session);
  if (flags.waiver !== undefined) return approveWaiver(flags.waiver, campaign, flags, moment, session);
  return approveConcern(campaign, flags, moment, session);
}
