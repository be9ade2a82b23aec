import type { RuleMeta } from "../../source/index.ts";
import { syntaxRule } from "./syntax-rule.ts";

export const NOT_UTF_8 = syntaxRule({
  code: "S001",
  name: "not-utf-8",
  summary: "A file is UTF-8 text.",
  why: "In another encoding, letters such as é and ñ are lost before anybody can review them.",
  remedy:
    'Save the file again with the encoding "UTF-8" (in most editors under "Save with encoding") and type the lost letters anew.',
  yaml: ["5.2 Character encodings"],
  examples: {
    good: [
      {
        title: "Letters with accents",
        edit: "-    es: Elija otra hora que le convenga.\n+    es: Elija otra hora mañana.",
      },
    ],
    bad: [
      {
        title: "A letter that was lost",
        edit: "-    es: Elija otra hora que le convenga.\n+    es: Elija otra hora ma\uFFFDana.",
        marks: ["\uFFFD"],
      },
    ],
  },
});

export const INVISIBLE_CHARACTER = syntaxRule({
  code: "S002",
  name: "invisible-character",
  summary: "A file holds no character that a reviewer cannot see.",
  why: "Pasted text often brings non-breaking spaces, zero-width characters and text-direction marks. They hide words from the checks, make a text message longer and dearer, and can make a line read otherwise than it is.",
  remedy: "Delete the character.",
  examples: {
    good: [
      {
        title: "An ordinary space",
        edit: "-    en: We missed you at your visit.\n+    en: We missed you at your visit last week.",
      },
    ],
    bad: [
      {
        title: "A non-breaking space",
        edit: "-    en: We missed you at your visit.\n+    en: We missed\u00A0you at your visit.",
        marks: ["\u00A0"],
      },
      {
        title: "A zero-width space inside a word",
        edit: "-    en: We missed you at your visit.\n+    en: We mis\u200Bsed you at your visit.",
        marks: ["\u200B"],
      },
    ],
  },
});

export const CONTROL_CHARACTER = syntaxRule({
  code: "S003",
  name: "control-character",
  summary: "A file holds no control characters.",
  why: "Phones and mail programs drop them or show boxes.",
  remedy: "Delete it; end lines as your editor does with the Enter key.",
  yaml: ["5.1 Character set"],
  examples: {
    good: [
      {
        title: "Plain letters",
        edit: "-    en: We missed you at your visit.\n+    en: We missed you today.",
      },
    ],
    bad: [
      {
        title: "A line separator from a word processor",
        edit: "-    en: We missed you at your visit.\n+    en: We missed you\u2028at your visit.",
        marks: ["\u2028"],
      },
    ],
  },
});

export const TAB = syntaxRule({
  code: "S004",
  name: "tab",
  summary: "A file holds no tabs.",
  why: "How far a tab indents depends on the editor, so two people would read two different structures.",
  remedy: "Type spaces in place of the tab.",
  yaml: ["6.1 Indentation spaces"],
  examples: {
    good: [
      { title: "Two spaces", edit: "-  page: reschedule\n+  page: reschedule  # the page with open times" },
    ],
    bad: [
      {
        title: "A tab before a comment",
        edit: "-  page: reschedule\n+  page: reschedule\t# the page with open times",
        marks: ["\t"],
      },
    ],
  },
});

export const CHARACTER_FINDINGS: readonly RuleMeta[] = [
  NOT_UTF_8,
  INVISIBLE_CHARACTER,
  CONTROL_CHARACTER,
  TAB,
];
