import type { RuleMeta } from "../source/index.ts";

const FORM = "# recare-ignore W104 until 2027-01-31 by @dana: why it may stand";

/** What differs between the findings about waivers: nobody can waive a mistake in a waiver. */
function waiverRule(meta: Omit<RuleMeta, "basis" | "waivable" | "severity"> & Partial<RuleMeta>): RuleMeta {
  return {
    basis: {
      kind: "policy",
      cites: ["organization default: an exception has an end, a person and a reason"],
      asOf: "2026-11-23",
      confidence: "checked",
    },
    severity: "error",
    waivable: "never",
    ...meta,
  };
}

/** An edit that writes a comment above the next step of the base campaign, which some rule finds wrong. */
const above = (comment: string) =>
  `-  next_step:\n-    en: Pick a new time that works for you.\n+  next_step:\n+    ${comment}\n+    en: You forgot us. Pick a new time.`;

const GOOD = [
  {
    title: "A waiver that says all",
    edit: above("# recare-ignore blame until 2027-01-31 by @dana: the words of a song we quote"),
  },
];

const bad = (title: string, comment: string) => ({ title, edit: above(comment), marks: [comment] });

export const WAIVER_UNREADABLE = waiverRule({
  code: "R101",
  name: "waiver-unreadable",
  summary: "A waiver that lacks its rule, its date, its person or its reason",
  why: "Whoever reviews a campaign must see who let a finding stand, until when, and why. A comment without one of these waives nothing, and must not look as if it did.",
  remedy: `Write it in this order: ${FORM}`,
  examples: {
    good: GOOD,
    bad: [
      bad("No date", "# recare-ignore blame by @dana: the words of a song we quote"),
      bad("No person", "# recare-ignore blame until 2027-01-31: the words of a song we quote"),
      bad("No reason", "# recare-ignore blame until 2027-01-31 by @dana"),
      bad("A day that does not exist", "# recare-ignore blame until 2027-02-30 by @dana: a song we quote"),
    ],
  },
});

export const WAIVER_WITHOUT_PLACE = waiverRule({
  code: "R102",
  name: "waiver-covers-nothing",
  summary: "A waiver that stands above no key and no list item",
  why: "A waiver covers what begins on the line below it, and nothing else. One that stands beside words, at the end of a file, or further left or right than the line below it covers nothing that a reader could name.",
  remedy: "Write it on a line of its own, directly above the key or the dash that it is about.",
  examples: {
    good: GOOD,
    bad: [
      {
        title: "Beside the words that it is about",
        edit: "-    en: Pick a new time that works for you.\n+    en: You forgot us.  # recare-ignore W101 until 2027-01-31 by @dana: a song we quote",
        marks: ["# recare-ignore W101 until 2027-01-31 by @dana: a song we quote"],
      },
    ],
  },
});

export const WAIVER_OF_UNKNOWN_RULE = waiverRule({
  code: "R103",
  name: "waiver-of-unknown-rule",
  summary: "A waiver of a rule that does not exist",
  why: "A waiver of a misspelt rule waives nothing, while everybody believes that it does.",
  remedy: "Write the code or the name of one rule as `recare explain` lists it.",
  examples: {
    good: GOOD,
    bad: [bad("A misspelt name", "# recare-ignore blames until 2027-01-31 by @dana: a song we quote")],
  },
});

export const WAIVER_REFUSED = waiverRule({
  code: "R104",
  name: "waiver-refused",
  summary: "A waiver of a rule that nobody can waive",
  why: "Some rules protect patients, or say that nothing can be concluded from a file. No reason lets these stand.",
  remedy: "Delete the comment and mend what the rule found; its page says what to write instead.",
  examples: {
    good: GOOD,
    bad: [bad("Consent", "# recare-ignore C101 until 2027-01-31 by @dana: legal will look at it")],
  },
});

export const WAIVER_EXPIRED = waiverRule({
  code: "R105",
  name: "waiver-expired",
  summary: "A waiver whose last day is over",
  why: "A waiver is a promise to look again. On the day after its last one it waives nothing, and somebody has to look.",
  remedy: "Mend what it covers and delete the comment, or have a person decide again and write the new date.",
  examples: {
    good: GOOD,
    bad: [bad("A day that is over", "# recare-ignore blame until 2026-11-22 by @dana: a song we quote")],
  },
});

export const WAIVER_TOO_LONG = waiverRule({
  code: "R106",
  name: "waiver-too-long",
  summary: "A waiver for more than a year",
  why: "What may stand for years is no exception: it is another rule, which the organisation decides once and in the open.",
  remedy:
    "Write a day within a year; for longer, change the rule's severity in recare.yaml where the rule allows it.",
  examples: {
    good: GOOD,
    bad: [bad("For ever", "# recare-ignore blame until 2099-12-31 by @dana: a song we quote")],
  },
});

export const WAIVER_UNUSED = waiverRule({
  code: "R107",
  name: "waiver-unused",
  summary: "A waiver of something that is not found there",
  why: "A waiver that waives nothing now would waive the next mistake at its place, and nobody would have decided so.",
  remedy: "Delete the comment.",
  severity: "warning",
  examples: {
    good: GOOD,
    bad: [bad("Another rule", "# recare-ignore W103 until 2027-01-31 by @dana: a song we quote")],
  },
});

export const WAIVER_FINDINGS: readonly RuleMeta[] = [
  WAIVER_UNREADABLE,
  WAIVER_WITHOUT_PLACE,
  WAIVER_OF_UNKNOWN_RULE,
  WAIVER_REFUSED,
  WAIVER_EXPIRED,
  WAIVER_TOO_LONG,
  WAIVER_UNUSED,
];
