/** What a tick can decide about one recipient of one enrolment, in the order in which the reasons are looked at. */
export const DECISIONS = [
  "exit:excluded",
  "exit:superseded",
  "holdout",
  "parked",
  "done",
  "pause",
  "wait",
  "skip:only_if",
  "skip:no_consent",
  "skip:no_address",
  "skip:missing_field",
  "skip:too_long",
  "task:unreachable",
  "hold:zone_unknown",
  "hold:quiet_hours",
  "hold:cap",
  "suppress:shared_contact",
  "hold:pace",
  "hold:capacity",
  "send",
] as const;

/**
 * One of the closed list, or the stop rule that ended the enrolment, in the plan's words: `exit:opted out`.
 *
 * `skip:missing_field` and `skip:too_long` are found where a message is composed, since only the words tell what they
 * need; every other one is found by the judge.
 */
export type DecisionKind = (typeof DECISIONS)[number] | `exit:${string}`;

/** What is decided about one recipient of one enrolment at one tick. */
export type Decision = {
  readonly campaign: string;
  readonly patient_id: string;
  readonly anchor_id: string;
  /** Which time this anchor is in the campaign: 1, and more where a care plan lapses again. */
  readonly entry: number;
  /** `patient`, or the id of a caregiver. */
  readonly recipient: string;
  /** The step that is next for the recipient; null where none is, or the enrolment ends. */
  readonly step: string | null;
  /** Its place in the sequence, from 1. */
  readonly step_no: number | null;
  readonly channel: string | null;
  /** Where it would go: a phone number, an email address, a postal address in one line, an account. */
  readonly address: string | null;
  readonly language: string;
  readonly arm: "a" | "b" | "holdout";
  readonly segment: string | null;
  /** The team that owns the enrolment, whose capacity a call takes. */
  readonly team: string;
  /** The clinic that the message is about: the anchor's, else the patient's. */
  readonly clinic_id: string | null;
  readonly decision: DecisionKind;
  /** Why, in a word or a few that `explainPatient` puts into a sentence; null where the decision says it. */
  readonly reason: string | null;
  /** From when the step's wait counts: entry, or the recipient's previous step. UTC. */
  readonly waits_from: string;
  readonly entered_at: string;
  /** The person enters at this tick: no row of `enrolments` is there yet. */
  readonly enters: boolean;
  /** Primary key of the ledger for this touch; null where there is no step. */
  readonly touch_key: string | null;
};

/** Whether a decision ends the enrolment for everybody who is written to in it. */
export function endsEnrolment(decision: DecisionKind): boolean {
  return decision.startsWith("exit:") || decision === "holdout";
}

/** Whether a decision is written to the ledger as a step that was left out, so that the next one follows. */
export function isSkip(decision: DecisionKind): boolean {
  return decision.startsWith("skip:") || decision === "task:unreachable";
}
