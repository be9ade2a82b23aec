import { cutOffDate, cutOffsOf } from "../audience/index.ts";
import { addMonths, type IsoDate, isTimeZone } from "../calendar/index.ts";
import type { Database, SqlValue, SqlValues } from "../database/index.ts";
import { canonicalJson, type Plan, sha256 } from "../plan/index.ts";
import { dayOf, wallClock } from "./clock.ts";
import { type Instant, instantOf, secondsOf } from "./instant.ts";
import { hoursAreOpen, windowIsOpen } from "./opening.ts";
import { some } from "./people-sql.ts";
import { conditionOf } from "./plan-fields.ts";
import { emptied } from "./planner.ts";
import { UNKNOWN_ZONE } from "./recipient-sql.ts";
import { waitsOf } from "./sequence.ts";
import { columnsOf } from "./tick-table.ts";
import { dayStart, dueSince } from "./waits.ts";

/** The lines of a clinic are "about to open" so long before they do: whoever calls at once waits no longer. */
const LINES_EARLY = 2 * 3600;

/** The small relations that a tick fills, with everything of which SQL would need a calendar or a zone. */
const RELATIONS = {
  tick_zones: [
    ["time_zone", "VARCHAR"],
    ["is_known", "BOOLEAN"],
    ["day_start", "TIMESTAMP"],
    ["week_start", "TIMESTAMP"],
    ["is_open", "BOOLEAN"],
  ],
  tick_states: [
    ["time_zone", "VARCHAR"],
    ["state", "VARCHAR"],
    ["is_open", "BOOLEAN"],
  ],
  tick_waits: [
    ["wait", "VARCHAR"],
    ["time_zone", "VARCHAR"],
    ["before", "TIMESTAMP"],
  ],
  tick_clinics: [
    ["clinic_id", "VARCHAR"],
    ["time_zone", "VARCHAR"],
    ["lines_open", "BOOLEAN"],
    ...columnsOf("VARCHAR", "name", "phone", "nurse_line", "address"),
  ],
  tick_people: [["patient_id", "VARCHAR"]],
} as const;

type Rows = readonly (readonly SqlValue[])[];

/** Values that a tick binds, and the rows of its relations. */
export interface TickClock {
  readonly values: SqlValues;
  readonly relations: Readonly<Record<Exclude<keyof typeof RELATIONS, "tick_people">, Rows>>;
}

export interface TickOptions {
  /** Whether people may enter; a plan that was replaced only finishes what it began. By default they may. */
  readonly acceptsEntries?: boolean;
}

/**
 * Everything that depends on the instant, worked out once: cut-offs of waits in each zone, which windows and lines are open,
 * where days begin, the days that conditions compare with.
 *
 * @param zones zones of the people of the roster; what is no zone is left out
 */
export function tickClock(
  plan: Plan,
  now: Instant,
  zones: readonly string[],
  { acceptsEntries = true }: TickOptions = {},
): TickClock {
  const seconds = secondsOf(now);
  const { windows, respond, identity } = plan;
  const today = dayOf(wallClock(windows.time_zone, seconds));
  const ours = [...new Set(respond.clinics.map(({ time_zone }) => time_zone))].sort();
  const known = [...new Set([...zones.filter(isTimeZone), ...ours])].sort();
  const holidays = new Set(windows.holidays.map(({ on }) => on));
  // Of people who may be in any of our zones: the latest of the waits, the earliest of the days, open only where all are.
  const anywhere = ours.length > 0 ? ours : [windows.time_zone];
  const zoneRow = (name: string, isKnown: boolean, members: readonly string[]) => [
    name,
    isKnown,
    instantOf(Math.min(...members.map((zone) => dayStart(zone, seconds, 0)))),
    instantOf(Math.min(...members.map((zone) => dayStart(zone, seconds, 6)))),
    members.every((zone) => windowIsOpen(windows, zone, seconds)),
  ];
  const places = [
    ...known.map((zone) => ({ name: zone, members: [zone], isKnown: true })),
    { name: UNKNOWN_ZONE, members: anywhere, isKnown: ours.length > 0 },
  ];
  const zoneRows = places.map(({ name, isKnown, members }) => zoneRow(name, isKnown, members));
  const stateRows = places.flatMap(({ name, members }) => {
    const rows = windows.states.map(({ state, hours }) => ({
      state,
      isOpen: members.every((zone) => hoursAreOpen(hours, zone, seconds)),
    }));
    // Of whom nobody knows the state, or who lives in one of which the plan says nothing: the hours of all.
    const unknown = { state: "unknown", isOpen: rows.every(({ isOpen }) => isOpen) };
    return rows.length === 0 ? [] : [...rows, unknown].map(({ state, isOpen }) => [name, state, isOpen]);
  });
  const waitRows = [...waitsOf(plan)].flatMap(([name, wait]) =>
    places.map((place) => [
      name,
      place.name,
      instantOf(Math.min(...place.members.map((zone) => dueSince(wait, zone, seconds, holidays)))),
    ]),
  );
  const clinicRows = respond.clinics.map(({ id, time_zone, hours, name, phone, nurse_line, address }) => [
    ...[id, time_zone, hoursAreOpen(hours, time_zone, seconds, LINES_EARLY)],
    ...[name, phone, nurse_line, address],
  ]);
  const goalWindow = dueSince(
    { count: plan.measure.goal.within_days, unit: "day" },
    windows.time_zone,
    seconds,
    holidays,
  );
  return {
    values: {
      ...dayValues(plan, today),
      now,
      today,
      plan_digest: sha256(canonicalJson(plan)),
      accepts_entries: acceptsEntries && isRunning(identity, today),
      has_ended: identity.ends !== null && today > identity.ends,
      adults_born_by: addMonths(today, -18 * 12),
      goal_window_began: instantOf(goalWindow),
      day_start: instantOf(dayStart(windows.time_zone, seconds, 0)),
      week_floor: zoneRows.map(([, , , week]) => String(week)).sort()[0] ?? now,
    },
    relations: {
      tick_zones: zoneRows,
      tick_states: stateRows,
      tick_waits: waitRows,
      tick_clinics: clinicRows,
    },
  };
}

function isRunning({ starts, ends }: Plan["identity"], today: IsoDate): boolean {
  return (starts === null || today >= starts) && (ends === null || today <= ends);
}

/** The days that conditions compare with, by the names of their placeholders. */
function dayValues({ audience, stop, pause, steps }: Plan, today: IsoDate): SqlValues {
  const conditions = [
    ...audience.include,
    ...audience.exclude,
    ...audience.segments.flatMap(({ when }) => (when === null ? [] : [when])),
    ...stop.when,
    ...pause.when,
    ...steps.flatMap(({ when }) => (when.only_if === null ? [] : [when.only_if])),
  ];
  const cutOffs = conditions.flatMap((condition) => [...cutOffsOf(conditionOf(condition))]);
  return Object.fromEntries(cutOffs.map(([name, cutOff]) => [name, cutOffDate(cutOff, today)]));
}

/** Fills the relations of a tick, for the people that are named or for everybody, and gives the values to bind. */
export async function openTick(
  db: Database,
  plan: Plan,
  now: Instant,
  options: TickOptions = {},
  people: readonly string[] = [],
): Promise<SqlValues> {
  await refill(
    db,
    "tick_people",
    people.map((patient) => [patient]),
  );
  const named = some(people.length === 0 ? "everybody" : "some", "patient_id");
  const zones = await db.rows(
    `SELECT DISTINCT time_zone FROM patients WHERE time_zone IS NOT NULL${named} ` +
      `UNION SELECT DISTINCT time_zone FROM caregivers WHERE time_zone IS NOT NULL${named}`,
  );
  const { values, relations } = tickClock(
    plan,
    now,
    zones.map(({ time_zone }) => String(time_zone)),
    options,
  );
  for (const name of ["tick_zones", "tick_states", "tick_waits", "tick_clinics"] as const) {
    await refill(db, name, relations[name]);
  }
  return values;
}

async function refill(db: Database, name: keyof typeof RELATIONS, rows: Rows): Promise<void> {
  const columns = RELATIONS[name];
  await emptied(db, { name, columns });
  await db.insert(
    name,
    columns.map(([column]) => column),
    rows,
  );
}
