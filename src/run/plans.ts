import type { Database } from "../database/index.ts";
import { readFormat } from "../formats/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Instant } from "./instant.ts";

/** A plan that ran, as it was kept. */
export interface KeptPlan {
  readonly plan: Plan;
  readonly digest: string;
  /** The text of the release that it ran by; nothing where no release was asked for. */
  readonly release: string | null;
}

/** Keeps a plan for the enrolments that begin with it. One that is known stays as it is. */
export async function keepPlan(
  db: Database,
  { plan, digest, release }: KeptPlan,
  json: string,
  now: Instant,
): Promise<void> {
  await db.run(
    `INSERT INTO plans (plan_digest, campaign, first_run_at, plan, release)
VALUES (:digest, :campaign, CAST(:now AS TIMESTAMP), :json, :release) ON CONFLICT (plan_digest) DO NOTHING`,
    { digest, campaign: plan.identity.campaign, now, json, release },
  );
}

/** The latest plan of each campaign. */
export async function latestPlans(db: Database): Promise<ReadonlyMap<string, Plan>> {
  const rows = await db.rows("SELECT campaign, plan FROM plans ORDER BY first_run_at, plan_digest");
  return new Map(
    rows.flatMap(({ campaign, plan }) => {
      const read = planOf(String(plan));
      return read === undefined ? [] : [[String(campaign), read] as const];
    }),
  );
}

/**
 * Campaigns with people under way that go before one of these and are not among them: nobody asks in this run what is due
 * by them.
 */
export async function goBefore(
  db: Database,
  plans: readonly Pick<KeptPlan, "plan">[],
): Promise<readonly string[]> {
  const latest = await latestPlans(db);
  const rows = await db.rows(
    "SELECT DISTINCT campaign FROM enrolments WHERE state = 'active' ORDER BY campaign",
  );
  const ours = new Set(plans.flatMap(({ plan: { identity } }) => [identity.campaign, ...identity.was]));
  const lowest = Math.min(...plans.map(({ plan }) => plan.identity.priority));
  return rows
    .map(({ campaign }) => String(campaign))
    .filter((campaign) => !ours.has(campaign) && (latest.get(campaign)?.identity.priority ?? 0) > lowest);
}

/** Campaigns that ever ran here, in the order of their ids. */
export async function campaignsIn(db: Database): Promise<readonly string[]> {
  const rows = await db.rows("SELECT DISTINCT campaign FROM plans ORDER BY campaign");
  return rows.map(({ campaign }) => String(campaign));
}

/** Plans other than these by which somebody of their campaigns is still under way, with how many. */
export async function plansUnderWay(
  db: Database,
  current: readonly KeptPlan[],
): Promise<
  readonly {
    readonly kept: KeptPlan | undefined;
    readonly campaign: string;
    readonly digest: string;
    readonly people: number;
  }[]
> {
  const rows = await db.rows(
    `SELECT e.campaign AS campaign, e.plan_digest AS digest, COUNT(*) AS people, MAX(p.plan) AS plan, MAX(p.release) AS release
FROM enrolments e LEFT JOIN plans p ON p.plan_digest = e.plan_digest
WHERE e.state = 'active' GROUP BY e.campaign, e.plan_digest ORDER BY e.campaign, e.plan_digest`,
  );
  const now = new Set(current.map(({ digest }) => digest));
  const ours = new Set(current.flatMap(({ plan: { identity } }) => [identity.campaign, ...identity.was]));
  return rows.flatMap((row) => {
    const [campaign, digest] = [String(row.campaign), String(row.digest)];
    if (now.has(digest) || !ours.has(campaign)) return [];
    const plan = row.plan === null ? undefined : planOf(String(row.plan));
    const release = row.release === null || row.release === undefined ? null : String(row.release);
    return [{ campaign, digest, people: Number(row.people), kept: plan && { plan, digest, release } }];
  });
}

/**
 * Lets everybody who is under way go on by a new plan.
 *
 * @returns steps that somebody has had and that the plan does not know, not even as `was`: then nothing is changed, since
 * nobody could say what comes next
 */
export async function migrate(
  db: Database,
  { plan, digest }: KeptPlan,
): Promise<{ readonly unknown: readonly string[]; readonly people: number }> {
  const { campaign } = plan.identity;
  const rows = await db.rows(
    `SELECT DISTINCT l.step AS step FROM ledger l JOIN enrolments e ON e.anchor_id = l.anchor_id AND e.entry = l.entry AND e.campaign = l.campaign
WHERE e.campaign = :campaign AND e.state = 'active' ORDER BY step`,
    { campaign },
  );
  const known = new Set(plan.steps.flatMap(({ id, when }) => [id, ...when.was]));
  const unknown = rows.map(({ step }) => String(step)).filter((step) => !known.has(step));
  if (unknown.length > 0) return { unknown, people: 0 };
  const people = await db.run(
    "UPDATE enrolments SET plan_digest = :digest WHERE campaign = :campaign AND state = 'active' AND plan_digest <> :digest",
    { campaign, digest },
  );
  return { unknown, people };
}

function planOf(json: string): Plan | undefined {
  return readFormat<Plan>("plan", json).value;
}
