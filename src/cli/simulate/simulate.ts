import { resolve } from "node:path";
import { type Database, openDuckDb } from "../../database/index.ts";
import { dayOfCheck, Problem, writeFile } from "../../host/index.ts";
import type { Workspace } from "../../model/index.ts";
import type { CompiledPlan } from "../../plan/index.ts";
import { paintFor } from "../../report/index.ts";
import { generateRoster, loadRoster, rosterShape, rosterSource } from "../../roster/index.ts";
import {
  capacityChart,
  capacityFindings,
  dailyLoads,
  type Failure,
  launchChecklist,
  placeOf,
  type Simulation,
  simulate,
} from "../../simulate/index.ts";
import { choices, didYouMean } from "../../source/index.ts";
import { compiledWorkspace } from "../check/compiled.ts";
import { selectionsOf } from "../check/selection.ts";
import { EXIT } from "../exit-codes.ts";
import { onRoster } from "../roster/problems.ts";
import { rosterFields } from "../roster/workspace.ts";
import type { Session } from "../session.ts";
import { simulationText } from "./text.ts";

/** Changes when a reader of `recare simulate --format json` would have to change. */
const SIMULATION_FORMAT = "recare.simulation/1";

export interface SimulateFlags {
  readonly roster?: string;
  readonly people: number;
  readonly from?: string;
  readonly days: number;
  readonly seed: string;
  readonly format: "text" | "json";
  readonly chart?: string;
  readonly workspace?: string;
}

/** A failure with the line that it is about. */
export interface PlacedFailure extends Failure {
  readonly at: string | undefined;
}

const MOST_DAYS = 400;

/** `recare simulate`: the real judge, a clock that is set, and people who do not exist. */
export async function simulateCampaign(named: string, flags: SimulateFlags, session: Session): Promise<void> {
  if (flags.days > MOST_DAYS)
    throw new Problem(`${flags.days} days are too many.`, `Give at most ${MOST_DAYS}.`);
  const from = dayOfCheck(flags.from, session.env, session.now);
  const { compiled, workspace, texts, prefix } = planOf(named, from, flags.workspace, session);
  const { plan } = compiled;
  const simulation = await onRoster(async () => {
    const db = await openDuckDb();
    try {
      await people(db, workspace, from, flags, session);
      return await simulate(db, plan, { from, days: flags.days, seed: flags.seed });
    } finally {
      await db.close();
    }
  });
  const failures = simulation.failures.map((failure): PlacedFailure => {
    const place = placeOf(failure.pointer, compiled.provenance, texts);
    return { ...failure, at: place && `${prefix}${place.file}:${place.line}` };
  });
  if (flags.chart !== undefined) {
    writeFile(
      resolve(session.cwd, flags.chart),
      capacityChart(dailyLoads(plan, simulation), plan.identity.campaign),
    );
  }
  if (failures.length > 0) session.end(EXIT.findings);
  session.print(
    flags.format === "json"
      ? `${JSON.stringify(asJson(compiled, simulation, failures), undefined, 2)}\n`
      : simulationText(plan, simulation, failures, paintFor(session.stdout.colour), session.stdout.columns),
  );
}

interface PlanAndPlaces {
  readonly compiled: CompiledPlan;
  readonly workspace: Workspace;
  readonly texts: ReadonlyMap<string, string>;
  readonly prefix: string;
}

function planOf(named: string, today: string, folder: string | undefined, session: Session): PlanAndPlaces {
  const [selection] = selectionsOf([folder ?? "."], session.cwd);
  if (selection === undefined) throw new Problem("There is no workspace here.", "Name one with --workspace.");
  const { compilation, texts } = compiledWorkspace(selection, { today, baseline: undefined }, session);
  const { campaigns } = compilation.workspace;
  const campaign = campaigns.find(
    ({ id, file }) => id === named || `${selection.prefix}${file}` === named || file === named,
  );
  if (campaign === undefined) {
    const ids = campaigns.map(({ id }) => id);
    throw new Problem(
      `There is no campaign ${named}${didYouMean(named, ids)}.`,
      `Name one of ${choices(ids)}.`,
    );
  }
  const compiled = compilation.plans.find((plan) => plan.campaign === campaign.id);
  if (compiled === undefined) {
    throw new Problem(
      `${campaign.id} has errors, and so no plan that could be simulated.`,
      `Run recare check ${selection.prefix}${campaign.file} and mend them.`,
    );
  }
  return {
    compiled,
    workspace: compilation.workspace,
    texts: new Map(texts.map(({ path, text }) => [path, text])),
    prefix: selection.prefix,
  };
}

/** The people of a roster, or people who are invented here. */
async function people(
  db: Database,
  workspace: Workspace,
  today: string,
  flags: SimulateFlags,
  session: Session,
): Promise<void> {
  const shape = rosterShape(rosterFields(workspace));
  const { roster: mapping, languages } = workspace.organization;
  if (flags.roster !== undefined) {
    await loadRoster(rosterSource(resolve(session.cwd, flags.roster), mapping, flags.roster), db, {
      shape,
      mapping,
    });
    return;
  }
  await generateRoster(db, {
    people: flags.people,
    seed: flags.seed,
    today,
    shape,
    clinics: [...workspace.library.locations.keys()],
    languages,
  });
}

function asJson({ plan, digest }: CompiledPlan, simulation: Simulation, failures: readonly PlacedFailure[]) {
  const { campaign, tickTime, seed, model, people: reached, touches, ends, responses } = simulation;
  return {
    format: SIMULATION_FORMAT,
    synthetic: true,
    campaign,
    plan: digest,
    seed,
    judged_daily_at_utc: tickTime,
    assumed: model,
    people: reached,
    touches,
    ends: Object.fromEntries(ends),
    answers: Object.fromEntries(responses),
    days: dailyLoads(plan, simulation).map((load) => ({
      day: load.day,
      touches: load.touches,
      calls: load.calls,
      call_limit: load.callLimit,
      bookings: load.bookings,
      booking_limit: load.bookingLimit,
      held_for_capacity: load.heldForCapacity,
      held_for_pace: load.heldForPace,
    })),
    capacity: capacityFindings(plan, simulation),
    failures: failures.map(({ at, ...failure }) => ({ ...failure, at: at ?? null })),
    checklist: launchChecklist(plan, simulation),
  };
}
