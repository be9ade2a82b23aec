import { join } from "node:path";
import fc from "fast-check";
import type { Plan, PlanCondition } from "../../src/plan/index.ts";
import { BASE, compileTexts, readFolder } from "../support/base.ts";

const COMPILED = [
  ...compileTexts(BASE.files, BASE.assets).plans,
  ...(() => {
    const { files, assets } = readFolder(join(import.meta.dirname, "../../campaigns"));
    return compileTexts(files, assets).plans;
  })(),
].map(({ plan }) => plan);

/** A compiled plan by its campaign's name. */
export function planOf(campaign: string): Plan {
  const plan = COMPILED.find(({ identity }) => identity.campaign === campaign);
  if (plan === undefined) throw new Error(`no plan ${campaign}`);
  return plan;
}

type Step = Plan["steps"][number];
type Fields = Plan["audience"]["fields"];

const field = (path: string, more: Partial<Fields[number]> = {}): Fields[number] => ({
  path,
  class: "scheduling",
  type: "yes-no",
  values: null,
  blank_means_no: false,
  derived: null,
  ...more,
});

/** Fields of every type and every kind of blank, of which the plans below ask. */
const FURTHER: Fields = [
  field("patient.vip", { blank_means_no: true }),
  field("patient.open_complaint"),
  field("patient.weight", { type: "number" }),
  field("patient.needs", { type: "many-of", values: ["relay", "step-free"], blank_means_no: true }),
  field("patient.seen_on", { type: "date" }),
  field("patient.state", { type: "code" }),
  field("patient.has_upcoming_visit", { derived: "upcoming-visit" }),
  field("clinic.name", { class: "public", type: "text" }),
  field("clinic.phone", { class: "public", type: "phone" }),
  field("clinic.nurse_line", { class: "public", type: "phone" }),
  field("clinic.telehealth", { class: "public" }),
  field("caregiver.lives_with", { blank_means_no: true }),
  field("caregiver.relationship", { type: "text" }),
  field("caregiver.helps_with", { type: "many-of", values: ["rides", "calls"] }),
  field("caregiver.since", { type: "date" }),
];

const condition = (tree: PlanCondition["tree"]): PlanCondition => ({ tree, english: JSON.stringify(tree) });

const CONDITIONS: readonly PlanCondition[] = [
  condition({ kind: "yes", field: "patient.vip" }),
  condition({ kind: "not", of: { kind: "yes", field: "patient.open_complaint" } }),
  condition({ kind: "yes", field: "patient.open_complaint" }),
  condition({ kind: "yes", field: "patient.has_upcoming_visit" }),
  condition({ kind: "number within", field: "patient.weight", at_least: "50", less_than: "90.5" }),
  condition({ kind: "includes", field: "patient.needs", value: "relay" }),
  condition({ kind: "was ago", field: "patient.seen_on", unit: "month", at_least: 1, at_most: 6 }),
  condition({ kind: "was ago", field: "patient.seen_on", unit: "day", more_than: 3 }),
  condition({ kind: "is none of", field: "patient.state", values: ["IN"] }),
  condition({
    kind: "any",
    of: [
      { kind: "unknown", field: "patient.weight" },
      { kind: "yes", field: "patient.vip" },
    ],
  }),
];

/** What is asked of a clinic is asked everywhere; what is asked of a caregiver, in steps to caregivers. */
const CLINIC_CONDITIONS: readonly PlanCondition[] = [
  condition({ kind: "yes", field: "clinic.telehealth" }),
  condition({ kind: "not", of: { kind: "yes", field: "clinic.telehealth" } }),
  condition({ kind: "known", field: "clinic.nurse_line" }),
  condition({ kind: "unknown", field: "clinic.phone" }),
  condition({ kind: "is one of", field: "clinic.name", values: ["First Street", "Second Street"] }),
  condition({ kind: "is none of", field: "clinic.name", values: ["First Street"] }),
];

const CAREGIVER_CONDITIONS: readonly PlanCondition[] = [
  condition({ kind: "yes", field: "caregiver.lives_with" }),
  condition({ kind: "not", of: { kind: "yes", field: "caregiver.lives_with" } }),
  condition({ kind: "is one of", field: "caregiver.relationship", values: ["daughter"] }),
  condition({ kind: "includes", field: "caregiver.helps_with", value: "calls" }),
  condition({ kind: "was ago", field: "caregiver.since", unit: "month", at_least: 1 }),
  condition({
    kind: "any",
    of: [
      { kind: "unknown", field: "caregiver.relationship" },
      { kind: "yes", field: "patient.has_upcoming_visit" },
    ],
  }),
  condition({
    kind: "all",
    of: [
      { kind: "yes", field: "clinic.telehealth" },
      { kind: "known", field: "caregiver.since" },
    ],
  }),
];

/** Always true of an adult; widens an audience so that random people are often in it. */
const EVERYBODY = condition({
  kind: "any",
  of: [
    { kind: "known", field: "patient.state" },
    { kind: "unknown", field: "patient.state" },
  ],
});

const anyWait = fc.record({
  count: fc.constantFrom(0, 0, 1, 1, 2, 3, 4),
  unit: fc.constantFrom("day", "day", "business day", "hour") as fc.Arbitrary<
    "day" | "business day" | "hour"
  >,
});
/** Of a caregiver nobody knows anything where the patient is meant, and both must say so. */
const UNANSWERED = condition({ kind: "is one of", field: "caregiver.relationship", values: ["daughter"] });

const ASKED = [...CONDITIONS, ...CLINIC_CONDITIONS, UNANSWERED];
const someConditions = (max: number) => fc.array(fc.constantFrom(...ASKED), { maxLength: max });

function anyStep(plan: Plan): fc.Arbitrary<Step> {
  return fc
    .record({
      base: fc.constantFrom(...plan.steps),
      channel: fc.constantFrom("sms", "sms", "email", "phone", "letter", "portal"),
      to: fc.constantFrom("patient", "patient", "caregiver") as fc.Arbitrary<Step["to"]>,
      wait: anyWait,
      onlyIf: fc.oneof(
        { weight: 4, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(...ASKED) },
      ),
      ofCaregiver: fc.option(fc.constantFrom(...ASKED, ...CAREGIVER_CONDITIONS, ...CAREGIVER_CONDITIONS), {
        freq: 2,
      }),
      hasLinks: fc.boolean(),
    })
    .map(({ base, channel, to, wait, onlyIf, ofCaregiver, hasLinks }) => ({
      ...base,
      channel,
      to,
      content: { ...base.content, actions: hasLinks ? base.content.actions : [] },
      when: { ...base.when, wait, only_if: to === "caregiver" ? ofCaregiver : onlyIf, was: [] },
    }));
}

/** Half of the plans let nearly everybody through at any hour: what people take from one another shows only then. */
const EAGER = {
  include: [EVERYBODY],
  moreInclude: [],
  exclude: [],
  stopWhen: [],
  pauseWhen: [],
  segment: null,
  holdout: null,
  starts: null,
  ends: null,
  hours: ["00:00", "24:00"],
  days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
  holidays: [],
  states: [],
  optIn: [] as string[],
  stops: false,
};

const atOnce = (step: Step): Step => ({
  ...step,
  channel: step.channel === "portal" || step.channel === "letter" ? "sms" : step.channel,
  when: {
    ...step.when,
    wait: { ...step.when.wait, count: 0 },
    only_if: step.to === "caregiver" ? step.when.only_if : null,
  },
});

/** A compiled plan with other numbers, other steps, other conditions. Everything that the judge reads is varied. */
export function anyPlan(): fc.Arbitrary<Plan> {
  return fc.constantFrom(...COMPILED).chain((plan) =>
    fc
      .record({
        steps: fc.array(anyStep(plan), { minLength: 1, maxLength: 4 }),
        include: fc.oneof(
          { weight: 1, arbitrary: fc.constant(plan.audience.include) },
          { weight: 3, arbitrary: fc.constant([EVERYBODY]) },
        ),
        moreInclude: fc.oneof(
          { weight: 3, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: someConditions(1) },
        ),
        exclude: fc.oneof(
          { weight: 1, arbitrary: fc.constant(plan.audience.exclude) },
          { weight: 6, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: someConditions(1) },
        ),
        stopWhen: fc.oneof(
          { weight: 4, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: someConditions(1) },
        ),
        pauseWhen: fc.oneof(
          { weight: 4, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: someConditions(1) },
        ),
        segment: fc.option(
          fc.record({ when: fc.constantFrom(...ASKED), first: fc.option(anyWait), owner: fc.boolean() }),
        ),
        otherwise: fc.boolean(),
        holdout: fc.oneof(
          { weight: 4, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.constantFrom("19999999", "80000000", "100000000") },
        ),
        test: fc.option(fc.constantFrom("80000000", "40000000")),
        reEnter: fc.constantFrom("after the goal window", "after the goal window", "never"),
        within: fc.integer({ min: 1, max: 6 }),
        perDay: fc.integer({ min: 1, max: 2 }),
        perWeek: fc.integer({ min: 1, max: 3 }),
        pace: fc.option(fc.integer({ min: 0, max: 2 })),
        calls: fc.option(fc.integer({ min: 0, max: 2 })),
        clock: fc.constantFrom("patient", "clinic") as fc.Arbitrary<"patient" | "clinic">,
        hours: fc.constantFrom(
          ["00:00", "24:00"],
          ["00:00", "24:00"],
          ["09:00", "19:00"],
          ["01:30", "02:30"],
        ),
        days: fc.constantFrom(
          plan.windows.days,
          ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
          ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        ),
        holidays: fc.constantFrom([], [], [], ["2026-11-26"], ["2026-11-02", "2027-03-15"]),
        states: fc.constantFrom(
          plan.windows.states,
          [],
          [],
          [
            {
              state: "IL",
              hours: [
                { day: "mon", opens: "09:00", closes: "21:00" },
                { day: "sun", opens: "00:00", closes: "24:00" },
              ],
            },
            { state: "TX", hours: [] },
          ],
        ),
        clinics: fc.constantFrom(0, 1, 2, 2, 2),
        starts: fc.oneof(
          { weight: 5, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.constantFrom("2026-10-01", "2026-11-27", "2027-03-14") },
        ),
        ends: fc.oneof(
          { weight: 6, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.constantFrom("2026-11-01", "2026-11-26", "2027-12-31") },
        ),
        was: fc.constantFrom([], [], ["former"]),
        patient: fc.constantFrom("always", "always", "always", "never") as fc.Arbitrary<"always" | "never">,
        reaches: fc.constantFrom("every-channel", "every-channel", "that-channel"),
        optIn: fc.subarray(["sms", "email", "phone"]),
        stops: fc.constantFrom(true, true, false),
        isEager: fc.boolean(),
      })
      .map((any): Plan => {
        const v = any.isEager ? { ...any, ...EAGER, steps: any.steps.map(atOnce) } : any;
        const steps = v.steps.map((step, at) => ({
          ...step,
          id: `step-${at + 1}`,
          when: { ...step.when, order: at, was: at === 0 ? ["first"] : [] },
        }));
        const outlets = steps.flatMap(({ id }, at) => {
          const from = v.steps[at]?.id;
          return plan.flows.outlets
            .filter(({ step }) => step === from)
            .map((outlet) => ({ ...outlet, step: id }));
        });
        const segment = v.segment && {
          id: "first",
          when: v.segment.when,
          owner: v.segment.owner ? "nurse_triage" : null,
          first_contact: v.segment.first,
          success: null,
        };
        const otherwise = { id: "others", when: null, owner: null, first_contact: null, success: null };
        const team = plan.respond.teams[0];
        return {
          ...plan,
          identity: { ...plan.identity, starts: v.starts, ends: v.ends, was: v.was },
          audience: {
            ...plan.audience,
            include: [...v.include, ...v.moreInclude],
            exclude: v.exclude,
            segments: [...(segment ? [segment] : []), ...(v.otherwise ? [otherwise] : [])],
            fields: [
              ...plan.audience.fields.filter(({ path }) => !FURTHER.some((further) => further.path === path)),
              ...FURTHER,
            ],
            re_enter: v.reEnter,
          },
          assign: {
            holdout: v.holdout === null ? null : { salt: "c|holdout", below: v.holdout },
            test:
              v.test === null
                ? null
                : {
                    step: "step-1",
                    change: "subject",
                    winner: "visit booked",
                    salt: "c|test",
                    below: v.test,
                  },
          },
          consent: {
            ...plan.consent,
            patient: v.patient,
            caregiver: "with permission to schedule",
            channels: Object.fromEntries(
              ["sms", "email", "phone", "letter", "portal"].map((channel) => [
                channel,
                v.optIn.includes(channel) ? "opt-in" : "not-opted-out",
              ]),
            ),
          },
          steps,
          flows: { ...plan.flows, outlets },
          windows: {
            ...plan.windows,
            clock: v.clock,
            opens: v.hours[0] ?? "00:00",
            closes: v.hours[1] ?? "24:00",
            days: v.days,
            holidays: v.holidays.map((on) => ({ on, name: on })),
            states: v.states,
          },
          caps: { per_day: v.perDay, per_week: v.perWeek },
          pace: { per_day: v.pace },
          measure: { ...plan.measure, goal: { ...plan.measure.goal, within_days: v.within } },
          stop: { on: v.stops ? plan.stop.on : ["opted out", "deceased"], when: v.stopWhen },
          pause: { ...plan.pause, when: v.pauseWhen },
          respond: {
            ...plan.respond,
            teams: team
              ? [
                  { ...team, id: plan.respond.owner, calls_a_day: v.calls },
                  { ...team, id: "nurse_triage", calls_a_day: 1 },
                ]
              : [],
            clinics: ["First Street", "Second Street"].slice(0, v.clinics).flatMap((name, at) =>
              plan.respond.clinics.slice(0, 1).map((clinic) => ({
                ...clinic,
                id: `clinic_${at + 1}`,
                name,
                time_zone: at === 0 ? "America/Chicago" : "America/Phoenix",
                nurse_line: at === 0 ? null : clinic.phone,
                telehealth: at === 0 ? ["IL", "TX"] : [],
              })),
            ),
          },
          declarations: {
            ...plan.declarations,
            opt_out: plan.declarations.opt_out && { ...plan.declarations.opt_out, reaches: v.reaches },
          },
        };
      }),
  );
}
