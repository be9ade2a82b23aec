import { finding } from "./finding.ts";

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
  why: "Nobody may guess what a campaign is about, or whom it is for.",
  remedy: "Add the key.",
  examples: {
    good: [{ title: "A title may be left out", edit: "-title: Missed visit" }],
    bad: [{ title: "No scenario", edit: "-scenario: missed-appointment", marks: ["campaign"] }],
  },
});

export const MALFORMED_KEY = finding({
  code: "S110",
  name: "malformed-name",
  summary: "A name that texts and conditions could not refer to",
  why: "Names of the library stand inside texts and conditions, where a blank or a capital letter would end or change them.",
  remedy: "Write the name in small letters.",
  examples: {
    good: [
      { title: "Small letters", edit: "library/pathways.yaml:\n-  primary_care:\n+  primary_care_visit:" },
    ],
    bad: [
      {
        title: "Capital letters and a blank",
        edit: "library/pathways.yaml:\n-  primary_care:\n+  Primary Care:",
        marks: ["Primary Care"],
      },
    ],
  },
});
