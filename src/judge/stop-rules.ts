import type { Plan } from "../plan/index.ts";

/** Columns of the relations of facts: `vf` visits, `ef` events, `cf` consents, `s` the pool. */
const yes = (column: string) => `COALESCE(${column}, 0) = 1`;
const either = (...columns: readonly string[]) => `(${columns.map(yes).join(" OR ")})`;

/**
 * What ends a sequence, by the words of the scenario presets. Facts of the roster that are blank are "no" here; whoever
 * wants a blank to stop people writes an `exclude` or a `stop_when`, for which unknown is not false.
 */
const STOP_RULES: ReadonlyMap<string, string> = new Map([
  [
    "opted out",
    "(ef.stopped_at IS NOT NULL AND (cf.granted_at IS NULL OR ef.stopped_at >= cf.granted_at)) OR " +
      "(cf.revoked_at IS NOT NULL AND (cf.granted_at IS NULL OR cf.revoked_at >= cf.granted_at))",
  ],
  ["deceased", "s.is_deceased IS TRUE"],
  ["moved care", `s.has_moved IS TRUE OR ${yes("ef.moved_care")}`],
  ["wrong person", yes("ef.wrong_person")],
  ["visit of the same type booked", either("vf.same_booked", "ef.same_booked")],
  ["visit of the same type completed", either("vf.same_completed", "ef.same_completed")],
  ["results visit booked", either("vf.for_booked", "ef.for_booked")],
  ["results visit completed", either("vf.for_completed", "ef.for_completed")],
  ["care plan visit booked", either("vf.for_booked", "ef.for_booked")],
  // A care plan has many visits: only one that was recorded since counts.
  ["care plan visit completed", either("vf.for_completed_since", "ef.for_completed")],
  ["care plan closed", "s.anchor_status = 'closed'"],
  ["prescription renewed", `s.anchor_status = 'renewed' OR ${yes("ef.therapy_restarted")}`],
  ["prescription stopped by a clinician", "s.anchor_status = 'stopped'"],
  ["follow-up visit booked", either("vf.for_booked", "ef.for_booked")],
  ["follow-up visit completed", either("vf.for_completed", "ef.for_completed")],
  ["test booked", `s.anchor_status = 'booked' OR ${either("vf.for_booked", "ef.for_booked")}`],
  ["test completed", `s.anchor_status = 'completed' OR ${either("ef.test_completed", "vf.for_completed")}`],
  ["order cancelled", "s.anchor_status = 'cancelled'"],
  ["visit booked", either("vf.any_since", "ef.any_booked")],
  ["inquiry closed", "s.anchor_status = 'closed'"],
  // A programme ends with the campaign's last day.
  ["programme ended", "CAST(:has_ended AS BOOLEAN)"],
]);

const PAUSE_RULES: ReadonlyMap<string, string> = new Map([
  [
    "replied",
    "ef.replied_at IS NOT NULL AND (ef.task_closed_at IS NULL OR ef.replied_at > ef.task_closed_at)",
  ],
  [
    "task open",
    "ef.task_opened_at IS NOT NULL AND (ef.task_closed_at IS NULL OR ef.task_opened_at > ef.task_closed_at)",
  ],
]);

/** A rule of a plan and the SQL condition under which it holds. */
export interface RuleSql {
  readonly name: string;
  readonly sql: string;
}

/** The plan's stop rules in its order. A rule that this version does not know stops everybody: it was meant to stop somebody. */
export function stopRules({ stop, declarations }: Plan): readonly RuleSql[] {
  const reaches = declarations.opt_out?.reaches ?? "every-channel";
  return stop.on.map((name) => {
    const isByChannel = name === "opted out" && reaches !== "every-channel";
    const known = isByChannel
      ? "cf.revoked_at IS NOT NULL AND (cf.granted_at IS NULL OR cf.revoked_at >= cf.granted_at)"
      : STOP_RULES.get(name);
    return { name, sql: known ?? "TRUE" };
  });
}

/** The plan's rules that pause. A rule that is not known pauses everybody. */
export function pauseRules({ pause }: Plan): readonly RuleSql[] {
  return pause.on.map((name) => ({ name, sql: PAUSE_RULES.get(name) ?? "TRUE" }));
}

/** Names of all rules that the judge knows. */
export const KNOWN_RULES: readonly string[] = [...STOP_RULES.keys(), ...PAUSE_RULES.keys()];
