import { resolve } from "node:path";
import { type Database, openDuckDb } from "../../database/index.ts";
import {
  capacityFindings,
  capacityTogether,
  loadsOf,
  type Simulated,
  together,
} from "../../evidence/index.ts";
import { Problem, writeFile } from "../../host/index.ts";
import type { Workspace } from "../../model/index.ts";
import { loadChartFile } from "../../packet/index.ts";
import type { CompiledPlan } from "../../plan/index.ts";
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
import { type CampaignsToSimulate, campaignsToSimulate, launchLines } from "./campaigns.ts";
import { simulationText, togetherText } from "./text.ts";

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

/** `recare simulate`: the real judge, a clock that is set, and people who do not exist; several campaigns share them. */
export async function simulateCampaigns(
  names: readonly string[],
  flags: SimulateFlags,
  session: Session,
): Promise<void> {
  if (flags.days > MOST_DAYS)
    throw new Problem(`${flags.days} days are too many.`, `Give at most ${MOST_DAYS}.`);
  if (flags.results !== undefined && names.length > 1)
    throw new Problem(
      "A packet shows its own campaign, simulated by itself.",
      "Leave --results out, or name one campaign.",
    );
  const moment = momentOf(flags.from, session);
  const asked = campaignsToSimulate(names, flags, moment, session);
  const simulated = await onRoster(() => simulatedOver(asked, flags, moment.today, session));
  const [first] = simulated;
  if (first === undefined) return;
  if (flags.chart !== undefined)
    writeFile(resolve(session.cwd, flags.chart), chartOf(simulated), flags.chart);
  if (flags.results !== undefined)
    keepEvidence(flags.results, `${first.campaign}.simulation.json`, first, session);
  if (simulated.some(({ failures }) => failures.length > 0)) session.end(EXIT.findings);
  const { colour, columns } = session.stdout;
  const paint = paintFor(colour);
  if (simulated.length > 1) {
    session.print(
      flags.format === "json" ? togetherJson(simulated) : togetherText(simulated, paint, columns),
    );
    return;
  }
  const checklist = launchLines(asked, first, moment.today);
  session.print(
    flags.format === "json"
      ? `${JSON.stringify({ ...first, capacity: capacityFindings(first), checklist }, undefined, 2)}\n`
      : simulationText(first, checklist, paint, columns),
  );
}

function chartOf(simulated: readonly Simulated[]): string {
  const work = together(simulated);
  const drawn = {
    days: work.days.map(({ day }) => day),
    touchesDaily: work.days.map(({ touches }) => touches),
    loads: loadsOf(work),
  };
  return loadChartFile(drawn, simulated.map(({ campaign }) => campaign).join(", "));
}

function togetherJson(simulated: readonly Simulated[]): string {
  const { teams, days } = together(simulated);
  const all = { campaigns: simulated, together: { teams, days, capacity: capacityTogether(simulated) } };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

/** By priority. */
async function simulatedOver(
  { plans, compiled, prefix }: CampaignsToSimulate,
  flags: SimulateFlags,
  from: string,
  session: Session,
): Promise<readonly Simulated[]> {
  const db = await openDuckDb();
  try {
    const people = await peopleFor(db, compiled.compilation.workspace, from, flags, session);
    const options = { from, days: flags.days, seed: flags.seed };
    const simulations = await simulate(
      db,
      plans.map(({ plan }) => plan),
      options,
    );
    return simulations.flatMap((simulation) =>
      plans
        .filter(({ campaign }) => campaign === simulation.campaign)
        .map((plan) => simulationFile(plan, simulation, people, placed(plan, simulation))),
    );
  } finally {
    await db.close();
  }

  function placed({ provenance }: CompiledPlan, { failures }: Simulation) {
    const texts = new Map(compiled.texts.map(({ path, text }) => [path, text]));
    return failures.map((failure) => {
      const place = placeOf(failure.pointer, provenance, texts);
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
