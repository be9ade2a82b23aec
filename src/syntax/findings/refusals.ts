import type { RuleMeta } from "../../source/index.ts";
import { syntaxRule } from "./syntax-rule.ts";

const READ_WHERE_WRITTEN =
  "A page is approved by reading it aloud from top to bottom: what it says must stand where it is read.";

export const SEVERAL_DOCUMENTS = syntaxRule({
  code: "S005",
  name: "several-documents",
  summary: "A file is one page.",
  why: "A line of three dashes begins a second page in the same file, which a reader would miss.",
  remedy: "Delete the line, or move what follows into a file of its own.",
  yaml: ["9.2 Streams"],
  examples: {
    good: [{ title: "Dashes on the first line only", edit: "+---\n campaign: missed-visit" }],
    bad: [{ title: "A second page", edit: "+---\n message:", marks: ["---"] }],
  },
});

export const DIRECTIVE = syntaxRule({
  code: "S006",
  name: "yaml-directive",
  summary: "No line begins with %.",
  why: READ_WHERE_WRITTEN,
  remedy: "Delete the line.",
  yaml: ["6.8 Directives"],
  examples: {
    good: [{ title: "Start with the campaign", edit: " campaign: missed-visit" }],
    bad: [{ title: "A directive", edit: "+%YAML 1.1\n+---\n campaign: missed-visit", marks: ["%YAML 1.1"] }],
  },
});

export const ANCHOR = syntaxRule({
  code: "S007",
  name: "anchor",
  summary: "Nothing is marked with & to be repeated elsewhere.",
  why: READ_WHERE_WRITTEN,
  remedy: "Delete the mark. If it belongs to a sentence, put the sentence in quotes.",
  yaml: ["6.9.2 Node anchors"],
  examples: {
    good: [
      {
        title: "An ampersand inside a sentence",
        edit: "-    en: We missed you at your visit.\n+    en: Questions & answers are welcome.",
      },
    ],
    bad: [
      {
        title: "A mark",
        edit: "-    en: We missed you at your visit.\n+    en: &missed We missed you at your visit.",
        marks: ["&missed"],
      },
    ],
  },
});

export const ALIAS = syntaxRule({
  code: "S008",
  name: "alias",
  summary: "Nothing is repeated by pointing at another place with *.",
  why: READ_WHERE_WRITTEN,
  remedy: "Write the value itself.",
  yaml: ["7.1 Alias nodes"],
  examples: {
    good: [
      {
        title: "An asterisk in quotes",
        edit: '-    en: Pick a new visit time\n+    en: "*Pick* a new visit time"',
      },
    ],
    bad: [
      {
        title: "A text that begins with an asterisk",
        edit: "-    en: Pick a new visit time\n+    en: *Pick* a new visit time",
        marks: ["*Pick* a new visit time"],
      },
    ],
  },
});

export const MERGE_KEY = syntaxRule({
  code: "S009",
  name: "merge-key",
  summary: "No entries are copied in with <<.",
  why: READ_WHERE_WRITTEN,
  remedy: "Write the entries themselves.",
  examples: {
    good: [{ title: "Every entry written out", edit: "   page: reschedule" }],
    bad: [
      { title: "Entries copied in", edit: "   page: reschedule\n+  <<: *defaults", marks: ["<<: *defaults"] },
    ],
  },
});

export const TYPE_TAG = syntaxRule({
  code: "S010",
  name: "type-tag",
  summary: "No value is given a type with !.",
  why: "Every value is text as written; what it means is decided by its key.",
  remedy: "Delete the mark. If it belongs to a sentence, put the sentence in quotes.",
  yaml: ["6.9.1 Node tags"],
  examples: {
    good: [
      {
        title: "An exclamation mark in a sentence",
        edit: "-    en: Pick a new visit time\n+    en: Pick a new visit time!",
      },
    ],
    bad: [{ title: "A type", edit: "-title: Missed visit\n+title: !!str Missed visit", marks: ["!!str"] }],
  },
});

export const DUPLICATE_KEY = syntaxRule({
  code: "S011",
  name: "duplicate-key",
  summary: "A key stands once in its group.",
  why: "Of two values under one key a program keeps one and forgets the other, and a reader cannot tell which.",
  remedy: "Delete one of the two, or put both values under one key.",
  yaml: ["3.2.1.3 Node comparison"],
  examples: {
    good: [{ title: "One title", edit: " title: Missed visit" }],
    bad: [{ title: "Two titles", edit: " title: Missed visit\n+title: Come back", marks: ["title"] }],
  },
});

export const KEY_NOT_A_NAME = syntaxRule({
  code: "S012",
  name: "key-not-a-name",
  summary: "What stands before a colon is one short name.",
  why: "A key names what follows. A list, a text of several lines or nothing at all names nothing.",
  remedy: "Write one word before the colon, such as `title:`.",
  yaml: ["7.4 Flow collection styles", "8.2.2 Block mappings"],
  examples: {
    good: [{ title: "A name", edit: " title: Missed visit" }],
    bad: [
      { title: "A list as a key", edit: "-title: Missed visit\n+[title]: Missed visit", marks: ["[title]"] },
    ],
  },
});

export const REFUSAL_FINDINGS: readonly RuleMeta[] = [
  SEVERAL_DOCUMENTS,
  DIRECTIVE,
  ANCHOR,
  ALIAS,
  MERGE_KEY,
  TYPE_TAG,
  DUPLICATE_KEY,
  KEY_NOT_A_NAME,
];
