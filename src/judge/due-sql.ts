import { sqlText } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import { channelsOf, firstContacts, type SequenceStep, sequenceOf } from "./sequence.ts";
import { columnsOf, type TickTable, tickTable } from "./tick-table.ts";
import { waitName } from "./waits.ts";

/** The table in which a tick keeps who is due; its columns are those of `dueSql`, in order. */
export function dueTable(plan: Plan): TickTable {
  const text = (...names: readonly string[]) => columnsOf("VARCHAR", ...names);
  return tickTable("tick_due", [
    ...text("patient_id", "anchor_id", "recipient"),
    ...columnsOf("INTEGER", "entry", "step_no", "last_step"),
    ...columnsOf("INTEGER", "in_flight", "is_parked", "was_sent", "unreachable"),
    ...columnsOf("BOOLEAN", "enters", "is_superseded", "is_permitted", "is_wanted", "can_be_called"),
    ...text("segment", "arm", "language", "reads", "stopped_by", "paused_by", "excluded_by"),
    ...text("home_state", "only_channel", "clinic_id", "zone_name", "clinic_zone"),
    ...text("step", "channel", "wait"),
    ...columnsOf("TIMESTAMP", "entered_at", "waits_from", "due_before"),
    ["is_ready", "BOOLEAN"],
    ...text("address", ...channelsOf(plan).map(toChannel)),
  ]);
}

/** The column with a recipient's address on a channel. */
export function toChannel(channel: string): string {
  return `to_${channel}`;
}

/** The next step with its channel, its wait, whether the wait has passed, and for those who are ready their addresses. */
export function dueSql(plan: Plan): string {
  const addresses = channelsOf(plan).map(toChannel);
  const whens = channelsOf(plan).map((channel) => `WHEN ${sqlText(channel)} THEN r.${toChannel(channel)}`);
  const worked = new Map([
    [
      "address",
      whens.length === 0 ? "NULL" : `CASE WHEN r.is_ready THEN CASE r.channel ${whens.join(" ")} END END`,
    ],
    ...addresses.map((name): [string, string] => [name, `CASE WHEN r.is_ready THEN r.${name} END`]),
  ]);
  const columns = dueTable(plan).columns.map(([name]) => worked.get(name) ?? `r.${name}`);
  return `SELECT ${columns.join(", ")}
FROM (
  SELECT m.*, w.before AS due_before, ${READY} AS is_ready
  FROM (
    SELECT n.*, ${byStep(plan, ({ id }) => sqlText(id), "CAST(NULL AS VARCHAR)")} AS step,
      ${byStep(plan, ({ channel }) => sqlText(channel), "CAST(NULL AS VARCHAR)")} AS channel,
      ${byStep(plan, (step) => waitSql(plan, step), "'none'")} AS wait,
      ${byStep(plan, ({ no }) => `n.only_if_${no}`, "TRUE")} AS is_wanted,
      ${byStep(plan, ({ needsLines }) => (needsLines ? "n.lines_open" : "TRUE"), "TRUE")} AS can_be_called
    FROM upcoming n
  ) m
  LEFT JOIN tick_waits w ON w.wait = m.wait AND w.time_zone = m.zone_name
) r`;
}

/** The wait has passed and nothing keeps the message: consent and address are asked for these alone. */
const READY = `(m.stopped_by IS NULL AND m.excluded_by IS NULL AND NOT m.is_superseded AND m.arm <> 'holdout' AND m.paused_by IS NULL
      AND m.step_no IS NOT NULL AND m.unreachable = 0 AND m.in_flight = 0 AND m.is_parked = 0
      AND m.waits_from <= w.before AND m.is_wanted)`;

/** A CASE over the step that is next. */
function byStep(plan: Plan, value: (step: SequenceStep) => string, otherwise: string): string {
  const branches = sequenceOf(plan).map((step) => `WHEN ${step.no} THEN ${value(step)}`);
  return branches.length === 0 ? otherwise : `CASE n.step_no ${branches.join(" ")} ELSE ${otherwise} END`;
}

/** The name of a step's wait; before the first step segments may have their own. */
function waitSql(plan: Plan, { no, wait }: SequenceStep): string {
  const own = sqlText(waitName(wait));
  const first = firstContacts(plan).map(
    ({ segment, wait }) => `WHEN n.segment = ${sqlText(segment)} THEN ${sqlText(waitName(wait))}`,
  );
  return no === 1 && first.length > 0 ? `CASE ${first.join(" ")} ELSE ${own} END` : own;
}
