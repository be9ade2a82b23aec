import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/judge/index.ts";
import { Inspector } from "../../src/simulate/inspector.ts";
import { SeenTouches } from "../../src/simulate/seen-touches.ts";
import type { Witness } from "../../src/simulate/witness.ts";
import { maple, planOf } from "./plans.ts";

const { plan } = planOf(maple(), "missed-primary-care");
const DAY = "2026-11-24";
const NOON = `${DAY} 18:00:00`; // in Chicago

const touch = (more: Partial<Decision> = {}): Decision => ({
  campaign: "missed-primary-care",
  patient_id: "P1",
  anchor_id: "V1",
  entry: 1,
  recipient: "patient",
  step: "text-1",
  step_no: 1,
  channel: "sms",
  address: "+12175550101",
  language: "en",
  arm: "a",
  segment: "recent",
  team: "visit_scheduling",
  clinic_id: null,
  decision: "send",
  reason: null,
  waits_from: "2026-11-23 18:00:00",
  entered_at: "2026-11-23 18:00:00",
  enters: false,
  touch_key: "k",
  ...more,
});
const person = (more: Partial<Witness> = {}): Witness => ({
  zone: "America/Chicago",
  state: "IL",
  clinic: null,
  birthDate: "1980-01-01",
  stops: [],
  bookings: [],
  consents: [{ channel: "sms", state: "granted", at: "2026-01-01 00:00:00" }],
  ...more,
});

function failures(
  touches: readonly Decision[],
  witness: Witness = person(),
  now = NOON,
  days: readonly string[] = [now.slice(0, 10)],
) {
  const inspector = new Inspector(plan);
  const people = new Map(touches.map(({ patient_id }) => [patient_id, witness]));
  for (const day of days) inspector.inspect(day, `${day} ${now.slice(11)}`, touches, people);
  return [...new Set(inspector.failures.map(({ property }) => property))];
}

describe("whoever looks at simulated touches", () => {
  it("finds nothing wrong with a touch that is right", () => {
    expect(failures([touch()])).toEqual([]);
  });

  it.each([
    ["a stop that was recorded", person({ stops: [{ what: "stop", at: "2026-11-24 17:59:59" }] })],
    ["a stranger", person({ stops: [{ what: "wrong person", at: "2026-11-24 12:00:00" }] })],
    ["a death", person({ stops: [{ what: "deceased", at: "0001-01-01 00:00:00" }] })],
    ["a booking", person({ bookings: [{ anchor: "V1", at: "2026-11-24 10:00:00" }] })],
  ])("notices a touch after %s", (_, witness) => {
    expect(failures([touch()], witness)).toEqual(["never after a stop"]);
  });

  it.each([
    ["a stop of later", person({ stops: [{ what: "stop", at: "2026-11-24 18:00:01" }] })],
    [
      "a stop after which consent was given anew",
      person({ stops: [{ what: "stop", at: "2025-01-01 00:00:00" }] }),
    ],
    ["a booking for another visit", person({ bookings: [{ anchor: "V9", at: "2026-11-24 10:00:00" }] })],
  ])("lets %s be", (_, witness) => {
    expect(failures([touch()], witness)).toEqual([]);
  });

  it.each([
    ["nothing was said", []],
    [
      "consent was taken back",
      [
        { channel: "sms", state: "granted", at: "2026-01-01 00:00:00" },
        { channel: "all", state: "revoked", at: "2026-02-01 00:00:00" },
      ],
    ],
    [
      "both were said at once",
      [
        { channel: "sms", state: "revoked", at: "2026-01-01 00:00:00" },
        { channel: "sms", state: "granted", at: "2026-01-01 00:00:00" },
      ],
    ],
  ])("notices a text where %s", (_, consents) => {
    expect(failures([touch()], person({ consents }))).toEqual(["never without consent"]);
  });

  it("lets mail go without consent, until it is refused", () => {
    const mail = touch({ channel: "email", address: "a@example.test" });
    expect(failures([mail], person({ consents: [] }))).toEqual([]);
    expect(
      failures(
        [mail],
        person({ consents: [{ channel: "email", state: "revoked", at: "2026-01-01 00:00:00" }] }),
      ),
    ).toEqual(["never without consent"]);
  });

  it.each([
    ["08:59 in Chicago", "2026-11-24 14:59:00", "America/Chicago"],
    ["19:00 in Chicago", "2026-11-25 01:00:00", "America/Chicago"],
    ["08:00 in Honolulu", "2026-11-24 18:00:00", "Pacific/Honolulu"],
    ["a Sunday", "2026-11-29 18:00:00", "America/Chicago"],
    ["Thanksgiving", "2026-11-26 18:00:00", "America/Chicago"],
  ])("notices a touch at %s", (_, now, zone) => {
    expect(failures([touch()], person({ zone }), now)).toEqual(["never outside the window"]);
  });

  it("does not hold letters against the clock", () => {
    expect(failures([touch({ channel: "letter" })], person({ consents: [] }), "2026-11-29 18:00:00")).toEqual(
      [],
    );
  });

  it("notices two touches to one person on a day, and a fourth in seven days", () => {
    expect(
      failures([touch(), touch({ step: "email-1", channel: "letter", address: null })], person({})),
    ).toEqual(["never above a cap"]);
    expect(failures([touch()], person(), NOON, ["2026-11-23", "2026-11-24", "2026-11-25"])).toEqual([]);
    expect(
      failures([touch()], person(), NOON, ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-27"]),
    ).toEqual(["never above a cap"]);
    expect(
      failures([touch()], person(), NOON, ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-30"]),
    ).toEqual([]);
  });

  it("notices two people at one phone on a day, but not at two", () => {
    const other = touch({ patient_id: "P2", anchor_id: "V2" });
    expect(failures([touch(), other])).toEqual(["never two to one phone on a day"]);
    expect(failures([touch(), { ...other, address: "+12175550102" }])).toEqual([]);
  });

  it("notices a touch to a minor, until the day of the birthday", () => {
    expect(failures([touch()], person({ birthDate: "2008-11-25" }))).toEqual(["never to a minor"]);
    expect(failures([touch()], person({ birthDate: null }))).toEqual(["never to a minor"]);
    expect(failures([touch()], person({ birthDate: "2008-11-24" }))).toEqual([]);
  });

  it("notices more beginners than the pace, and more calls than the team makes", () => {
    const many = (count: number, more: Partial<Decision>) =>
      Array.from({ length: count }, (_, index) =>
        touch({ patient_id: `P${index}`, anchor_id: `V${index}`, address: `+1217555${index}`, ...more }),
      );
    expect(failures(many(100, {}))).toEqual([]);
    expect(failures(many(101, {}))).toEqual(["never above the pace"]);
    const calls = { channel: "phone", step: "call-1" } as const;
    expect(failures(many(121, calls), person({ consents: [] }))).toEqual([
      "never above the pace",
      "never above the capacity",
    ]);
  });

  it("looks across campaigns: caps, phones and calls are those of all together", () => {
    const seen = new SeenTouches();
    const [first, second] = [new Inspector(plan, seen), new Inspector(plan, seen)];
    const look = (inspector: Inspector, ...touches: readonly Decision[]) => {
      inspector.inspect(DAY, NOON, touches, new Map(touches.map(({ patient_id }) => [patient_id, person()])));
      return [...new Set(inspector.failures.map(({ property }) => property))];
    };
    const calls = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        touch({
          patient_id: `C${from + index}`,
          anchor_id: `W${from + index}`,
          address: `+1312555${from + index}`,
          channel: "phone",
        }),
      );
    expect(look(first, touch(), ...calls(0, 60))).toEqual([]);
    expect(look(second, touch({ campaign: "other", step: "mail" }))).toEqual(["never above a cap"]);
    const third = new Inspector(plan, seen);
    expect(look(third, touch({ patient_id: "P2", anchor_id: "V2" }))).toEqual([
      "never two to one phone on a day",
    ]);
    const fourth = new Inspector({ ...plan, pace: { per_day: null } }, seen);
    expect(look(fourth, ...calls(60, 60))).toEqual([]);
    expect(look(fourth, ...calls(120, 1))).toEqual(["never above the capacity"]);
  });
});
