import fc from "fast-check";
import { expect, it } from "vitest";
import { composerOf, type TouchRecord } from "../../src/delivery/index.ts";
import type { Decision } from "../../src/judge/index.ts";
import { unsaidWhy } from "../../src/run/index.ts";
import { Unsaid } from "../../src/simulate/unsaid.ts";
import { PLANS, recordOf, touchOf } from "../delivery/plans.ts";

const DECIDED = {
  entry: 1,
  step_no: 1,
  clinic_id: null,
  decision: "send",
  reason: null,
  enters: false,
} as const;
const TIMES = { waits_from: "2026-11-23 18:00:00", entered_at: "2026-11-23 18:00:00" };

const anyName = fc.constantFrom(
  "Ana",
  "Eva",
  "Maximiliana-Guadalupe",
  "click evil.example",
  "Владимир",
  "Đặng",
  "",
  undefined,
);
const anyAddress = fc.constantFrom(
  "+12175550101",
  "+12175550102",
  "+12175550101;ext=3",
  "+1217555",
  "a@example.test",
  "12 Oak Street",
  "",
  null,
);

/** A touch of any step of any plan that comes with the project, and what is on record for it. */
const anyTouch = fc.constantFrom(...PLANS).chain((plan) =>
  fc
    .record({
      step: fc.constantFrom(...plan.steps),
      name: anyName,
      address: anyAddress,
      language: fc.constantFrom(...plan.languages),
      state: fc.constantFrom("IL", "IN", undefined),
      clinic: fc.constantFrom(...plan.respond.clinics.map(({ id }) => id), "nowhere", undefined),
      hasPostal: fc.boolean(),
      portal: fc.constantFrom("u1", undefined),
      date: fc.constantFrom("2026-11-18", "no day", undefined),
      toCaregiver: fc.boolean(),
    })
    .map(({ step, name, address, language, state, clinic, hasPostal, portal, date, toCaregiver }) => {
      const record: TouchRecord = {
        ...recordOf(),
        fields: new Map(
          [
            ["patient.first_name", name] as const,
            ["caregiver.first_name", name] as const,
            ["visit.date", date] as const,
          ].flatMap(([path, value]) => (value === undefined ? [] : [[path, value] as const])),
        ),
        state,
        clinic,
        postal: hasPostal ? recordOf().postal : [],
        portal,
      };
      const recipient = toCaregiver ? "C1" : "patient";
      const touch = touchOf(plan, step.id, { language, address, recipient });
      return { plan, touch, record };
    }),
);

it("says of every touch what the composer of a run says, whatever it has seen before", () => {
  const known = new Map(PLANS.map((plan) => [plan, new Unsaid(plan)]));
  const composers = new Map(PLANS.map((plan) => [plan, composerOf(plan)]));
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyTouch, ({ plan, touch, record }) => {
      const decision: Decision = { ...touch, ...DECIDED, ...TIMES, channel: null };
      const made = composers.get(plan)?.(touch, record);
      const why = made === undefined || made.kind === "message" ? undefined : unsaidWhy(made);
      const [said] = known.get(plan)?.among([decision], new Map([[touch.touch_key, record]])) ?? [];
      expect(said?.why).toBe(why);
      seen.add((why ?? "said").split(":")[0] ?? "");
    }),
    { numRuns: 3000 },
  );
  expect([...seen].sort()).toEqual(["missing_field", "no_address", "said", "too_long"]);
});
