import { judgeTick } from "../../judge/index.ts";
import { momentOf } from "../ledger/moment.ts";
import { databaseProblem } from "../ledger/open-ledger.ts";
import { readPlans } from "../run/plan-files.ts";
import { onScratch } from "../run/scratch.ts";
import { meaningOf } from "../run/summary.ts";
import type { Session } from "../session.ts";

export interface ReachOptions {
  readonly roster?: string;
  readonly ledger: string;
  readonly now?: string;
  readonly synthetic?: boolean;
  readonly json?: boolean;
}

/** Fewer people than this could be recognised (CMS, Cell Size Suppression Policy). */
const SMALLEST = 11;

/** How many people enter, in all and by segment; what becomes of their first step. Nothing where there are too few to tell. */
interface Reach {
  readonly campaign: string;
  readonly plan: string;
  readonly enter: number | null;
  readonly segments: Readonly<Record<string, number | null>>;
  readonly first_step: Readonly<Record<string, number | null>>;
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
    const counted = await onScratch(plans, options, now.slice(0, 10), session, async (db) => {
      const all: Reach[] = [];
      for (const { plan, digest } of plans) {
        await judgeTick(db, plan, now);
        const rows = await db.rows(
          "SELECT COALESCE(segment, '') AS segment, decision, COUNT(DISTINCT patient_id) AS people FROM tick_decisions WHERE enters GROUP BY COALESCE(segment, ''), decision",
        );
        all.push({
          campaign: plan.identity.campaign,
          plan: digest,
          enter: told(rows.reduce((sum, { people }) => sum + Number(people), 0)),
          segments: grouped(rows.map(({ segment, people }) => [String(segment), Number(people)])),
          first_step: grouped(rows.map(({ decision, people }) => [String(decision), Number(people)])),
        });
      }
      return all;
    });
    const people = options.synthetic ? "synthetic" : "roster";
    session.print(
      options.json
        ? `${JSON.stringify({ format: "recare.reach/1", counted_at: now, people, campaigns: counted })}\n`
        : text(counted, now, people),
    );
  } catch (error) {
    throw databaseProblem(error);
  }
}

/**
 * Sums by name, too small ones untold. Where exactly one is untold, the next smallest is too: else the total would tell it.
 */
function grouped(
  rows: readonly (readonly [name: string, people: number])[],
): Readonly<Record<string, number | null>> {
  const sums = new Map<string, number>();
  for (const [name, people] of rows) if (name !== "") sums.set(name, (sums.get(name) ?? 0) + people);
  const bySize = [...sums].sort(([, x], [, y]) => x - y);
  const small = bySize.filter(([, people]) => people > 0 && people < SMALLEST).length;
  const hidden = new Set(
    bySize
      .filter(([, people]) => people > 0)
      .slice(0, small === 1 ? 2 : small)
      .map(([name]) => name),
  );
  const names = [...sums.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, hidden.has(name) ? null : (sums.get(name) ?? 0)]));
}

function told(people: number): number | null {
  return people > 0 && people < SMALLEST ? null : people;
}

function text(counted: readonly Reach[], now: string, people: string): string {
  const number = (count: number | null) => (count === null ? "fewer than 11, or untold" : String(count));
  const parts = counted.map(({ campaign, enter, segments, first_step }) =>
    [
      `${campaign}: ${number(enter)} ${enter === 1 ? "person enters" : "people enter"}.`,
      ...Object.entries(segments).map(([segment, count]) => `  segment ${segment}: ${number(count)}`),
      ...Object.entries(first_step).map(([decision, count]) => `  ${meaningOf(decision)}: ${number(count)}`),
    ].join("\n"),
  );
  const whose = people === "synthetic" ? "people who are invented" : "the roster";
  return `${parts.join("\n")}\nCounted at ${now} UTC from ${whose}.\n`;
}
