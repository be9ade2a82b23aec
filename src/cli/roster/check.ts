import { type Database, openDuckDb, openPostgres } from "../../database/index.ts";
import { dayOfCheck, Problem } from "../../host/index.ts";
import { AS_DOCUMENTED } from "../../model/index.ts";
import { paintFor } from "../../report/index.ts";
import {
  checkRoster,
  type RosterReport,
  rosterShape,
  rosterSource,
  shapeConflicts,
} from "../../roster/index.ts";
import { EXIT } from "../exit-codes.ts";
import { isServer } from "../ledger/open-ledger.ts";
import type { Session } from "../session.ts";
import { rosterText } from "./check-text.ts";
import { isSchema, rosterPlace } from "./place.ts";
import { onRoster } from "./problems.ts";
import { rosterFields, workspaceFor } from "./workspace.ts";

/** Changes when a reader of `recare roster check --format json` would have to change. */
const ROSTER_FORMAT = "recare.roster/1";

export interface CheckOptions {
  readonly workspace?: string;
  readonly ledger?: string;
  readonly format: "text" | "json";
  readonly failOn: "error" | "warning";
  readonly showValues: boolean;
  readonly today?: string;
}

/** `recare roster check`: what is wrong with a roster before anything runs on it. */
export async function rosterCheck(location: string, options: CheckOptions, session: Session): Promise<void> {
  const today = dayOfCheck(options.today, session.env, session.now);
  const held = workspaceFor(options.workspace, today, session);
  for (const campaign of held?.withoutPlan ?? []) {
    session.note(`note: ${campaign} has errors and no plan, so nothing is counted for it\n`);
  }
  const fields = held === undefined ? [] : rosterFields(held.workspace);
  const mapping = held?.workspace.organization.roster ?? AS_DOCUMENTED;
  const report = await onRoster(() =>
    onDatabase(location, options.ledger, async (db) => {
      const source = rosterSource(rosterPlace(location, session), mapping, location);
      return await checkRoster(db, source, {
        today,
        shape: rosterShape(fields),
        mapping,
        conflicts: shapeConflicts(fields),
        plans: held?.plans ?? [],
        known: {
          clinics: held === undefined ? [] : [...held.workspace.library.locations.keys()],
          languages: held?.workspace.organization.languages ?? [],
        },
        showValues: options.showValues,
      });
    }),
  );
  if (fails(report, options.failOn)) session.end(EXIT.findings);
  session.print(
    options.format === "json"
      ? `${JSON.stringify(asJson(report, today), undefined, 2)}\n`
      : rosterText(report, paintFor(session.stdout.colour), session.stdout.columns),
  );
}

/** Does work on an engine of our own, or on the server whose schema the roster is, where nothing is kept. */
async function onDatabase<T>(
  location: string,
  ledger: string | undefined,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const db = isSchema(location)
    ? await openPostgres(serverOf(location, ledger), { isScratch: true })
    : await openDuckDb();
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

function serverOf(location: string, ledger: string | undefined): string {
  if (ledger !== undefined && isServer(ledger)) return ledger.split("#")[0] ?? ledger;
  throw new Problem(
    `${location} is a schema of a server, and nobody says of which.`,
    "Name it: --ledger postgres://recare@db/clinic",
  );
}

function fails({ findings }: RosterReport, failOn: CheckOptions["failOn"]): boolean {
  const severities = failOn === "error" ? ["error"] : ["error", "warning"];
  return findings.some(({ severity }) => severities.includes(severity));
}

function asJson({ people, setAside, tables, findings, reach }: RosterReport, today: string) {
  return {
    format: ROSTER_FORMAT,
    today,
    people,
    set_aside: setAside,
    tables: tables.map(({ table, shown, rows }) => ({ table, from: shown ?? null, rows })),
    findings: findings.map(({ shown, ...finding }) => ({ ...finding, from: shown })),
    reach: reach.map(({ campaign, people: about, qualify, reachable, blanks, leftToJudge }) => ({
      campaign,
      people: about,
      qualify,
      reachable,
      blanks: blanks.map(({ blankPercent, ...blank }) => ({ ...blank, blank_percent: blankPercent })),
      left_to_the_judge: leftToJudge,
    })),
  };
}
