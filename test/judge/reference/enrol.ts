import { Temporal } from "@js-temporal/polyfill";
import type { PersonRecord } from "../../../src/audience/index.ts";
import { canonicalJson, type Plan, sha256 } from "../../../src/plan/index.ts";
import type { RosterRecord, World } from "../roster.ts";
import { isBelow } from "./decide.ts";
import { anchorRecord, factsOf, patientRecord, rowsOf, says, TABLE_OF, text } from "./person.ts";
import { pausedBy, stoppedBy } from "./stop.ts";
import { hasPassed, wall } from "./time.ts";

/** One enrolment that is active at this tick, or begins with it. */
export interface Entry {
  readonly patient: string;
  readonly anchor: string;
  readonly entry: number;
  readonly enteredAt: string;
  readonly enters: boolean;
  readonly record: RosterRecord | undefined;
  readonly segment: string | null;
  readonly arm: string;
  readonly language: string;
  readonly today: string;
  readonly stoppedBy: string | undefined;
  readonly pausedBy: string | undefined;
  readonly isExcluded: boolean;
  readonly isSuperseded: boolean;
  /** What is known of the patient and the record. */
  readonly facts: PersonRecord;
}

const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export function enrolmentsOf(plan: Plan, world: World, now: string): readonly Entry[] {
  const today = wall(plan.windows.time_zone, now).toPlainDate().toString();
  const { starts, ends, campaign, was } = plan.identity;
  const digest = sha256(canonicalJson(plan));
  const ours = rowsOf(world, "enrolments").filter((row) => [campaign, ...was].includes(String(row.campaign)));
  const active = ours.filter(({ state, plan_digest }) => state === "active" && plan_digest === digest);
  const hasEnded = ends !== null && today > ends;
  const isRunning = (starts === null || today >= starts) && !hasEnded;
  const look = (patient: string, anchor: string, enteredAt: string) => {
    const facts = factsOf(plan, world, anchor, patient, today, now);
    const it = { plan, world, now, patient, anchor, enteredAt };
    const surely = (condition: Parameters<typeof says>[1]) => says(plan, condition, facts, today) === false;
    const person = patientRecord(world, patient);
    const isAdult =
      text(person, "birth_date") !== undefined &&
      Temporal.PlainDate.compare(
        Temporal.PlainDate.from(String(person?.birth_date)),
        Temporal.PlainDate.from(today).subtract({ years: 18 }),
      ) <= 0;
    const stopWhen = plan.stop.when.findIndex((condition) => !surely(condition));
    const pauseWhen = plan.pause.when.findIndex((condition) => !surely(condition));
    return {
      facts,
      record: anchorRecord(plan, world, anchor, patient),
      stoppedBy:
        stoppedBy(it) ??
        (hasEnded ? "campaign ended" : stopWhen < 0 ? undefined : `stop_when ${stopWhen + 1}`),
      pausedBy: pausedBy(it) ?? (pauseWhen < 0 ? undefined : `pause_when ${pauseWhen + 1}`),
      isExcluded:
        person === undefined ||
        anchorRecord(plan, world, anchor, patient) === undefined ||
        !isAdult ||
        (text(person, "status") ?? "active") !== "active" ||
        !plan.audience.exclude.every(surely),
      isIncluded: plan.audience.include.every((condition) => says(plan, condition, facts, today) === true),
      segment:
        plan.audience.segments.find(({ when }) => when === null || says(plan, when, facts, today) === true)
          ?.id ?? null,
      language: plan.languages.includes(text(person, "language") ?? "")
        ? String(person?.language)
        : (plan.languages[0] ?? "en"),
    };
  };

  const entering: Entry[] = [];
  const patients = isRunning ? rowsOf(world, "patients") : [];
  for (const { patient_id } of patients) {
    const patient = String(patient_id);
    const best = anchorsOf(plan, world, patient)
      .map((anchor) => ({ anchor, ...look(patient, anchor, now) }))
      .filter(({ isIncluded, isExcluded }) => isIncluded && !isExcluded)
      .sort((a, b) => laterFirst(plan, world, patient, a.anchor, b.anchor))[0];
    if (best === undefined || best.stoppedBy !== undefined) continue;
    const mine = ours.filter((row) => row.patient_id === patient);
    if (!mayEnter(plan, world, now, patient, best.anchor, mine, active)) continue;
    const earlier = ours
      .filter(({ anchor_id }) => anchor_id === best.anchor)
      .map(({ entry }) => Number(entry));
    const { holdout, test } = plan.assign;
    const arm =
      holdout && isBelow(holdout, patient) ? "holdout" : test === null || isBelow(test, patient) ? "a" : "b";
    entering.push({
      ...best,
      patient,
      entry: Math.max(0, ...earlier) + 1,
      enteredAt: now,
      enters: true,
      arm,
      today,
      isSuperseded: false,
    });
  }
  const under = active.map((row): Entry => {
    const [patient, anchor, enteredAt] = [
      String(row.patient_id),
      String(row.anchor_id),
      String(row.entered_at),
    ];
    const current = look(patient, anchor, enteredAt);
    return {
      ...current,
      patient,
      anchor,
      enteredAt,
      entry: Number(row.entry),
      enters: false,
      segment: text(row, "segment") ?? null,
      arm: String(row.arm),
      language: String(row.language),
      today,
      isSuperseded: entering.some((one) => one.patient === patient),
    };
  });
  return [...under, ...entering];
}

function anchorsOf(plan: Plan, world: World, patient: string): readonly string[] {
  const { anchor } = plan.audience;
  return rowsOf(world, TABLE_OF[anchor] ?? "patients")
    .filter(({ patient_id }) => patient_id === patient)
    .map((row) => String(row[`${anchor}_id`]));
}

/** The later by its own date, then by when it was recorded; of equals, the smaller id. */
function laterFirst(plan: Plan, world: World, patient: string, a: string, b: string): number {
  const [first, second] = [anchorRecord(plan, world, a, patient), anchorRecord(plan, world, b, patient)];
  const by = (column: string) => before(text(second, column) ?? "", text(first, column) ?? "");
  return (plan.audience.anchor === "visit" ? by("date") : 0) || by("created_at") || before(a, b);
}

function mayEnter(
  plan: Plan,
  world: World,
  now: string,
  patient: string,
  anchor: string,
  mine: readonly RosterRecord[],
  active: readonly RosterRecord[],
): boolean {
  if (mine.length === 0) return true;
  if (plan.audience.re_enter === "never") return false;
  const current = mine.filter(({ state }) => state === "active");
  if (current.length > 0) {
    const isOurs = current.every((row) => active.includes(row));
    return (
      isOurs && current.every((row) => laterFirst(plan, world, patient, anchor, String(row.anchor_id)) < 0)
    );
  }
  const wait = { count: plan.measure.goal.within_days, unit: "day" };
  return mine.every((row) => {
    const messages = rowsOf(world, "ledger").filter(
      (touch) =>
        [plan.identity.campaign, ...plan.identity.was].includes(String(touch.campaign)) &&
        touch.anchor_id === row.anchor_id &&
        touch.entry === row.entry &&
        touch.state !== "skipped",
    );
    const began = messages.map(({ claimed_at }) => String(claimed_at)).sort()[0] ?? String(row.entered_at);
    return hasPassed(wait, plan.windows.time_zone, began, now, []);
  });
}
