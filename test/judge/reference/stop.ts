import type { Plan } from "../../../src/plan/index.ts";
import type { RosterRecord, World } from "../roster.ts";
import { anchorRecord, eventsOf, laterVisits, patientRecord, rowsOf, text } from "./person.ts";

const NO_REPLY = ["booked", "wrong_person", "stop"];
const REPLIES = [
  "replied",
  "wants_a_call",
  "missed_callback",
  "question",
  "clinical_question",
  "urgent_words",
  "accommodation",
  "language_help",
  "declined",
].filter((kind) => !NO_REPLY.includes(kind));

export interface Case {
  readonly plan: Plan;
  readonly world: World;
  readonly now: string;
  readonly patient: string;
  readonly anchor: string;
  readonly enteredAt: string;
}

const latest = (rows: readonly RosterRecord[], column: string) =>
  rows
    .map((row) => String(row[column]))
    .sort()
    .at(-1);

/** The first stop rule of the plan that holds for an enrolment. */
export function stoppedBy(it: Case): string | undefined {
  return it.plan.stop.on.find((rule) => holds(rule, it));
}

function holds(rule: string, it: Case): boolean {
  const { plan, world, now, anchor: anchorId } = it;
  const patient = patientRecord(world, it.patient);
  const anchor = anchorRecord(plan, world, anchorId, it.patient);
  const events = eventsOf(world, it.patient, now);
  const happened = (kind: string, from = "") =>
    events.some((event) => event.kind === kind && String(event.at) >= from);
  const visitFor = (status: string, since = "") =>
    rowsOf(world, "visits").some(
      (visit) =>
        visit.patient_id === it.patient &&
        visit.for_id === anchorId &&
        visit.status === status &&
        (since === "" || String(visit.created_at) > since),
    );
  const reported = (...kinds: string[]) =>
    events.some((event) => event.anchor_id === anchorId && kinds.includes(String(event.kind)));
  switch (rule) {
    case "opted out": {
      const consents = rowsOf(world, "consents").filter(
        (row) =>
          row.patient_id === it.patient &&
          text(row, "caregiver_id") === undefined &&
          String(row.recorded_at) <= now,
      );
      const agreed =
        latest(
          consents.filter(({ state }) => state === "granted"),
          "recorded_at",
        ) ?? "";
      const everything = plan.declarations.opt_out?.reaches ?? "every-channel";
      const stop =
        everything === "every-channel"
          ? latest(
              events.filter(({ kind }) => kind === "stop"),
              "at",
            )
          : undefined;
      const revoked = latest(
        consents.filter(
          (row) => row.state === "revoked" && row.channel === "all" && text(row, "scope") === undefined,
        ),
        "recorded_at",
      );
      return (stop !== undefined && stop >= agreed) || (revoked !== undefined && revoked >= agreed);
    }
    case "deceased":
      return patient?.deceased === true;
    case "moved care":
      return patient?.moved_care === true || happened("moved_care");
    case "wrong person": {
      const confirmed = text(patient, "phone_confirmed_on") ?? "";
      return events.some(
        (event) => event.kind === "wrong_person" && String(event.at).slice(0, 10) >= confirmed,
      );
    }
    case "visit of the same type booked":
      return laterVisits(world, anchor, it.patient, now).has("booked");
    case "visit of the same type completed":
      return laterVisits(world, anchor, it.patient, now).has("completed");
    case "results visit booked":
    case "follow-up visit booked":
    case "care plan visit booked":
      return visitFor("booked") || reported("booked");
    case "results visit completed":
    case "follow-up visit completed":
      return visitFor("completed") || reported("completed", "follow_up_completed");
    case "care plan visit completed":
      return visitFor("completed", it.enteredAt) || reported("completed", "follow_up_completed");
    case "care plan closed":
    case "inquiry closed":
      return anchor?.status === "closed";
    case "test booked":
      return anchor?.status === "booked" || visitFor("booked") || reported("booked");
    case "test completed":
      return (
        anchor?.status === "completed" || happened("test_completed", it.enteredAt) || visitFor("completed")
      );
    case "order cancelled":
      return anchor?.status === "cancelled";
    case "prescription renewed":
      return anchor?.status === "renewed" || happened("therapy_restarted", it.enteredAt);
    case "prescription stopped by a clinician":
      return anchor?.status === "stopped";
    case "visit booked":
      return (
        happened("booked", it.enteredAt) ||
        rowsOf(world, "visits").some(
          (visit) =>
            visit.patient_id === it.patient &&
            visit.visit_id !== anchorId &&
            ["booked", "completed"].includes(String(visit.status)) &&
            String(visit.created_at) > it.enteredAt,
        )
      );
    default:
      throw new Error(`no rule ${rule}`);
  }
}

/** Why an enrolment rests: somebody wrote, or a task is open, and nobody has closed it since. */
export function pausedBy(it: Case): string | undefined {
  const { identity } = it.plan;
  const events = eventsOf(it.world, it.patient, it.now);
  const closed =
    latest(
      events.filter(({ kind }) => kind === "task_closed"),
      "at",
    ) ?? "";
  const replied = events.filter((event) => {
    const campaign = text(event, "campaign");
    return (
      REPLIES.includes(String(event.kind)) &&
      String(event.at) >= it.enteredAt &&
      (campaign === undefined || campaign === identity.campaign || identity.was.includes(campaign))
    );
  });
  const opened = events.filter(({ kind }) => kind === "task_opened");
  if (replied.some(({ at }) => String(at) > closed)) return "replied";
  return opened.some(({ at }) => String(at) > closed) ? "task open" : undefined;
}
