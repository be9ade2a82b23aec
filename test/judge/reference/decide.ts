import { createHash } from "node:crypto";
import type { Plan } from "../../../src/plan/index.ts";
import type { RosterRecord, World } from "../roster.ts";
import { addressOf, hasAgreed, isPermitted } from "./contact.ts";
import { type Entry, enrolmentsOf } from "./enrol.ts";
import { factsFor, patientRecord, rowsOf, says, text } from "./person.ts";
import { hasPassed, isOpen, isWithinDays } from "./time.ts";

/** What the reference says of one recipient; the judge must say the same. */
export interface Said {
  readonly patient_id: string;
  readonly anchor_id: string;
  readonly entry: number;
  readonly recipient: string;
  readonly step: string | null;
  readonly address: string | null;
  readonly language: string;
  readonly arm: string;
  readonly segment: string | null;
  readonly team: string;
  readonly enters: boolean;
  decision: string;
}

interface Ready {
  readonly said: Said;
  readonly channel: string;
  readonly since: string;
  readonly enteredAt: string;
  readonly isFirst: boolean;
}

const TIMED = ["sms", "phone", "email"];
const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const left = (row: RosterRecord) => row.state !== "skipped";

/** Judges a roster row by row: slow, and without a word of SQL. */
export function decide(plan: Plan, world: World, now: string): readonly Said[] {
  const ready: Ready[] = [];
  const all = enrolmentsOf(plan, world, now).flatMap((enrolment) =>
    recipientsOf(plan, world, enrolment.patient).map((recipient) => {
      const one = decideOne(plan, world, now, enrolment, recipient);
      if (one.said.decision === "send") ready.push(one);
      return one.said;
    }),
  );
  ready.sort(
    (a, b) =>
      before(a.since, b.since) ||
      before(a.said.patient_id, b.said.patient_id) ||
      before(a.said.anchor_id, b.said.anchor_id) ||
      before(a.said.recipient, b.said.recipient),
  );
  let left = holdShared(ready);
  left = holdPace(plan, world, now, left);
  holdCapacity(plan, world, now, left);
  return all;
}

/** Two to one phone on a day are one too many: who waits longest goes first. */
function holdShared(ready: readonly Ready[]): readonly Ready[] {
  const taken = new Set<string>();
  return ready.filter(({ said, channel }) => {
    if (!TIMED.includes(channel) || said.address === null) return true;
    if (taken.has(said.address)) {
      said.decision = "suppress:shared_contact";
      return false;
    }
    taken.add(said.address);
    return true;
  });
}

function holdPace(plan: Plan, world: World, now: string, ready: readonly Ready[]): readonly Ready[] {
  const most = plan.pace.per_day;
  if (most === null) return ready;
  const zone = plan.windows.time_zone;
  const begun = new Map<string, string>();
  for (const row of ours(plan, world).filter(left)) {
    const key = `${row.anchor_id} ${row.entry}`;
    const at = String(row.claimed_at);
    if (at < (begun.get(key) ?? "9999")) begun.set(key, at);
  }
  const today = [...begun.values()].filter((at) => isWithinDays(zone, at, now, 0)).length;
  const people = [
    ...new Map(
      ready
        .filter(({ isFirst }) => isFirst)
        .map((one) => [`${one.said.anchor_id} ${one.said.entry}`, one] as const),
    ),
  ].sort(
    ([, a], [, b]) =>
      before(a.enteredAt, b.enteredAt) ||
      before(a.said.patient_id, b.said.patient_id) ||
      before(a.said.anchor_id, b.said.anchor_id),
  );
  const begins = new Set(people.slice(0, Math.max(0, most - today)).map(([key]) => key));
  return ready.filter((one) => {
    if (!one.isFirst || begins.has(`${one.said.anchor_id} ${one.said.entry}`)) return true;
    one.said.decision = "hold:pace";
    return false;
  });
}

function holdCapacity(plan: Plan, world: World, now: string, ready: readonly Ready[]): void {
  for (const { id, calls_a_day: most } of plan.respond.teams) {
    if (most === null) continue;
    const given = rowsOf(world, "ledger").filter(
      (row) =>
        row.team === id &&
        row.channel === "phone" &&
        left(row) &&
        isWithinDays(plan.windows.time_zone, String(row.claimed_at), now, 0),
    ).length;
    const calls = ready.filter(({ said, channel }) => channel === "phone" && said.team === id);
    for (const { said } of calls.slice(Math.max(0, most - given))) said.decision = "hold:capacity";
  }
}

const ours = (plan: Plan, world: World) =>
  rowsOf(world, "ledger").filter(({ campaign }) =>
    [plan.identity.campaign, ...plan.identity.was].includes(String(campaign)),
  );

interface Recipient {
  readonly id: string;
  readonly record: RosterRecord | undefined;
}

function recipientsOf(plan: Plan, world: World, patient: string): readonly Recipient[] {
  const toPatient = plan.steps.some(({ to }) => to === "patient") && plan.consent.patient === "always";
  const toCaregiver = plan.steps.some(({ to }) => to === "caregiver");
  const caregivers = toCaregiver
    ? rowsOf(world, "caregivers")
        .filter(({ patient_id }) => patient_id === patient)
        .map((record) => ({ id: String(record.caregiver_id), record }))
    : [];
  const self = { id: "patient", record: patientRecord(world, patient) };
  return toPatient || caregivers.length === 0 ? [self, ...caregivers] : caregivers;
}

function decideOne(plan: Plan, world: World, now: string, it: Entry, recipient: Recipient): Ready {
  const isPatient = recipient.id === "patient";
  const kind = isPatient ? "patient" : "caregiver";
  const ledger = ours(plan, world).filter(
    (row) => row.anchor_id === it.anchor && row.entry === it.entry && row.recipient === recipient.id,
  );
  const stepNo = (row: RosterRecord) =>
    plan.steps.findIndex(({ id, when }) => id === row.step || when.was.includes(String(row.step))) + 1;
  const settled = ledger.filter(({ state }) => state === "sent" || state === "skipped");
  const lastNo = Math.max(0, ...settled.map(stepNo));
  const since =
    settled
      .map((row) => text(row, "settled_at") ?? String(row.claimed_at))
      .sort()
      .at(-1) ?? it.enteredAt;
  const toThem = (to: string) => to === kind && (kind === "caregiver" || plan.consent.patient === "always");
  const nextIndex = plan.steps.findIndex(({ to }, index) => toThem(to) && index + 1 > lastNo);
  const step = plan.steps[nextIndex];
  const patient = patientRecord(world, it.patient);
  const clinicId = text(it.record, "clinic_id") ?? text(patient, "clinic_id");
  const clinic = plan.respond.clinics.find(({ id }) => id === clinicId);
  const ourZones = [...new Set(plan.respond.clinics.map(({ time_zone }) => time_zone))];
  const home = zoneName(text(recipient.record, "time_zone")) ?? clinic?.time_zone;
  const zones = home !== undefined ? [home] : ourZones.length > 0 ? ourZones : [plan.windows.time_zone];
  const clinicZones = clinic ? [clinic.time_zone] : ourZones.length > 0 ? ourZones : [plan.windows.time_zone];
  const only = text(patient, "confidential_channel");
  const permitted = isPatient || isPermitted(plan, recipient.record ?? {}, it.today);
  const address = (channel: string) => addressOf(recipient.record, isPatient, channel);
  const agreed = (channel: string) =>
    permitted &&
    (only === undefined || only === channel) &&
    hasAgreed(plan, world, it.patient, recipient.id, channel, address(channel), now);
  const language = isPatient
    ? it.language
    : plan.languages.includes(text(recipient.record, "language") ?? "")
      ? String(recipient.record?.language)
      : (plan.languages[0] ?? "en");
  const said: Said = {
    patient_id: it.patient,
    anchor_id: it.anchor,
    entry: it.entry,
    recipient: recipient.id,
    step: step?.id ?? null,
    address: null,
    language,
    arm: it.arm,
    segment: it.segment,
    team: plan.audience.segments.find(({ id }) => id === it.segment)?.owner ?? plan.respond.owner,
    enters: it.enters,
    decision: "",
  };
  const isFirst = !ours(plan, world).some(
    (row) => row.anchor_id === it.anchor && row.entry === it.entry && left(row),
  );
  const answer = (decision: string, extra: Partial<Said> = {}): Ready => ({
    said: { ...said, ...extra, decision },
    channel: step?.channel ?? "",
    since,
    enteredAt: it.enteredAt,
    isFirst,
  });

  if (it.stoppedBy !== undefined) return answer(`exit:${it.stoppedBy}`);
  if (it.isExcluded) return answer("exit:excluded");
  if (it.isSuperseded) return answer("exit:superseded");
  if (it.arm === "holdout") return answer("holdout");
  if (ledger.some(({ state }) => state === "parked")) return answer("parked");
  if (ledger.some(({ why }) => why === "unreachable")) return answer("done");
  if (step === undefined) return answer(lastNo > 0 ? "done" : "task:unreachable");
  if (it.pausedBy !== undefined) return answer("pause");
  if (ledger.some(({ state }) => state === "claimed")) return answer("wait");

  const ownFirst = plan.audience.segments.find(({ id }) => id === it.segment)?.first_contact;
  const wait = nextIndex === 0 && ownFirst ? ownFirst : step.when.wait;
  const holidays = plan.windows.holidays.map(({ on }) => on);
  if (!zones.every((zone) => hasPassed(wait, zone, since, now, holidays))) return answer("wait");
  const facts = isPatient ? it.facts : factsFor(plan, it.facts, recipient.record);
  if (step.when.only_if !== null && says(plan, step.when.only_if, facts, it.today) !== true)
    return answer("skip:only_if");

  const there = { address: address(step.channel) ?? null };
  const rest = plan.steps.slice(nextIndex).filter(({ to }) => toThem(to));
  const hasAnyWay = rest.some(({ channel }) => agreed(channel) && address(channel) !== undefined);
  const wasSent = ledger.some(({ state }) => state === "sent");
  const isUsable = agreed(step.channel) && there.address !== null;
  const isLastHope =
    isPatient || !plan.steps.some(({ to }) => to === "patient") || plan.consent.patient === "never";
  if (!isUsable && !hasAnyWay && !wasSent && isLastHope) return answer("task:unreachable", there);
  if (!agreed(step.channel)) return answer("skip:no_consent", there);
  if (there.address === null) return answer("skip:no_address", there);

  const isTimed = TIMED.includes(step.channel);
  if (isTimed && home === undefined && ourZones.length === 0) return answer("hold:zone_unknown", there);
  const { windows } = plan;
  if (isTimed) {
    const hours = windows.days.map((day) => ({ day, opens: windows.opens, closes: windows.closes }));
    const isHoliday = (zone: string) => holidays.includes(localDay(zone, now));
    const clock = windows.clock === "clinic" ? clinicZones : zones;
    if (!clock.every((zone) => isOpen(hours, zone, now) && !isHoliday(zone)))
      return answer("hold:quiet_hours", there);
  }
  if (step.channel === "sms" || step.channel === "phone") {
    const state = windows.states.find((one) => one.state === text(recipient.record, "state"));
    const rules = state ? [state] : windows.states;
    if (!rules.every(({ hours }) => zones.every((zone) => isOpen(hours, zone, now)))) {
      return answer("hold:quiet_hours", there);
    }
  }
  if (asksForACall(plan, step) && clinic && !isOpen(clinic.hours, clinic.time_zone, now, 120)) {
    return answer("hold:quiet_hours", there);
  }

  const touched = rowsOf(world, "ledger").filter(left);
  const within = (row: RosterRecord, back: number) =>
    zones.some((zone) => isWithinDays(zone, String(row.claimed_at), now, back));
  const mine = (row: RosterRecord) => row.patient_id === it.patient && row.recipient === recipient.id;
  const same = (row: RosterRecord) => row.address === there.address;
  const isOver = (rows: readonly RosterRecord[]) =>
    rows.filter((row) => within(row, 0)).length >= plan.caps.per_day ||
    rows.filter((row) => within(row, 6)).length >= plan.caps.per_week;
  if (isOver(touched.filter(mine))) return answer("hold:cap", there);
  if (isTimed && touched.some((row) => same(row) && !mine(row) && within(row, 0))) {
    return answer("suppress:shared_contact", there);
  }
  if (isOver(touched.filter(same))) return answer("hold:cap", there);
  return answer("send", there);
}

function zoneName(written: string | undefined): string | undefined {
  if (written === undefined || !/^[A-Z]/.test(written)) return undefined;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: written });
    return written;
  } catch {
    return undefined;
  }
}

function localDay(zone: string, now: string): string {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(
    new Date(`${now.replace(" ", "T")}Z`),
  );
  return parts.slice(0, 10);
}

/** The text prints a clinic's number, and there is nothing to open or to answer. */
function asksForACall(plan: Plan, step: Plan["steps"][number]): boolean {
  const printed = plan.flows.outlets
    .filter((outlet) => outlet.step === step.id)
    .flatMap(({ fields }) => fields.filter(({ marks }) => marks.includes("E")).map(({ path }) => path));
  return (
    ["sms", "email", "portal"].includes(step.channel) &&
    printed.some((path) => path === "clinic.phone" || path === "clinic.nurse_line") &&
    step.content.actions.every(({ link, reply }) => link === null && reply === null)
  );
}

/** Which side of a random draw a patient is on. */
export function isBelow({ salt, below }: { salt: string; below: string }, patient: string): boolean {
  const hash = createHash("md5").update(`${salt}|${patient}`).digest("hex").slice(0, 8);
  return Number.parseInt(hash, 16) < Number.parseInt(below, 16);
}
