import type { Database } from "../database/index.ts";
import type { Instant } from "./instant.ts";

/** Whether somebody stopped a campaign's claims. */
export async function isPaused(db: Database, campaign: string): Promise<boolean> {
  const rows = await db.rows("SELECT campaign FROM pauses WHERE campaign = :campaign", { campaign });
  return rows.length > 0;
}

/** Stops a campaign's claims, from the next one on. Asking again changes only the reason. */
export async function pause(db: Database, campaign: string, why: string | null, now: Instant): Promise<void> {
  await db.transaction(async (open) => {
    await open.run("DELETE FROM pauses WHERE campaign = :campaign", { campaign });
    await open.run(
      "INSERT INTO pauses (campaign, paused_at, why) VALUES (:campaign, CAST(:now AS TIMESTAMP), :why)",
      { campaign, now, why },
    );
  });
}

/** Lets a campaign go on. */
export async function resume(db: Database, campaign: string): Promise<boolean> {
  return (await db.run("DELETE FROM pauses WHERE campaign = :campaign", { campaign })) > 0;
}
