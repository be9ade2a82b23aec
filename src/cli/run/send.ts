import { resolve } from "node:path";
import type { Database } from "../../database/index.ts";
import { Problem } from "../../host/index.ts";
import { verifyRelease } from "../../review/index.ts";
import { dispatch, keepPlan, migrate, type PlanToRun, plansUnderWay, rosterJudge } from "../../run/index.ts";
import { EXIT } from "../exit-codes.ts";
import { momentOf } from "../ledger/moment.ts";
import { openLedger } from "../ledger/open-ledger.ts";
import { runClock } from "../ledger/run-clock.ts";
import type { Session } from "../session.ts";
import { noteOthers } from "./note-others.ts";
import { type PlanFile, verified } from "./plan-files.ts";
import { progressOn } from "./progress.ts";
import { loadInto } from "./roster.ts";
import type { RunOptions } from "./run-plans.ts";
import { needRoster } from "./scratch.ts";
import { reportJson, sentText } from "./summary.ts";
import { trustIn } from "./trust.ts";
import { waysOf } from "./ways.ts";

/**
 * Sends for real. Everything that can be wrong is found before the first claim: the releases are verified, the ways have
 * their settings, the roster is read.
 *
 * Ends with 1 where something is left for a person: messages in doubt, a way that was closed.
 */
export async function sendPlans(
  files: readonly PlanFile[],
  options: RunOptions,
  session: Session,
): Promise<void> {
  const trust = trustIn(options.trust, session);
  verified(files, trust, session);
  const until = options.until === undefined ? undefined : momentOf(options.until, "--until", session);
  const clock = runClock(session.now);
  const today = clock().slice(0, 10);
  const db = await openLedger(options.ledger, session, false);
  try {
    if (options.roster === undefined) await needRoster(db);
    else await loadInto(db, options.roster, files, today, session);
    for (const file of files) await keepPlan(db, file, file.json, clock());
    if (options.migrate) for (const file of files) await migrateOrRefuse(db, file, session);
    const older = await olderPlans(
      db,
      files,
      (release) => "verified" in verifyRelease(release, trust, session.now.getTime()),
      session,
    );
    const plans: readonly PlanToRun[] = [
      ...files.map(({ plan, digest }) => ({ plan, digest, acceptsEntries: true })),
      ...older,
    ];
    await noteOthers(db, files, session);
    const channels = waysOf(new Set(plans.flatMap(({ plan }) => plan.steps.map(({ channel }) => channel))), {
      via: options.via ?? [],
      out: resolve(session.cwd, options.out),
      day: dayIn(files[0]?.plan.windows.time_zone ?? "UTC", session.now),
      env: session.env,
    });
    const progress = progressOn(session);
    try {
      const report = await dispatch({
        db,
        plans,
        judge: rosterJudge,
        channels,
        now: clock,
        rate: options.rate,
        limit: options.limit,
        until,
        progress: progress.step,
      });
      if (report.parked > 0 || report.inDoubt > 0 || report.halted.length > 0 || report.recovered.parked > 0)
        session.end(EXIT.findings);
      progress.end();
      session.print(options.json ? `${JSON.stringify(reportJson(report))}\n` : sentText(report));
    } finally {
      progress.end();
      for (const channel of new Set(channels.values())) await channel.close();
    }
  } finally {
    await db.close();
  }
}

/** The day on the clocks of the organisation, by which staff look for a list. */
function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
}

async function migrateOrRefuse(db: Database, file: PlanFile, session: Session): Promise<void> {
  const { unknown, people } = await migrate(db, file);
  if (unknown.length > 0) {
    throw new Problem(
      `People are under way in ${file.plan.identity.campaign} who have had ${unknown.join(", ")}, which ${file.shown} does not know.`,
      "Say in the campaign which step that was (`was: …`), or run without --migrate: they finish on the plan that they began with.",
    );
  }
  if (people > 0)
    session.note(`${people} ${people === 1 ? "person goes" : "people go"} on by ${file.shown}.\n`);
}

/** Enrolments finish on the plan that they began with, as long as its signatures hold. */
async function olderPlans(
  db: Database,
  files: readonly PlanFile[],
  holds: (release: string) => boolean,
  session: Session,
): Promise<readonly PlanToRun[]> {
  const all = await plansUnderWay(db, files);
  return all.flatMap(({ kept, campaign, digest, people }) => {
    if (kept?.release && holds(kept.release)) return [{ plan: kept.plan, digest, acceptsEntries: false }];
    session.note(
      `note: ${people} ${people === 1 ? "person waits" : "people wait"} in ${campaign}: the signatures of the plan that they began with no longer hold. --migrate lets them go on by the new one.\n`,
    );
    return [];
  });
}
