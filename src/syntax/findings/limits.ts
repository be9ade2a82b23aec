import type { RuleMeta } from "../../source/index.ts";
import { grouped, MAX_DEPTH, MAX_ENTRIES, MAX_TEXT_LENGTH } from "../limits.ts";
import { syntaxRule } from "./syntax-rule.ts";

const WHOLE_PAGE =
  "A page that a person can review is far below this limit; a file above it is most often not a campaign.";

export const FILE_TOO_LARGE = syntaxRule({
  code: "S040",
  name: "file-too-large",
  summary: `A file has at most ${grouped(MAX_TEXT_LENGTH)} characters.`,
  why: WHOLE_PAGE,
  remedy: "Split the file, or move what is not a campaign out of the workspace.",
  examples: { good: [{ title: "A page", edit: " title: Missed visit" }], bad: [] },
});

export const TOO_DEEP = syntaxRule({
  code: "S041",
  name: "too-deep",
  summary: `Lists and groups stand at most ${MAX_DEPTH} deep inside each other.`,
  why: WHOLE_PAGE,
  remedy: "Indent less: no part of the language needs more than eight levels.",
  examples: {
    good: [{ title: "One level", edit: "-title: Missed visit\n+title: Missed visit\n+languages: [en, es]" }],
    bad: [
      {
        title: "Brackets in brackets",
        edit: `-title: Missed visit\n+title: Missed visit\n+languages: ${"[".repeat(MAX_DEPTH)}en${"]".repeat(MAX_DEPTH)}`,
        marks: ["["],
      },
    ],
  },
});

export const TOO_MANY_ENTRIES = syntaxRule({
  code: "S042",
  name: "too-many-entries",
  summary: `A file has at most ${grouped(MAX_ENTRIES)} keys and list items, and as many empty lines.`,
  why: WHOLE_PAGE,
  remedy: "Split the file.",
  examples: { good: [{ title: "A page", edit: " title: Missed visit" }], bad: [] },
});

export const LIMIT_FINDINGS: readonly RuleMeta[] = [FILE_TOO_LARGE, TOO_DEEP, TOO_MANY_ENTRIES];
