import { touchKey } from "../../src/judge/index.ts";
import type { Plan } from "../../src/plan/index.ts";
import { canonicalJson, sha256 } from "../../src/plan/index.ts";
import { missed, person } from "./people.ts";
import type { RosterRecord, World } from "./roster.ts";

/** 10:00 in Springfield on a Wednesday: whoever entered a day before is due. */
const NOW = "2026-11-25 16:00:00";
const YESTERDAY = "2026-11-24 16:00:00";
const EARLIER = "2026-11-20 16:00:00";

/** The people whom a campaign gets wrong first: one of each of the hard cases, in the campaign since yesterday. */
export function hardPeople(plan: Plan): { readonly world: World; readonly now: string } {
  const digest = sha256(canonicalJson(plan));
  const patients: RosterRecord[] = [];
  const visits: RosterRecord[] = [];
  const consents: RosterRecord[] = [];
  const events: RosterRecord[] = [];
  const enrolments: RosterRecord[] = [];
  const ledger: RosterRecord[] = [];

  const add = (id: string, more: RosterRecord = {}, enrolled = true) => {
    patients.push(person(id, more));
    visits.push(missed(id.replace("P", "V"), id));
    consents.push({ patient_id: id, channel: "sms", state: "granted", recorded_at: "2026-01-01 00:00:00" });
    if (enrolled) enrolments.push(enrolment(id, YESTERDAY));
  };
  const enrolment = (id: string, entered_at: string): RosterRecord => ({
    campaign: plan.identity.campaign,
    patient_id: id,
    anchor_id: id.replace("P", "V"),
    entry: 1,
    plan_digest: digest,
    entered_at,
    segment: "recent",
    arm: "a",
    language: "en",
    state: "active",
  });
  const touch = (id: string, more: RosterRecord): RosterRecord => {
    const key = {
      campaign: plan.identity.campaign,
      anchor_id: id.replace("P", "V"),
      entry: 1,
      step: "text-1",
      recipient: "patient",
    };
    return {
      touch_key: touchKey(key),
      ...key,
      patient_id: id,
      step_no: 1,
      channel: "sms",
      address: person(id).phone,
      team: "north_scheduling",
      arm: "a",
      language: "en",
      state: "sent",
      claimed_at: EARLIER,
      settled_at: EARLIER,
      run_id: "r",
      plan_digest: digest,
      ...more,
    };
  };
  const happened = (id: string, kind: string, more: RosterRecord = {}) =>
    events.push({
      event_id: `E${events.length + 1}`,
      patient_id: id,
      kind,
      at: "2026-11-25 09:00:00",
      ...more,
    });

  add("P1");
  // A shared phone: the second waits.
  add("P2", { phone: "+12175550001" });
  // No zone, and one that is none: the clinic's counts.
  add("P3", { time_zone: null });
  add("P4", { time_zone: "US/Estern" });
  // Where it is still six in the morning.
  add("P5", { time_zone: "Pacific/Honolulu" });
  // Eighteen tomorrow, and today.
  add("P6", { birth_date: "2008-11-26" });
  add("P7", { birth_date: "2008-11-25" });
  // Opted out after the first message; agreed again after opting out.
  add("P8");
  happened("P8", "stop");
  add("P9");
  happened("P9", "stop", { at: "2026-10-01 00:00:00" });
  consents.push({ patient_id: "P9", channel: "sms", state: "granted", recorded_at: "2026-10-02 00:00:00" });
  // Books between steps; books a visit of another type; only an event tells of the booking.
  add("P10");
  visits.push({ ...missed("V10b", "P10", "2026-12-10"), status: "booked" });
  add("P11");
  visits.push({ ...missed("V11b", "P11", "2026-12-10"), type: "care-plan", status: "booked" });
  add("P12");
  happened("P12", "booked", { visit_type: "primary-care" });
  // A fact that is missing keeps people out.
  add("P13", { moved_care: null });
  // The longest name, letters outside ASCII, a quote, Spanish only.
  add("P14", { first_name: "Wolfeschlegelsteinhausenbergerdorff" });
  add("Pñ15'; --", { language: "es" });
  // Two missed visits: the later one takes over.
  add("P16", { clinic_id: "maple_north" });
  visits.push(missed("V16b", "P16", "2026-11-22"));
  // Nothing that can be reached; a confidential channel; consent for another number.
  add("P17", { phone: null, email: "" });
  add("P18", { confidential_channel: "email" });
  add("P19");
  consents.splice(-1, 1, {
    patient_id: "P19",
    channel: "sms",
    state: "granted",
    recorded_at: "2026-01-01 00:00:00",
    address: "+19995550000",
  });
  // Answered; answered by a stranger; died; a touch in doubt; one that is on its way; the most for a week.
  add("P20");
  happened("P20", "question");
  add("P21");
  happened("P21", "wrong_person");
  add("P22", { deceased: true });
  add("P23");
  ledger.push(touch("P23", { state: "parked", settled_at: null }));
  add("P24");
  ledger.push(touch("P24", { state: "claimed", settled_at: null, claimed_at: NOW }));
  add("P25");
  for (const step of ["a", "b", "c"]) {
    ledger.push(
      touch("P25", {
        campaign: "other",
        step,
        touch_key: `other-${step}`,
        claimed_at: "2026-11-21 16:00:00",
      }),
    );
  }
  // Enters now; a duplicate of the same person with another number enters too.
  add("P26", {}, false);
  add("P27", {}, false);
  return {
    now: NOW,
    world: { patients, visits, consents, events, enrolments, ledger },
  };
}
