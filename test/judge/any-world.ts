import fc from "fast-check";
import { touchKey } from "../../src/judge/index.ts";
import { canonicalJson, type Plan, sha256 } from "../../src/plan/index.ts";
import { anchorTableOf, type RosterRecord, type World } from "./roster.ts";

/** Nights on which clocks change, ends of months, a leap day, a holiday, plain hours. UTC. */
const MOMENTS = [
  "2026-11-24 16:00:00",
  "2026-11-26 17:30:00",
  "2026-11-27 01:00:00",
  "2026-11-01 06:30:00",
  "2026-11-01 07:15:00",
  "2026-11-01 08:00:01",
  "2027-03-14 07:59:59",
  "2027-03-14 08:00:00",
  "2027-03-14 09:30:00",
  "2027-03-15 07:30:00",
  "2028-02-29 18:00:00",
  "2028-03-01 00:30:00",
  "2026-12-01 05:59:59",
  "2026-11-30 15:00:00",
  "2026-10-25 01:10:00",
];

const ZONES = [
  "America/Chicago",
  "America/Chicago",
  "America/New_York",
  "America/Phoenix",
  "Pacific/Honolulu",
  "Australia/Lord_Howe",
  "Europe/London",
  "US/Estern",
  null,
];

/** One value most of the time: random people whom everything keeps out would test nothing. */
function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 3 * others.length + 4, arbitrary: fc.constant(usual) },
    { weight: others.length, arbitrary: fc.constantFrom(usual, ...others) },
  );
}

const anyYes = fc.constantFrom(true, false, false, null);
const PHONES = [1, 2, 3, 4, 5, 6, 7].map((digit) => `+1217555010${digit}`);
const anyPhone = fc.constantFrom(...PHONES, null);
const anyChannel = fc.constantFrom("sms", "email", "phone", "letter", "portal");

/** An instant some hours before the moment; often at a whole day, where wall clocks matter. */
function before(moment: string, hours: number): fc.Arbitrary<string> {
  const seconds = Date.parse(`${moment.replace(" ", "T")}Z`) / 1000;
  const at = (back: number) => new Date((seconds - back) * 1000).toISOString().slice(0, 19).replace("T", " ");
  return fc.oneof(
    fc.integer({ min: 0, max: hours * 3600 }).map(at),
    fc
      .integer({ min: 0, max: Math.floor(hours / 24) })
      .chain((days) => fc.integer({ min: -1, max: 1 }).map((off) => at(Math.max(0, days * 86_400 + off)))),
    fc.integer({ min: 0, max: hours }).map((back) => at(back * 3600)),
  );
}

const day = (instant: fc.Arbitrary<string>) => instant.map((text) => text.slice(0, 10));

/** A moment, and a roster, enrolments and a ledger as they may be then. */
export function anyWorld(plan: Plan): fc.Arbitrary<{ now: string; world: World }> {
  return fc
    .constantFrom(...MOMENTS)
    .chain((now) => fc.record({ now: fc.constant(now), world: worldAt(plan, now) }));
}

const PEOPLE = ["P1", "P2", "p3", "Ä4", "P5", "P6", "P7", "P8"];

function worldAt(plan: Plan, now: string): fc.Arbitrary<World> {
  const table = anchorTableOf(plan);
  const key = table.key ?? "patient_id";
  const contact = {
    language: fc.constantFrom("en", "es", "fr", null),
    phone: anyPhone,
    email: fc.constantFrom("a@example.test", "b@example.test", "c@example.test", "d@example.test", null),
    email_bounced: mostly<boolean | null>(null, true, false),
    address_line_1: fc.constantFrom("1 Oak St", null),
    address_line_2: fc.constantFrom("Apt 2", null, ""),
    city: fc.constant("Springfield"),
    state: fc.constantFrom("IL", "IN", "TX", null),
    postal_code: fc.constant("62701"),
    address_returned: mostly<boolean | null>(null, true, false),
    time_zone: fc.constantFrom(...ZONES),
  };
  const patient = fc.record({
    ...contact,
    clinic_id: fc.constantFrom("clinic_1", "clinic_2", "nowhere", null),
    status: mostly<string | null>("active", null, "merged"),
    birth_date: mostly<string | null>("1980-02-29", null, "2008-11-26", "2010-02-28", "2009-02-28"),
    deceased: mostly<boolean | null>(null, false, true),
    moved_care: mostly<boolean | null>(false, null, true),
    portal_id: fc.constantFrom("u1", null),
    confidential_channel: mostly<string | null>(null, "email", "phone"),
    confidential_address: fc.constantFrom(null, "+12175550103"),
    phone_confirmed_on: fc.constantFrom(null, now.slice(0, 10), "2026-01-01"),
    created_at: before(now, 9000),
    vip: anyYes,
    open_complaint: mostly<boolean | null>(false, true, null),
    hospice: fc.constantFrom(false, null),
    weight: fc.constantFrom("49.999999", "50", "90.5", null),
    needs: fc.constantFrom("|relay|", "|step-free|relay|", "|", null),
    seen_on: fc.option(day(before(now, 24 * 200))),
  });
  const patients = fc
    .tuple(...PEOPLE.map(() => patient))
    .map((rows) => rows.map((row, at) => known(plan, "patient", { patient_id: PEOPLE[at] ?? "", ...row })));
  const someone = fc.constantFrom(...PEOPLE, "P1", "P2");
  // Mostly one record a person, so that most people are in the campaign.
  const ownedBy = <T extends { readonly of: string | null }>({ of, ...row }: T, at: number) => ({
    patient_id: of ?? PEOPLE[at % PEOPLE.length] ?? "",
    ...row,
  });
  const owner = mostly<string | null>(null, ...PEOPLE.slice(0, 2));
  const visit = fc.record({
    of: owner,
    clinic_id: fc.constantFrom("clinic_1", "clinic_2", null),
    status: mostly("missed", "booked", "completed", "cancelled"),
    type: fc.constantFrom("primary-care", "primary-care", "annual-exam"),
    date: day(before(now, 24 * 16)),
    created_at: before(now, 24 * 20),
    for_id: fc.constantFrom(null, null, "A1", "A2", "V1"),
  });
  const visits = fc
    .array(visit, { minLength: 6, maxLength: 12 })
    .map((rows) => rows.map((row, at) => ({ visit_id: `V${at + 1}`, ...ownedBy(row, at) })));
  const anchor = fc.record({
    of: owner,
    clinic_id: fc.constantFrom("clinic_1", "clinic_2", null),
    status: mostly("active", "released", "open", "closed", "renewed"),
    created_at: before(now, 24 * 20),
    released_on: fc.option(day(before(now, 24 * 20))),
    urgency: fc.constantFrom("routine", "soon", "urgent", null),
    visit_booked: anyYes,
    last_visit_on: fc.option(day(before(now, 24 * 200))),
    visit_id: fc.constantFrom("V1", null),
  });
  const anchors = fc
    .array(anchor, { minLength: 6, maxLength: 10 })
    .map((rows) =>
      rows.map((row, at) => known(plan, plan.audience.anchor, { [key]: `A${at + 1}`, ...ownedBy(row, at) })),
    );
  const caregiver = fc.record({
    ...contact,
    patient_id: someone,
    permission: fc.constantFrom("|schedule|", "|billing|schedule|", "|billing|", null),
    permission_from: fc.option(day(before(now, 48)), { freq: 2 }),
    permission_until: fc.option(day(before(now, 48)), { freq: 2 }),
    permission_given_by: fc.constantFrom("patient", "patient", "patient", "court", null),
    lives_with: anyYes,
    relationship: fc.constantFrom("daughter", "neighbor", "", null),
    helps_with: fc.constantFrom("|rides|", "|rides|calls|", "|", null),
    since: fc.option(day(before(now, 24 * 200))),
  });
  const caregivers = fc
    .array(caregiver, { maxLength: 5 })
    .map((rows) => rows.map((row, at) => known(plan, "caregiver", { caregiver_id: `C${at + 1}`, ...row })));
  const anchorIds =
    table.name === "visits"
      ? ["V1", "V2", "V3", "V4", "V5", "V6", "V99"]
      : table.name === "patients"
        ? PEOPLE
        : ["A1", "A2", "A3", "A4", "A5", "A6", "A99"];
  const consents = fc.array(
    fc.record({
      patient_id: someone,
      caregiver_id: fc.constantFrom(null, null, null, "C1"),
      channel: fc.oneof({ weight: 1, arbitrary: anyChannel }, { weight: 3, arbitrary: fc.constant("all") }),
      state: mostly("granted", "revoked"),
      recorded_at: fc.constantFrom(
        "2026-01-01 00:00:00",
        "2026-01-01 00:00:00",
        "2026-06-01 00:00:00",
        now,
        "2029-01-01 00:00:00",
      ),
      address: fc.constantFrom(null, null, "+12175550101"),
      scope: fc.constantFrom(null, null, plan.identity.campaign, plan.identity.scenario, "other"),
    }),
    { maxLength: 20 },
  );
  const events = fc
    .array(
      fc.record({
        patient_id: someone,
        kind: fc.constantFrom(
          "stop",
          "wrong_person",
          "replied",
          "question",
          "declined",
          "booked",
          "completed",
          "moved_care",
          "task_opened",
          "task_closed",
          "task_closed",
          "therapy_restarted",
          "test_completed",
        ),
        at: fc.oneof(before(now, 24 * 10), fc.constant(now), fc.constant("2029-01-01 00:00:00")),
        caregiver_id: fc.constantFrom(null, null, null, "C1"),
        channel: fc.option(anyChannel),
        campaign: fc.constantFrom(null, plan.identity.campaign, "former", "other"),
        anchor_id: fc.option(fc.constantFrom(...anchorIds)),
        visit_id: fc.option(fc.constantFrom("V1", "V2")),
        visit_type: fc.constantFrom(null, "primary-care", "annual-exam"),
      }),
      { maxLength: 4 },
    )
    .map((rows) => rows.map((row, at) => ({ event_id: `E${at + 1}`, ...row })));
  return fc
    .record({ patients, visits, anchors, caregivers, consents, events })
    .chain(({ anchors, visits, ...rest }) => {
      const missed =
        plan.audience.anchor === "visit" ? visits.map((row) => known(plan, "visit", row)) : visits;
      const about = table.name === "visits" ? missed : table.name === "patients" ? rest.patients : anchors;
      return enrolmentsIn(plan, now, about, key).chain((enrolments) => {
        const world: World = {
          ...rest,
          visits: missed,
          enrolments,
          ...(table.name !== "visits" && table.name !== "patients" ? { [table.name]: anchors } : {}),
        };
        return ledgerOf(plan, now, enrolments).map((ledger) => ({ ...world, ledger }));
      });
    });
}

/** Enrolments about some of the records: one active for a campaign and patient, and one row an entry. */
function enrolmentsIn(
  plan: Plan,
  now: string,
  about: readonly RosterRecord[],
  key: string,
): fc.Arbitrary<readonly RosterRecord[]> {
  const digest = sha256(canonicalJson(plan));
  const one = fc.record({
    of: fc.nat({ max: Math.max(0, about.length - 1) }),
    campaign: mostly(plan.identity.campaign, "former", "other"),
    // A record that is gone, or another patient's by now.
    gone: mostly<string | null>(null, "gone", "P1"),
    entry: fc.constantFrom(1, 1, 2),
    plan_digest: mostly(digest, "older"),
    entered_at: before(now, 24 * 6),
    segment: fc.constantFrom("first", "others", null),
    arm: mostly("a", "b", "holdout"),
    language: fc.constantFrom("en", "es"),
    state: mostly("active", "ended"),
  });
  return fc.array(one, { maxLength: 7 }).map((rows) => {
    const people = new Set<unknown>();
    const entries = new Set<string>();
    return rows.flatMap(({ of, gone, ...row }): RosterRecord[] => {
      const record = about[of];
      if (record === undefined) return [];
      const isPatient = key === "patient_id";
      const patient_id = gone === "P1" && !isPatient ? "P1" : (record.patient_id ?? null);
      const anchor_id = gone === "gone" && !isPatient ? "gone" : (record[key] ?? null);
      const entry = `${anchor_id} ${row.entry}`;
      if (people.has(patient_id) || entries.has(entry)) return [];
      people.add(patient_id);
      entries.add(entry);
      return [{ ...row, patient_id, anchor_id }];
    });
  });
}

/** Touches of enrolments that are there, and of other campaigns. */
function ledgerOf(
  plan: Plan,
  now: string,
  enrolments: readonly RosterRecord[],
): fc.Arbitrary<readonly RosterRecord[]> {
  const touch = fc.record({
    of: fc.nat({ max: Math.max(0, enrolments.length - 1) }),
    step: fc.nat({ max: plan.steps.length - 1 }),
    isFormer: fc.boolean(),
    recipient: fc.constantFrom("patient", "patient", "patient", "C1", "C2"),
    channel: anyChannel,
    address: fc.constantFrom("+12175550101", "+12175550102", "+12175550103", "a@example.test", null),
    team: fc.constantFrom(plan.respond.owner, "nurse_triage"),
    state: mostly("sent", "sent", "skipped", "claimed", "parked"),
    why: mostly<string | null>(null, "unreachable"),
    claimed_at: before(now, 24 * 8),
    settles: fc.boolean(),
    elsewhere: fc.boolean(),
  });
  return fc.array(touch, { maxLength: 10 }).map((rows) => {
    const touches = rows.flatMap(({ of, step, isFormer, settles, elsewhere, ...row }): RosterRecord[] => {
      const enrolment = enrolments[of];
      if (enrolment === undefined) return [];
      const { patient_id, anchor_id, entry } = enrolment;
      const campaign = elsewhere ? "elsewhere" : String(enrolment.campaign);
      const id = step === 0 && isFormer ? "first" : `step-${step + 1}`;
      const settled_at = settles && (row.state === "sent" || row.state === "skipped") ? row.claimed_at : null;
      const key = touchKey({
        campaign,
        anchor_id: String(anchor_id),
        entry: Number(entry),
        step: id,
        recipient: row.recipient,
      });
      return [
        {
          touch_key: key,
          campaign,
          patient_id: patient_id ?? null,
          anchor_id: anchor_id ?? null,
          entry: entry ?? null,
          step: id,
          step_no: step + 1,
          ...row,
          arm: "a",
          language: "en",
          settled_at,
          run_id: "r",
          plan_digest: "d",
        },
      ];
    });
    return [...new Map(touches.map((row) => [row.touch_key, row])).values()];
  });
}

/** A record without the columns that a plan's roster does not have. */
function known(plan: Plan, root: string, row: RosterRecord): RosterRecord {
  const columns = anchorTableOf(plan, root).columns.map(({ name }) => name);
  const fields = plan.audience.fields.filter(({ derived }) => derived === null).map(({ path }) => path);
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => columns.includes(name) || fields.includes(`${root}.${name}`)),
  );
}
