import { finding } from "./finding.ts";

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
    good: [
      {
        title: "Holidays in the library",
        edit: "library/holidays.yaml:\n-    name: Thanksgiving Day\n+    name: Thanksgiving",
      },
    ],
    bad: [
      {
        title: "Roles among the words",
        edit: "library/holidays.yaml:\n-holidays:\n+roles:",
        marks: ["roles"],
      },
    ],
  },
});
