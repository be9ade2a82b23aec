import type { RuleMeta } from "../../source/index.ts";
import { syntaxRule } from "./syntax-rule.ts";

export const COLON_IN_TEXT = syntaxRule({
  code: "S013",
  name: "colon-in-text",
  summary: "A sentence with a colon stands in quotes.",
  why: "A colon and a space mean `name: value`, so YAML takes the first half of the sentence for a name.",
  remedy: "Put the sentence in quotes.",
  yaml: ["7.3.3 Plain style"],
  examples: {
    good: [
      { title: "In quotes", edit: '-    en: A new time for your visit\n+    en: "Your visit: pick a time"' },
    ],
    bad: [
      {
        title: "Without quotes",
        edit: "-    en: A new time for your visit\n+    en: Your visit: pick a time",
        marks: ["Your visit: pick a time"],
      },
    ],
  },
});

export const COMMENT_IN_TEXT = syntaxRule({
  code: "S014",
  name: "comment-in-text",
  summary: "A # in a sentence stands in quotes; a comment after words stands two spaces away.",
  why: "YAML reads everything after a space and a # as a comment, so the rest of the sentence would silently be lost.",
  remedy: "Put the text in quotes. If the rest is a comment, write two spaces before the # and one after it.",
  yaml: ["6.6 Comments"],
  examples: {
    good: [
      {
        title: "In quotes",
        edit: '-    en: Pick a new time that works for you.\n+    en: "Ask for desk #4 to book."',
      },
      { title: "A comment", edit: "-  page: reschedule\n+  page: reschedule  # the page with open times" },
    ],
    bad: [
      {
        title: "A number sign in a sentence",
        edit: "-    en: Pick a new time that works for you.\n+    en: Ask for desk #4 to book.",
        marks: ["#4 to book."],
      },
    ],
  },
});

export const COMMA_IN_BRACES = syntaxRule({
  code: "S015",
  name: "comma-in-braces",
  summary: "A text with a comma does not stand bare between { and }.",
  why: "Between braces a comma ends the value, so the rest of the sentence becomes a key without a value.",
  remedy: "Put each language on its own line, or the text in quotes.",
  yaml: ["7.4.2 Flow mappings"],
  examples: {
    good: [
      { title: "One line each", edit: " winner: visit completed" },
      {
        title: "In quotes",
        edit: '-  instead:\n-    en: Pick a new visit time\n-    es: Elija una nueva hora\n+  instead: {en: "Pick a day, or call", es: Elija una nueva hora}',
      },
    ],
    bad: [
      {
        title: "The comma ends the text",
        edit: "-  instead:\n-    en: Pick a new visit time\n-    es: Elija una nueva hora\n+  instead: {en: Pick a day, or call, es: Elija una nueva hora}",
        marks: ["Pick a day, or call"],
      },
    ],
  },
});

export const COMMA_IN_CONDITION = syntaxRule({
  code: "S016",
  name: "comma-in-condition",
  summary: "A condition with a comma does not stand in brackets.",
  why: "Between brackets a comma separates items, so one condition becomes several.",
  remedy: "Write one condition a line, each after a dash, without brackets.",
  yaml: ["7.4.1 Flow sequences"],
  examples: {
    good: [{ title: "One condition a line", edit: "     - visit.type is one of primary-care, annual-exam" }],
    bad: [
      {
        title: "One condition in brackets",
        edit: "-  include:\n-    - visit.status is missed\n-    - visit.type is one of primary-care, annual-exam\n-    - visit.date was 1 to 14 days ago\n+  include: [visit.type is one of primary-care, annual-exam]",
        marks: ["visit.type is one of primary-care, annual-exam"],
      },
    ],
  },
});

export const TEMPLATE_AT_START = syntaxRule({
  code: "S017",
  name: "template-at-start",
  summary: "A text that begins with {{ stands under `|`.",
  why: "A brace at the start of a value begins a group of keys, so YAML does not see a text at all.",
  remedy: "End the key's line with | and write the text below it, indented.",
  yaml: ["7.4.2 Flow mappings", "8.1.2 Literal style"],
  examples: {
    good: [
      { title: "Under |", edit: "-    en: Pick a new visit time\n+    en: |\n+      A new time for you" },
    ],
    bad: [
      {
        title: "Beside its key",
        edit: "-    en: Pick a new visit time\n+    en: {{ sender }} has new times",
        marks: ["{{ sender }} has new times"],
      },
    ],
  },
});

export const TEXT_NEEDS_QUOTES = syntaxRule({
  code: "S018",
  name: "text-needs-quotes",
  summary: "A text that begins with a sign that means something to YAML stands in quotes.",
  why: "At the start of a value the signs [ { | > @ % ` , and - do not stand for themselves.",
  remedy: "Put the text in quotes.",
  yaml: ["7.3.3 Plain style"],
  examples: {
    good: [{ title: "In quotes", edit: '-title: Missed visit\n+title: "[North] Missed visit"' }],
    bad: [
      {
        title: "A bracket at the start",
        edit: "-title: Missed visit\n+title: [North] Missed visit",
        marks: ["[North] Missed visit"],
      },
    ],
  },
});

export const QUOTE_ENDS_EARLY = syntaxRule({
  code: "S019",
  name: "quote-ends-early",
  summary: "Quotes hold the whole text.",
  why: "A value that begins with a quote ends at the next one, and nothing may follow it.",
  remedy: "Put quotes of the other kind around the whole text.",
  yaml: ["7.3 Flow scalar styles"],
  examples: {
    good: [
      {
        title: "Quotes around all of it",
        edit: "-title: Missed visit\n+title: '\"Missed visit\" for the north clinics'",
      },
    ],
    bad: [
      {
        title: "Words after the closing quote",
        edit: '-title: Missed visit\n+title: "Missed visit" for the north clinics',
        marks: ['"Missed visit" for the north clinics'],
      },
    ],
  },
});

export const NO_VALUE = syntaxRule({
  code: "S020",
  name: "no-value",
  summary: "Every key has a value, and every dash an item.",
  why: "A key with nothing after it is most often a line that was forgotten, or one whose values are not indented.",
  remedy: "Write the value after the colon, indent the lines below that belong to it, or delete the key.",
  yaml: ["7.2 Empty nodes"],
  examples: {
    good: [{ title: "A value", edit: " title: Missed visit" }],
    bad: [{ title: "Nothing after the colon", edit: "-title: Missed visit\n+title:", marks: ["title"] }],
  },
});

export const TRAP_FINDINGS: readonly RuleMeta[] = [
  COLON_IN_TEXT,
  COMMENT_IN_TEXT,
  COMMA_IN_BRACES,
  COMMA_IN_CONDITION,
  TEMPLATE_AT_START,
  TEXT_NEEDS_QUOTES,
  QUOTE_ENDS_EARLY,
  NO_VALUE,
];
