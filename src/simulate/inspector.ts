import { addDays, addMonths, type IsoDate, isTimeZone } from "../calendar/index.ts";
import type { Decision, Instant } from "../judge/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Failure, Property } from "./failure.ts";
import { SeenTouches } from "./seen-touches.ts";
import { isInHours, isInWindow, type WallTime, wallTime } from "./wall-clock.ts";
import type { Witness } from "./witness.ts";

/** Channels that keep hours, and those that reach a phone. */
const TIMED: readonly string[] = ["sms", "phone", "email"];
const VOICED: readonly string[] = ["sms", "phone"];

/**
 * Looks at every touch of a campaign as a stranger would: from the plan and the tables alone, in other words than the judge's.
 * It remembers who has begun; what is shared with other campaigns is remembered by all together.
 */
export class Inspector {
  readonly failures: Failure[] = [];
  private readonly begun = new Set<string>();

  constructor(
    private readonly plan: Plan,
    private readonly seen = new SeenTouches(),
  ) {}

  /**
   * The touches of one tick, and what is known of their people.
   *
   * @returns how many people were written to for the first time
   */
  inspect(
    day: IsoDate,
    now: Instant,
    sends: readonly Decision[],
    people: ReadonlyMap<string, Witness>,
  ): number {
    let beginners = 0;
    for (const touch of sends) {
      const witness = people.get(touch.patient_id);
      const fail = (property: Property, what: string, pointer: string) =>
        this.failures.push({ property, day, patient: touch.patient_id, step: touch.step, what, pointer });
      if (witness === undefined) {
        fail("never after a stop", "a touch to somebody who is not in the roster", "/audience");
        continue;
      }
      this.afterStop(touch, witness, now, fail);
      this.consent(touch, witness, fail);
      this.window(touch, witness, now, fail);
      this.caps(touch, witness, now, fail);
      if (!isAdult(witness.birthDate, this.localDay(witness, now))) {
        fail("never to a minor", "a touch about somebody under 18, or of unknown age", "/consent/minors");
      }
      if (touch.channel === "phone") this.seen.call(touch.team, day);
      const enrolment = `${touch.anchor_id}|${touch.entry}`;
      if (!this.begun.has(enrolment)) beginners += 1;
      this.begun.add(enrolment);
    }
    this.limits(day, sends, beginners);
    return beginners;
  }

  /** How many people have been written to. */
  get people(): number {
    return this.begun.size;
  }

  private limits(day: IsoDate, sends: readonly Decision[], beginners: number): void {
    const { pace, respond } = this.plan;
    const all = { day, patient: null, step: null };
    if (pace.per_day !== null && beginners > pace.per_day) {
      this.failures.push({
        ...all,
        property: "never above the pace",
        what: `${beginners} people began, and the pace is ${pace.per_day}`,
        pointer: "/pace/per_day",
      });
    }
    for (const [index, team] of respond.teams.entries()) {
      const count = this.seen.calls(team.id, day);
      const isOurs = sends.some((touch) => touch.channel === "phone" && touch.team === team.id);
      if (team.calls_a_day === null || count <= team.calls_a_day || !isOurs) continue;
      this.failures.push({
        ...all,
        property: "never above the capacity",
        what: `${team.id} got ${count} calls and makes ${team.calls_a_day} a day`,
        pointer: `/respond/teams/${index}`,
      });
    }
  }

  private afterStop(
    { anchor_id, recipient }: Decision,
    { stops, bookings, consents }: Witness,
    now: Instant,
    fail: Fail,
  ): void {
    // What the patient said ends everything; consent that was given anew afterwards begins it anew.
    for (const { what, at } of stops) {
      const isTakenBack =
        what === "stop" && consents.some((said) => said.state === "granted" && said.at > at);
      if (at <= now && !isTakenBack) fail("never after a stop", `${what} was recorded at ${at}`, "/stop/on");
    }
    for (const { anchor, at } of bookings) {
      if (anchor === anchor_id && at <= now)
        fail(
          "never after a stop",
          `the visit was booked at ${at}${recipient === "patient" ? "" : `, and a caregiver was written to`}`,
          "/stop/on",
        );
    }
  }

  private consent({ channel, recipient }: Decision, { consents }: Witness, fail: Fail): void {
    if (recipient !== "patient" || channel === null) return;
    // Rows are in the order of time; of two at one instant the refusal counts.
    const said = consents.filter((each) => each.channel === channel || each.channel === "all");
    const lastAt = said.at(-1)?.at;
    const last = said.filter(({ at }) => at === lastAt).some(({ state }) => state === "revoked")
      ? "revoked"
      : said.at(-1)?.state;
    const needs = this.plan.consent.channels[channel];
    const isFine = needs === "opt-in" ? last === "granted" : last !== "revoked";
    if (!isFine)
      fail(
        "never without consent",
        `the last word on ${channel} is ${last ?? "nothing"}`,
        "/consent/channels",
      );
  }

  private window({ channel, recipient }: Decision, witness: Witness, now: Instant, fail: Fail): void {
    if (channel === null || !TIMED.includes(channel) || recipient !== "patient") return;
    const { windows } = this.plan;
    for (const shown of this.clocks(witness, now)) {
      if (!isInWindow(windows, shown))
        fail("never outside the window", `it is ${written(shown)} where the person is`, "/windows/opens");
      const state = windows.states.find((each) => each.state === witness.state);
      if (VOICED.includes(channel) && state !== undefined && !isInHours(state.hours, shown)) {
        fail(
          "never outside the window",
          `it is ${written(shown)}, outside the hours of ${state.state}`,
          "/windows/states",
        );
      }
    }
  }

  private caps(
    { channel, recipient, address, patient_id }: Decision,
    witness: Witness,
    now: Instant,
    fail: Fail,
  ): void {
    const day = this.localDay(witness, now);
    const who = `${patient_id}|${recipient}`;
    const { per_day: perDay, per_week: perWeek } = this.plan.caps;
    const mine = this.seen.toPerson(who, day);
    const inWeek = (days: readonly IsoDate[]) => days.filter((each) => each > addDays(day, -7)).length;
    if (mine.filter((each) => each === day).length > perDay)
      fail("never above a cap", `more than ${perDay} on ${day}`, "/caps/per_day");
    if (inWeek(mine) > perWeek)
      fail("never above a cap", `more than ${perWeek} in the seven days to ${day}`, "/caps/per_week");
    if (address === null || channel === null || !TIMED.includes(channel)) return;
    const there = this.seen.toAddress(address, who, day);
    if (there.some((each) => each.day === day && each.who !== who)) {
      fail(
        "never two to one phone on a day",
        `somebody else was written to at the same ${channel === "email" ? "mailbox" : "phone"} on ${day}`,
        "/caps/per_day",
      );
    }
    if (inWeek(there.map((each) => each.day)) > perWeek)
      fail(
        "never above a cap",
        `more than ${perWeek} to one address in the seven days to ${day}`,
        "/caps/per_week",
      );
  }

  /** The clocks that may be the person's: of whom nobody knows where they are, those of every clinic. */
  private clocks(witness: Witness, now: Instant): readonly WallTime[] {
    return this.zonesOf(witness).map((zone) => wallTime(zone, now));
  }

  private zonesOf({ zone, clinic }: Witness): readonly string[] {
    const { clinics } = this.plan.respond;
    const { clock } = this.plan.windows;
    const own = clinics.find(({ id }) => id === clinic)?.time_zone;
    if (clock === "clinic" && own !== undefined) return [own];
    if (zone !== null && isTimeZone(zone)) return [zone];
    return own === undefined ? [...new Set(clinics.map(({ time_zone }) => time_zone))] : [own];
  }

  private localDay(witness: Witness, now: Instant): IsoDate {
    return wallTime(this.zonesOf(witness)[0] ?? this.plan.windows.time_zone, now).day;
  }
}

type Fail = (property: Property, what: string, pointer: string) => void;

function written({ day, minute }: WallTime): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)} on ${day}`;
}

function isAdult(birthDate: string | null, today: IsoDate): boolean {
  return birthDate !== null && birthDate <= addMonths(today, -18 * 12);
}
