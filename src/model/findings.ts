import type { Basis, RuleMeta } from "../source/index.ts";
import { LIMIT_FINDINGS } from "./limit-findings.ts";

const LANGUAGE: Basis = {
  kind: "language",
  cites: ["the campaign language"],
  asOf: "2026-11-23",
  confidence: "checked",
};

export const UNKNOWN_NAME: RuleMeta = {
  code: "M001",
  name: "unknown-name",
  summary: "A name that nothing declares",
  why: "A campaign refers to teams, actions, claims and pages by name. A name that nothing declares would leave a hole where a patient expects an answer.",
  remedy: "Use a name that the library declares, or add it there.",
  basis: LANGUAGE,
  severity: "error",
  waivable: "never",
  examples: {
    good: [{ title: "A team of the library", edit: "-owner: north_scheduling\n+owner: nurse_triage" }],
    bad: [
      {
        title: "A team that nobody declared",
        edit: "-owner: north_scheduling\n+owner: north_schedulling",
        marks: ["north_schedulling"],
      },
    ],
  },
};

export const DUPLICATE_NAME: RuleMeta = {
  code: "M002",
  name: "duplicate-name",
  summary: "The same name declared twice",
  why: "Two things with one name cannot be told apart in the plan, in approvals or in the ledger of what was sent.",
  remedy: "Give one of them another name.",
  basis: LANGUAGE,
  severity: "error",
  waivable: "never",
  examples: {
    good: [{ title: "Steps with names of their own", edit: "-  - step: letter-1\n+  - step: letter-2" }],
    bad: [
      {
        title: "Two steps called email-1",
        edit: "-  - step: letter-1\n+  - step: email-1",
        marks: ["email-1"],
      },
    ],
  },
};

export const GOAL_UNREADABLE: RuleMeta = {
  code: "M003",
  name: "goal-unreadable",
  summary: "A goal that does not say outcome and time",
  why: "Reactivation means something that happens in a clinic, within a time that is set before the first message leaves. Otherwise nobody can say whether the campaign worked.",
  remedy:
    "Write `<outcome> within <time> of the first message`, for example: visit completed within 30 days of the first message.",
  basis: LANGUAGE,
  severity: "error",
  waivable: "never",
  examples: {
    good: [
      {
        title: "An outcome and a time",
        edit: "-goal: visit completed within 30 days of the first message\n+goal: visit booked within 21 days of the first message",
      },
    ],
    bad: [
      {
        title: "No time",
        edit: "-goal: visit completed within 30 days of the first message\n+goal: more completed visits",
        marks: ["more completed visits"],
      },
    ],
  },
};

export const TIME_UNREADABLE: RuleMeta = {
  code: "M004",
  name: "time-unreadable",
  summary: "A wait, date or opening time that cannot be read",
  why: "When a message leaves is part of what is promised. A time that is guessed at is a text at night.",
  remedy:
    'Write an amount such as "5 days", "1 business day" or "4 hours"; a date as 2026-11-23; hours as "08:00-17:00".',
  basis: LANGUAGE,
  severity: "error",
  waivable: "never",
  examples: {
    good: [{ title: "Days", edit: "-    wait: 4 days\n+    wait: 5 days" }],
    bad: [
      {
        title: "No unit",
        edit: "-    wait: 4 days\n+    wait: a while",
        marks: ["a while"],
      },
    ],
  },
};

export const POLICY_LOOSENED: RuleMeta = {
  code: "M005",
  name: "policy-loosened",
  summary: "A setting that is looser than the one above it",
  why: "A campaign may tighten what the organisation decided, and the organisation what the product decided; never the other way round.",
  remedy: "Write a stricter value, or delete the line to use the one above.",
  basis: LANGUAGE,
  severity: "error",
  waivable: "never",
  examples: {
    good: [
      {
        title: "Fewer messages a week",
        edit: "recare.yaml:\n-  per_week: 3\n+  per_week: 2",
      },
    ],
    bad: [
      {
        title: "Clinical words allowed in SMS",
        edit: "recare.yaml:\n   sms:\n-    allow: scheduling\n+    allow: clinical",
        marks: ["clinical"],
      },
    ],
  },
};

export const STEP_UNFIT: RuleMeta = {
  code: "M006",
  name: "step-unfit",
  summary: "A step that lacks, or has, words for another channel",
  why: "Each channel needs its own words: an email has a subject, a call has a script, a text has neither.",
  remedy:
    "Give the step the keys of its channel: sms text · email subject and text · portal subject and text · letter text · phone script.",
  basis: LANGUAGE,
  severity: "error",
  waivable: "never",
  examples: {
    good: [
      {
        title: "An email without a preheader",
        edit: "-    preheader:\n-      en: Pick a time or ask us to call you.\n-      es: Elija una hora o pida que le llamemos.",
      },
    ],
    bad: [
      {
        title: "A call without a script",
        edit: "     wait: 4 days\n-    script: missed_visit",
        marks: ["call-1"],
      },
    ],
  },
};

export const TEST_UNFIT: RuleMeta = {
  code: "M007",
  name: "test-unfit",
  summary: "A test that changes nothing, or too much",
  why: "Only words that carry no medical meaning may differ between two groups of patients, and the winner is a care outcome.",
  remedy:
    "Test one of: subject, action label, availability wording; on a step that has it; with the other words under `instead` in every language.",
  basis: LANGUAGE,
  severity: "error",
  waivable: "never",
  examples: {
    good: [
      {
        title: "Another subject",
        edit: "-    en: Pick a new visit time\n+    en: Choose a new visit time",
      },
    ],
    bad: [
      {
        title: "A subject test on a call",
        edit: " test:\n-  step: email-1\n+  step: call-1",
        marks: ["subject"],
      },
    ],
  },
};

export const TIME_ZONE_UNKNOWN: RuleMeta = {
  code: "M008",
  name: "time-zone-unknown",
  summary: "A time zone that does not exist",
  why: "Quiet hours are kept on the patient's clock. With a zone that does not exist nobody's clock is known.",
  remedy: "Write a zone of the IANA database, such as America/Chicago.",
  basis: LANGUAGE,
  severity: "error",
  waivable: "never",
  examples: {
    good: [
      {
        title: "A zone of the database",
        edit: "recare.yaml:\n-  time_zone: America/Chicago\n+  time_zone: America/Denver",
      },
    ],
    bad: [
      {
        title: "A city that is no zone",
        edit: "recare.yaml:\n-  time_zone: America/Chicago\n+  time_zone: America/Springfield",
        marks: ["America/Springfield"],
      },
    ],
  },
};

export const FIELD_OUT_OF_REACH: RuleMeta = {
  code: "M011",
  name: "field-out-of-reach",
  summary: "A fact about something that the campaign is not about",
  why: "One enrolment is about one thing: a visit, a result, a care plan. From a visit there is no single result to look at, so a condition about one would mean a different thing for each patient. What nobody can know is unknown for everybody, and unknown keeps people out.",
  remedy: "Ask about what `for_each` names, about the patient, or about the clinic.",
  basis: LANGUAGE,
  severity: "error",
  waivable: "never",
  examples: {
    good: [
      {
        title: "A fact about the patient",
        edit: "   exclude:\n+    - patient.clinician_hold",
      },
      {
        title: "A fact about the clinic",
        edit: "     script: missed_visit\n+    only_if: clinic.nurse_line is known",
      },
    ],
    bad: [
      {
        title: "A care plan, in a campaign about visits",
        edit: "   exclude:\n+    - care_plan.status is closed",
        marks: ["care_plan.status is closed"],
      },
      {
        title: "A caregiver, in a step to the patient",
        edit: "     script: missed_visit\n+    only_if: caregiver.first_name is known",
        marks: ["caregiver.first_name is known"],
      },
    ],
  },
};

/** What may be wrong when names are bound and presets applied. */
export const MODEL_FINDINGS: readonly RuleMeta[] = [
  UNKNOWN_NAME,
  DUPLICATE_NAME,
  GOAL_UNREADABLE,
  TIME_UNREADABLE,
  POLICY_LOOSENED,
  STEP_UNFIT,
  TEST_UNFIT,
  TIME_ZONE_UNKNOWN,
  FIELD_OUT_OF_REACH,
  ...LIMIT_FINDINGS,
];
