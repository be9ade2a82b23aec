import { join, resolve } from "node:path";
import { Problem, writeFile } from "../../host/index.ts";
import {
  type OutcomeReport,
  outcomeCsv,
  outcomeHtml,
  outcomeReport,
  resultsText,
} from "../../outcomes/index.ts";
import type { Plan } from "../../plan/index.ts";
import { paintFor } from "../../report/index.ts";
import { momentOf } from "../ledger/moment.ts";
import { withLedger } from "../ledger/open-ledger.ts";
import { readPlans } from "../run/plan-files.ts";
import type { Session } from "../session.ts";
import { outcomeText } from "./text.ts";

/** Changes when a reader of `recare report --format json` would have to change. */
const REPORT_FORMAT = "recare.report/1";

export interface ReportOptions {
  readonly ledger: string;
  readonly asOf?: string;
  readonly format: "text" | "json" | "csv";
  readonly html?: string;
  readonly results?: string;
}

/** `recare report`: what came of campaigns. */
export async function report(
  paths: readonly string[],
  options: ReportOptions,
  session: Session,
): Promise<void> {
  const plans = readPlans(paths, session).map(({ plan }) => plan);
  const asOf = momentOf(options.asOf, "--as-of", session);
  if (options.html !== undefined && plans.length !== 1) {
    throw new Problem("--html writes the page of one campaign.", "Name one plan, or leave --html out.");
  }
  const reports = await withLedger(options.ledger, session, async (db) => {
    const held = await db.rows(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_name IN ('visits', 'events')",
    );
    if (held.length === 0) {
      throw new Problem(
        "This ledger holds no roster, so nothing came back that could be counted.",
        "Run recare run --roster … --send first.",
      );
    }
    const all: { plan: Plan; report: OutcomeReport }[] = [];
    for (const plan of plans) all.push({ plan, report: await outcomeReport(db, plan, asOf) });
    return all;
  });
  for (const { plan, report: each } of reports) {
    if (options.html !== undefined) {
      writeFile(
        resolve(session.cwd, options.html),
        outcomeHtml(each, plan.identity.title || plan.identity.campaign),
      );
    }
    if (options.results !== undefined) {
      writeFile(join(resolve(session.cwd, options.results), `${each.campaign}.json`), resultsText(each));
    }
  }
  const paint = paintFor(session.stdout.colour);
  switch (options.format) {
    case "json":
      session.print(
        `${JSON.stringify({ format: REPORT_FORMAT, campaigns: reports.map((each) => each.report) }, undefined, 2)}\n`,
      );
      break;
    case "csv":
      session.print(reports.map((each) => outcomeCsv(each.report)).join(""));
      break;
    case "text":
      session.print(
        reports.map((each) => outcomeText(each.report, paint, session.stdout.columns)).join("\n"),
      );
  }
}
