import type { Basis, RuleMeta } from "../source/index.ts";

const LANGUAGE: Basis = {
  kind: "language",
  cites: ["the campaign language"],
  asOf: "2026-11-23",
  confidence: "checked",
};

/** A finding about the form of a file: always an error, and never waived, since nothing can be concluded from it. */
function finding(meta: Omit<RuleMeta, "basis" | "severity" | "waivable">): RuleMeta {
  return { ...meta, basis: LANGUAGE, severity: "error", waivable: "never" };
}

export const WORKSPACE_MISSING = finding({
  code: "S101",
  name: "workspace-missing",
  summary: "A folder without recare.yaml",
  why: "Who sends, in which time zone and from which domains is decided once, in recare.yaml. Without it nobody could tell whose campaigns these are.",
  remedy:
    "Write recare.yaml at the top of the folder, with organization: and below it id, name, sender and time_zone.",
  examples: { good: [], bad: [] },
});

export const UNKNOWN_FILE = finding({
  code: "S102",
  name: "unknown-file",
  summary: "A YAML file that is no part of the language",
  why: "A file that is passed over in silence looks like a campaign that was checked.",
  remedy:
    "Begin a campaign with campaign:, a library file with what it holds, or move the file out of the folder.",
  examples: {
    good: [{ title: "A campaign", edit: "-campaign: missed-visit\n+campaign: missed-visits" }],
    bad: [
      {
        title: "A misspelt first key",
        edit: "-campaign: missed-visit\n+campain: missed-visit",
        marks: ["campain"],
      },
    ],
  },
});

export const EMPTY_FILE = finding({
  code: "S103",
  name: "empty-file",
  summary: "A YAML file without content",
  why: "An empty file is a forgotten one: somebody meant it to say something.",
  remedy: "Write the file, or delete it.",
  examples: { good: [], bad: [] },
});

export const MISPLACED_FILE = finding({
  code: "S104",
  name: "misplaced-file",
  summary: "A file in a folder where it is not looked for",
  why: "Reviewers are called by folder, and trust is read from one place only. A file elsewhere would change campaigns without them.",
  remedy: "Move the file to where its kind belongs.",
  examples: {
    good: [],
    bad: [
      {
        title: "Roles among the words",
        edit: "library/holidays.yaml:\n-holidays:\n+roles:",
        marks: ["roles"],
      },
    ],
  },
});

export const UNKNOWN_KEY = finding({
  code: "S105",
  name: "unknown-key",
  summary: "A key that the language does not have",
  why: "A misspelt key is a setting that has no effect. It has to be heard of before a patient does.",
  remedy: "Write one of the keys that are known here, or delete the line.",
  examples: {
    good: [{ title: "A known key", edit: "-title: Missed visit\n+title: Missed primary care visit" }],
    bad: [
      { title: "A misspelt key", edit: "-audience:\n+audiance:", marks: ["audiance"] },
      {
        title: "A key that belongs further in",
        edit: "-title: Missed visit\n+for_each: visit",
        marks: ["for_each"],
      },
    ],
  },
});

export const MISSING_KEY = finding({
  code: "S106",
  name: "missing-key",
  summary: "A key that has to be there",
  why: "Nobody may guess who owns a campaign, what it is for or whom it is for.",
  remedy: "Add the key.",
  examples: {
    good: [{ title: "A title may be left out", edit: "-title: Missed visit" }],
    bad: [{ title: "No owner", edit: "-owner: north_scheduling", marks: ["campaign"] }],
  },
});

export const WRONG_SHAPE = finding({
  code: "S107",
  name: "wrong-shape",
  summary: "A list, a text or a block of keys where another belongs",
  why: "A list of conditions and one condition mean different things; so do one text and a text for each language.",
  remedy: "Write the value in the shape that belongs here.",
  examples: {
    good: [
      {
        title: "A list on one line",
        edit: "-measure:\n-  - visit booked\n+measure: [visit booked]",
      },
    ],
    bad: [
      {
        title: "One text where a list belongs",
        edit: "-measure:\n-  - visit booked\n+measure: visit booked",
        marks: ["visit booked"],
      },
    ],
  },
});

export const NOT_A_CHOICE = finding({
  code: "S108",
  name: "not-a-choice",
  summary: "A value outside a closed list",
  why: "Each value of a closed list has rules of its own. A value outside it has none, so nothing would be checked.",
  remedy: "Write one of the values of the list.",
  examples: {
    good: [{ title: "A scenario of the list", edit: "   for_each: visit\n-  include:\n+  include:" }],
    bad: [
      {
        title: "A scenario that does not exist",
        edit: "-scenario: missed-appointment\n+scenario: missed-visit",
        marks: ["missed-visit"],
      },
    ],
  },
});

export const MALFORMED = finding({
  code: "S109",
  name: "malformed-value",
  summary: "A value in a form that cannot be read",
  why: "An address, a number or a name that cannot be read is a message that does not arrive.",
  remedy: "Write the value in the form that belongs here.",
  examples: {
    good: [
      {
        title: "A domain",
        edit: "recare.yaml:\n-  email_from: care@maple.example\n+  email_from: visits@maple.example",
      },
    ],
    bad: [
      {
        title: "No address",
        edit: "recare.yaml:\n-  email_from: care@maple.example\n+  email_from: the care team",
        marks: ["the care team"],
      },
      {
        title: "A number in words",
        edit: "recare.yaml:\n-  per_week: 3\n+  per_week: three",
        marks: ["three"],
      },
    ],
  },
});

export const MALFORMED_KEY = finding({
  code: "S110",
  name: "malformed-name",
  summary: "A name that texts and conditions could not refer to",
  why: "Names of the library stand inside texts and conditions, where a blank or a capital letter would end or change them.",
  remedy: "Write the name in small letters.",
  examples: {
    good: [],
    bad: [
      {
        title: "Capital letters and a blank",
        edit: "library/pathways.yaml:\n-  primary_care:\n+  Primary Care:",
        marks: ["Primary Care"],
      },
    ],
  },
});

export const NOT_A_LANGUAGE = finding({
  code: "S111",
  name: "not-a-language",
  summary: "A key that is no language code",
  why: "A text under a key that is no language would reach nobody.",
  remedy: "Write the code of the language, such as en or es.",
  examples: {
    good: [],
    bad: [
      {
        title: "The name of a language",
        edit: " message:\n   purpose:\n-    en: We missed you at your visit.\n+    english: We missed you at your visit.",
        marks: ["english"],
      },
    ],
  },
});

export const NOT_YES_OR_NO = finding({
  code: "S112",
  name: "not-yes-or-no",
  summary: "true or false in place of yes or no",
  why: "The pages of a campaign are read aloud to reviewers, in words.",
  remedy: "Write yes or no.",
  examples: {
    good: [{ title: "A word", edit: "library/teams.yaml:\n-    clinical: yes\n+    clinical: no" }],
    bad: [
      {
        title: "true",
        edit: "library/teams.yaml:\n-    clinical: yes\n+    clinical: true",
        marks: ["true"],
      },
    ],
  },
});

export const EMPTY_VALUE = finding({
  code: "S113",
  name: "empty-value",
  summary: "A value without content",
  why: "An empty list or text says that something was decided, and not what.",
  remedy: "Write what belongs here, or delete the line.",
  examples: {
    good: [{ title: "Left out", edit: "-measure:\n-  - visit booked" }],
    bad: [
      {
        title: "An empty title",
        edit: '-title: Missed visit\n+title: ""',
        marks: ['""'],
      },
    ],
  },
});

export const TOO_MANY = finding({
  code: "S114",
  name: "too-many",
  summary: "More items than a list may have",
  why: "Each further choice costs answers: a message has two actions at most.",
  remedy: "Keep the most important ones.",
  examples: {
    good: [{ title: "Two actions", edit: "   actions:\n     - book_online\n-    - request_call" }],
    bad: [
      {
        title: "Three actions",
        edit: "   actions:\n     - book_online\n     - request_call\n+    - ask_a_question",
        marks: ["ask_a_question"],
      },
    ],
  },
});

export const REPEATED = finding({
  code: "S115",
  name: "repeated-item",
  summary: "The same item twice in a list",
  why: "One of the two was meant to be something else.",
  remedy: "Delete one of them.",
  examples: {
    good: [],
    bad: [
      {
        title: "A language twice",
        edit: "recare.yaml:\n languages:\n   - en\n-  - es\n+  - en",
        marks: ["en"],
      },
    ],
  },
});

/** What may be wrong with the files of a workspace before names are bound. */
export const WORKSPACE_FINDINGS: readonly RuleMeta[] = [
  WORKSPACE_MISSING,
  UNKNOWN_FILE,
  EMPTY_FILE,
  MISPLACED_FILE,
  UNKNOWN_KEY,
  MISSING_KEY,
  WRONG_SHAPE,
  NOT_A_CHOICE,
  MALFORMED,
  MALFORMED_KEY,
  NOT_A_LANGUAGE,
  NOT_YES_OR_NO,
  EMPTY_VALUE,
  TOO_MANY,
  REPEATED,
];
