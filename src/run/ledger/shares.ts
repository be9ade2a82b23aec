import type { Database } from "../../database/index.ts";
import type { Plan } from "../../plan/index.ts";

/**
 * Holds what people share beside numbers and addresses, until the transaction ends: a day's pace of a campaign, and the calls
 * that a team can take. Two dispatchers that judged at once would each give away what is left. They wait for one another
 * only where a plan has such a limit.
 */
export async function holdShares(open: Database, { pace, respond }: Plan): Promise<void> {
  const hasLimit = pace.per_day !== null || respond.teams.some(({ calls_a_day }) => calls_a_day !== null);
  if (open.kind === "postgres" && hasLimit) await open.rows("SELECT pg_advisory_xact_lock(7323, 3)");
}
