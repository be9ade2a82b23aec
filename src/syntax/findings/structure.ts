import type { RuleMeta } from "../../source/index.ts";
import { syntaxRule } from "./syntax-rule.ts";

export const QUOTE_NOT_CLOSED = syntaxRule({
  code: "S021",
  name: "quote-not-closed",
  summary: "A quote that opens is closed.",
  why: "Without its closing quote a text would run on into the lines below it.",
  remedy: "Write the same quote at the end of the text, or delete the one at its start.",
  yaml: ["7.3 Flow scalar styles"],
  examples: {
    good: [{ title: "Closed", edit: '-title: Missed visit\n+title: "Missed visit"' }],
    bad: [
      { title: "Left open", edit: '-title: Missed visit\n+title: "Missed visit', marks: ['"Missed visit'] },
    ],
  },
});

export const BRACKET_NOT_CLOSED = syntaxRule({
  code: "S022",
  name: "bracket-not-closed",
  summary: "Brackets and braces come in pairs.",
  why: "Without its partner it is not clear where the list ends.",
  remedy: "Close each [ with ] and each { with }.",
  yaml: ["7.4 Flow collection styles"],
  examples: {
    good: [{ title: "Closed", edit: "-title: Missed visit\n+title: Missed visit\n+languages: [en, es]" }],
    bad: [
      {
        title: "Left open",
        edit: "-title: Missed visit\n+title: Missed visit\n+languages: [en, es",
        marks: ["["],
      },
    ],
  },
});

export const UNKNOWN_ESCAPE = syntaxRule({
  code: "S023",
  name: "unknown-escape",
  summary: 'A backslash in double quotes is followed by a letter that means something, such as \\n or \\".',
  why: "In double quotes a backslash changes what follows it.",
  remedy: "Use single quotes, in which a backslash is a backslash.",
  yaml: ["5.7 Escaped characters"],
  examples: {
    good: [{ title: "Single quotes", edit: "-title: Missed visit\n+title: 'Missed \\visit'" }],
    bad: [
      {
        title: "A backslash in double quotes",
        edit: '-title: Missed visit\n+title: "Missed \\visits \\d"',
        marks: ["\\d"],
      },
    ],
  },
});

export const NO_COLON = syntaxRule({
  code: "S024",
  name: "no-colon",
  summary: "Every line of a group is a name, a colon and a value.",
  why: "Words without a colon belong to nothing, and would be dropped.",
  remedy:
    "If the line goes on with the text above it, indent it further than that text's key; else write `name: value`.",
  yaml: ["8.2.2 Block mappings"],
  examples: {
    good: [
      {
        title: "Indented below its key",
        edit: "-title: Missed visit\n+title: Missed visit\n+  for the north clinics",
      },
    ],
    bad: [
      {
        title: "A line without a colon",
        edit: "-title: Missed visit\n+title: Missed visit\n+For the north clinics",
        marks: ["For the north clinics"],
      },
    ],
  },
});

export const NO_SPACE_AFTER_COLON = syntaxRule({
  code: "S025",
  name: "no-space-after-colon",
  summary: "A space stands between a colon and its value.",
  why: "Without the space the colon is a part of the word.",
  remedy: "Write a space after the colon.",
  yaml: ["7.3.3 Plain style"],
  examples: {
    good: [{ title: "With a space", edit: " title: Missed visit" }],
    bad: [
      { title: "Without", edit: "-title: Missed visit\n+title:Missed visit", marks: ["title:Missed visit"] },
    ],
  },
});

export const NO_DASH = syntaxRule({
  code: "S026",
  name: "no-dash",
  summary: "Every item of a list begins with a dash.",
  why: "Between items, a line without a dash belongs to none of them.",
  remedy: "Begin the line with a dash and a space, or indent it as far as the item that it belongs to.",
  yaml: ["8.2.1 Block sequences"],
  examples: {
    good: [{ title: "With a dash", edit: "   - visit booked" }],
    bad: [
      {
        title: "A line without a dash",
        edit: '-  - visit booked\n+  - "visit booked"\n+   "visit completed"',
        marks: ['"visit completed"'],
      },
    ],
  },
});

export const UNEVEN_INDENT = syntaxRule({
  code: "S027",
  name: "uneven-indent",
  summary: "Lines that belong together begin in the same column.",
  why: "Indentation says what belongs to what; one space more or less moves a line to another group.",
  remedy: "Begin the line in the same column as its neighbours.",
  yaml: ["6.1 Indentation spaces"],
  examples: {
    good: [{ title: "The same column", edit: " title: Missed visit\n scenario: missed-appointment" }],
    bad: [
      {
        title: "Two spaces too far right",
        edit: "-scenario: missed-appointment\n+  scenario: missed-appointment",
        marks: ["scenario"],
      },
    ],
  },
});

export const DASH_INSIDE_LINE = syntaxRule({
  code: "S028",
  name: "dash-inside-line",
  summary: "A dash that begins an item begins a line.",
  why: "A list starts on the line below its key.",
  remedy:
    "Put each item on a line of its own below the key. If the dash belongs to a text, put the text in quotes.",
  yaml: ["8.2.1 Block sequences"],
  examples: {
    good: [{ title: "Below its key", edit: " measure:\n   - visit booked" }],
    bad: [
      {
        title: "Beside its key",
        edit: "-measure:\n-  - visit booked\n+measure: - visit booked",
        marks: ["- visit booked"],
      },
    ],
  },
});

export const COMMA_BETWEEN_ITEMS = syntaxRule({
  code: "S029",
  name: "comma-between-items",
  summary: "Items in brackets have one comma between them.",
  why: "The comma is what tells one item from the next.",
  remedy: "Write one comma between two items.",
  yaml: ["7.4 Flow collection styles"],
  examples: {
    good: [{ title: "One comma", edit: "-title: Missed visit\n+title: Missed visit\n+languages: [en, es]" }],
    bad: [
      {
        title: "Two commas",
        edit: "-title: Missed visit\n+title: Missed visit\n+languages: [en,, es]",
        marks: [","],
      },
    ],
  },
});

export const UNREADABLE = syntaxRule({
  code: "S030",
  name: "unreadable",
  summary: "Every line can be read as a key, an item or a text.",
  why: "What cannot be read cannot be reviewed, and would not be sent.",
  remedy: "Write `name: value`, or `- item`; put a text with special signs in quotes.",
  examples: {
    good: [{ title: "A key and a value", edit: " title: Missed visit" }],
    bad: [
      {
        title: "A key beside the dashes",
        edit: "-campaign: missed-visit\n+--- campaign: missed-visit",
        marks: ["campaign: missed-visit"],
      },
    ],
  },
});

/** Findings that an earlier mistake on the same line may have caused. */
export const STRUCTURE_FINDINGS: readonly RuleMeta[] = [
  QUOTE_NOT_CLOSED,
  BRACKET_NOT_CLOSED,
  UNKNOWN_ESCAPE,
  NO_COLON,
  NO_SPACE_AFTER_COLON,
  NO_DASH,
  UNEVEN_INDENT,
  DASH_INSIDE_LINE,
  COMMA_BETWEEN_ITEMS,
  UNREADABLE,
];
