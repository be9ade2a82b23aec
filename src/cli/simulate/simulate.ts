import { resolve } from "node:path";
import { type Database, openDuckDb } from "../../database/index.ts";
import { capacityFindings, loadsOf, type Simulated } from "../../evidence/index.ts";
import { Problem, writeFile } from "../../host/index.ts";
import type { Workspace } from "../../model/index.ts";
import { loadChartFile } from "../../packet/index.ts";
import { paintFor } from "../../report/index.ts";
import { generateRoster, isInvented, loadRoster, rosterShape, rosterSource } from "../../roster/index.ts";
import {
  placeOf,
  type SimulatedPeople,
  type Simulation,
  simulate,
  simulationFile,
} from "../../simulate/index.ts";
import { momentOf } from "../approvals/moment.ts";
import type { TrustFlags } from "../approvals/options.ts";
import { keepEvidence } from "../evidence/results-folder.ts";
import { EXIT } from "../exit-codes.ts";
import { rosterPlace } from "../roster/place.ts";
import { onRoster } from "../roster/problems.ts";
import { rosterFields } from "../roster/workspace.ts";
import type { Session } from "../session.ts";
import { type CampaignToSimulate, campaignToSimulate, launchLines } from "./campaign.ts";
import { simulationText } from "./text.ts";

export interface SimulateFlags extends TrustFlags {
  readonly roster?: string;
  readonly people: number;
  readonly from?: string;
  readonly days: number;
  readonly seed: string;
  readonly format: "text" | "json";
  readonly chart?: string;
  readonly results?: string;
  readonly workspace?: string;
}

const MOST_DAYS = 400;

/** `recare simulate`: the real judge, a clock that is set, and people who do not exist. */
export async function simulateCampaign(named: string, flags: SimulateFlags, session: Session): Promise<void> {
  if (flags.days > MOST_DAYS)
    throw new Problem(`${flags.days} days are too many.`, `Give at most ${MOST_DAYS}.`);
  const moment = momentOf(flags.from, session);
  const asked = campaignToSimulate(named, flags, moment, session);
  const simulated = await onRoster(() => simulatedOver(asked, flags, moment.today, session));
  const { days } = simulated;
  if (flags.chart !== undefined) {
    const work = {
      days: days.map(({ day }) => day),
      touchesDaily: days.map(({ touches }) => touches),
      loads: loadsOf(simulated),
    };
    writeFile(resolve(session.cwd, flags.chart), loadChartFile(work, simulated.campaign), flags.chart);
  }
  if (flags.results !== undefined)
    keepEvidence(flags.results, `${simulated.campaign}.simulation.json`, simulated, session);
  if (simulated.failures.length > 0) session.end(EXIT.findings);
  const checklist = launchLines(asked, simulated, moment.today);
  if (flags.format === "json") {
    const derived = { capacity: capacityFindings(simulated), checklist };
    session.print(`${JSON.stringify({ ...simulated, ...derived }, undefined, 2)}\n`);
    return;
  }
  const { colour, columns } = session.stdout;
  session.print(simulationText(simulated, checklist, paintFor(colour), columns));
}

async function simulatedOver(
  { plan, compiled, prefix }: CampaignToSimulate,
  flags: SimulateFlags,
  from: string,
  session: Session,
): Promise<Simulated> {
  const db = await openDuckDb();
  try {
    const people = await peopleFor(db, compiled.compilation.workspace, from, flags, session);
    const simulation = await simulate(db, plan.plan, { from, days: flags.days, seed: flags.seed });
    return simulationFile(plan, simulation, people, placed(simulation));
  } finally {
    await db.close();
  }

  function placed({ failures }: Simulation) {
    const texts = new Map(compiled.texts.map(({ path, text }) => [path, text]));
    return failures.map((failure) => {
      const place = placeOf(failure.pointer, plan.provenance, texts);
      return { ...failure, at: place && `${prefix}${place.file}:${place.line}` };
    });
  }
}

/** The people of a roster, or people who are invented here. */
async function peopleFor(
  db: Database,
  workspace: Workspace,
  today: string,
  flags: SimulateFlags,
  session: Session,
): Promise<SimulatedPeople> {
  const shape = rosterShape(rosterFields(workspace));
  const { roster: mapping, languages } = workspace.organization;
  if (flags.roster === undefined) {
    const clinics = [...workspace.library.locations.keys()];
    const { people, seed } = flags;
    await generateRoster(db, { people, seed, today, shape, clinics, languages });
    return { of: "invented", inAll: people };
  }
  const source = rosterSource(rosterPlace(flags.roster, session), mapping, flags.roster);
  await loadRoster(source, db, { shape, mapping });
  if (flags.results !== undefined && !(await isInvented(db))) {
    throw new Problem(
      `${flags.roster} may hold people who exist: its numbers or addresses are not those kept for fiction.`,
      "What is kept in the workspace is of invented people alone: leave --roster out, or invent one with recare roster generate.",
    );
  }
  const [row] = await db.rows("SELECT COUNT(*) AS people FROM patients");
  return { of: "roster", inAll: Number(row?.people ?? 0) };
}
