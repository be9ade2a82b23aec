import { CHANNELS, REPLY_KINDS } from "../model/index.ts";
import { optional, type RosterTable, required } from "./table.ts";

export const CONSENTS: RosterTable = {
  name: "consents",
  about:
    "What people agreed to and took back, one row each time. The latest one counts; on the same instant, the one that revokes.",
  key: undefined,
  anchor: undefined,
  root: undefined,
  columns: [
    required("patient_id", "code", "Who agreed or took it back.", { names: "patients" }),
    optional("caregiver_id", "code", "The caregiver, where the consent is the caregiver's own.", {
      names: "caregivers",
    }),
    required("channel", "code", "The channel that it is about; `all` is every channel.", {
      values: [...CHANNELS, "all"],
    }),
    required("state", "code", "Agreed, or taken back.", { values: ["granted", "revoked"] }),
    required("recorded_at", "instant", "When the person said so."),
    optional(
      "address",
      "text",
      "The number or address that it holds for; blank is whichever the person has.",
    ),
    optional("scope", "code", "The scenario or campaign that it is limited to; blank is all of them."),
    optional("source", "text", "Where it was given: a form, a call, a reply."),
    optional("wording", "code", "The version of the words that were agreed to."),
  ],
};

/** What happened after a message, beside the kinds of reply that a playbook answers. */
const HAPPENED = [
  "replied",
  "completed",
  "follow_up_completed",
  "test_completed",
  "therapy_restarted",
  "care_plan_updated",
  "moved_care",
  "task_opened",
  "task_closed",
  "bounced",
] as const;

/** Every kind of event: a reply by its kind, or something that happened. */
export const EVENT_KINDS = [...REPLY_KINDS, ...HAPPENED] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Why somebody says no; `side_effects` goes to triage. */
export const DECLINE_REASONS = [
  "not_now",
  "seen_elsewhere",
  "cost",
  "transport",
  "time",
  "feeling_better",
  "side_effects",
  "does_not_want_contact",
  "other",
] as const;

export const EVENTS: RosterTable = {
  name: "events",
  about: "What came back: replies, opt-outs, bookings, completed visits, and what staff wrote down.",
  key: "event_id",
  anchor: undefined,
  root: undefined,
  columns: [
    required("event_id", "code", "The event's own number; one that is read again changes nothing."),
    required("patient_id", "code", "Whom it is about.", { names: "patients" }),
    required("kind", "code", "What happened.", { values: EVENT_KINDS }),
    required("at", "instant", "When it happened."),
    optional("caregiver_id", "code", "The caregiver from whom it came.", { names: "caregivers" }),
    optional("channel", "code", "The channel on which it came.", { values: [...CHANNELS] }),
    optional("campaign", "code", "The campaign that it answers, where that is known."),
    optional("anchor_id", "code", "The visit, result, order … that it is about."),
    optional("visit_id", "code", "The visit that was booked or completed.", { names: "visits" }),
    optional(
      "visit_type",
      "code",
      "The type of that visit, where the visit itself is not in the roster yet.",
    ),
    optional(
      "code",
      "code",
      "By what the source is known: the code that was said, the link that was followed, or the number that was called.",
    ),
    optional("reason", "code", "Why somebody declined.", { values: DECLINE_REASONS }),
    optional("detail", "text", "What was said or written, in short. It is never printed in a report."),
  ],
};
