import {
  type CampaignReach,
  countText,
  hideSmall,
  meaningOf,
  type Reach,
  told,
} from "../../evidence/index.ts";
import { judgeTick } from "../../judge/index.ts";
import { concernDigests } from "../../plan/index.ts";
import { isInvented } from "../../roster/index.ts";
import { keepEvidence } from "../evidence/results-folder.ts";
import { momentOf } from "../ledger/moment.ts";
import { databaseProblem } from "../ledger/open-ledger.ts";
import { readPlans } from "../run/plan-files.ts";
import { onScratch } from "../run/scratch.ts";
import type { Session } from "../session.ts";

export interface ReachOptions {
  readonly roster?: string;
  readonly ledger: string;
  readonly now?: string;
  readonly synthetic?: boolean;
  readonly json?: boolean;
  readonly results?: string;
}

/** `recare reach`: counts who would enter now. */
export async function reach(
  paths: readonly string[],
  options: ReachOptions,
  session: Session,
): Promise<void> {
  const plans = readPlans(paths, session);
  const now = momentOf(options.now, "--now", session);
  try {
    const counted = await onScratch(plans, options, now.slice(0, 10), session, async (db): Promise<Reach> => {
      const campaigns: CampaignReach[] = [];
      for (const { plan, digest } of plans) {
        await judgeTick(db, plan, now);
        const rows = await db.rows(
          "SELECT COALESCE(segment, '') AS segment, decision, COUNT(DISTINCT patient_id) AS people FROM tick_decisions WHERE enters GROUP BY COALESCE(segment, ''), decision",
        );
        campaigns.push({
          campaign: plan.identity.campaign,
          plan: digest,
          audience: concernDigests(plan).audience,
          enter: told(rows.reduce((sum, { people }) => sum + Number(people), 0)),
          segments: grouped(rows.map(({ segment, people }) => [String(segment), Number(people)])),
          first_step: grouped(rows.map(({ decision, people }) => [String(decision), Number(people)])),
        });
      }
      // Whoever forgets to say so must not make invented people look like patients.
      const people = options.synthetic === true || (await isInvented(db)) ? "synthetic" : "roster";
      return { format: "recare.reach/1", counted_at: now, people, campaigns };
    });
    if (options.results !== undefined) keep(counted, options.results, session);
    session.print(options.json ? `${JSON.stringify(counted)}\n` : text(counted));
  } catch (error) {
    throw databaseProblem(error);
  }
}

/** One file a campaign, so that a later count of one leaves the others. */
function keep(reach: Reach, folder: string, session: Session): void {
  for (const campaign of reach.campaigns)
    keepEvidence(folder, `${campaign.campaign}.reach.json`, { ...reach, campaigns: [campaign] }, session);
}

/** Sums by name, small ones untold, and as many more as keep them from following from the total. */
function grouped(
  rows: readonly (readonly [name: string, people: number])[],
): Readonly<Record<string, number | null>> {
  const sums = new Map<string, number>();
  for (const [name, people] of rows) if (name !== "") sums.set(name, (sums.get(name) ?? 0) + people);
  const names = [...sums.keys()].sort();
  const counts = hideSmall(names.map((name) => sums.get(name) ?? 0));
  return Object.fromEntries(names.map((name, index) => [name, counts[index] ?? null]));
}

function text({ campaigns, counted_at, people }: Reach): string {
  const parts = campaigns.map(({ campaign, enter, segments, first_step }) =>
    [
      `${campaign}: ${countText(enter)} ${enter === 1 ? "person enters" : "people enter"}.`,
      ...Object.entries(segments).map(([segment, count]) => `  segment ${segment}: ${countText(count)}`),
      ...Object.entries(first_step).map(
        ([decision, count]) => `  ${meaningOf(decision)}: ${countText(count)}`,
      ),
    ].join("\n"),
  );
  const whose = people === "synthetic" ? "people who are invented" : "the roster";
  return `${parts.join("\n")}\nCounted at ${counted_at} UTC from ${whose}. Untold are counts from 1 to 10, and as many more as keep\nthem from following.\n`;
}
