import { finding } from "./finding.ts";

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
    good: [
      { title: "A scenario of the list", edit: "-scenario: missed-appointment\n+scenario: recommended-test" },
    ],
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

export const NOT_A_LANGUAGE = finding({
  code: "S111",
  name: "not-a-language",
  summary: "A key that is no language code",
  why: "A text under a key that is no language would reach nobody.",
  remedy: "Write the code of the language, such as en or es.",
  examples: {
    good: [
      {
        title: "A language code",
        edit: " message:\n   purpose:\n-    en: We missed you at your visit.\n+    en: We did not see you at your visit.",
      },
    ],
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
  why: "A long list is not read: five things to bring are remembered, ten are not.",
  remedy: "Keep the most important ones.",
  examples: {
    good: [{ title: "Two things", edit: "   bring:\n-    - medication_list\n+    - your_questions" }],
    bad: [
      {
        title: "Six things to bring",
        edit: "     - medication_list\n     - insurance_card\n+    - your_questions\n+    - photo_id\n+    - pill_bottles\n+    - a_friend",
        marks: ["a_friend"],
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
    good: [
      { title: "Each language once", edit: "recare.yaml:\n languages:\n-  - en\n-  - es\n+  - es\n+  - en" },
    ],
    bad: [
      {
        title: "A language twice",
        edit: "recare.yaml:\n languages:\n   - en\n-  - es\n+  - en",
        marks: ["en"],
      },
    ],
  },
});
