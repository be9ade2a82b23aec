import type { RuleMeta } from "../source/index.ts";
import { templateMeta } from "./template-meta.ts";

export const OUTPUT_OPEN = templateMeta({
  code: "S301",
  name: "liquid-output-open",
  summary: "{{ without }}",
  why: "Without the closing braces nobody can tell where the name ends and the text goes on.",
  remedy: "Close the name with }}.",
  good: "{{ sender }}: {{ greeting }} Pick a new time:",
  bad: "{{ sender }: {{ greeting }} Pick a new time:",
  marks: ["{{ sender }"],
});

export const TAG_OPEN = templateMeta({
  code: "S302",
  name: "liquid-tag-open",
  summary: "{% without %}",
  why: "Without the closing sign nobody can tell where the tag ends and the text goes on.",
  remedy: "Close the tag with %}.",
  good: '{{ sender }}: {% if clinic.telehealth == "yes" %}Video or in person.{% endif %} Pick a new time:',
  bad: '{{ sender }}: {% if clinic.telehealth == "yes" } Pick a new time:',
  marks: ['{% if clinic.telehealth == "yes" }'],
});

export const BLOCK_OPEN = templateMeta({
  code: "S303",
  name: "liquid-block-open",
  summary: "A block that is never closed",
  why: "Everything after it would belong to the block, and be sent to fewer people than the author meant.",
  remedy: "Close the block where it should end.",
  good: '{{ sender }}: {% if clinic.telehealth == "yes" %}Video or in person.{% endif %} Pick a new time:',
  bad: '{{ sender }}: {% if clinic.telehealth == "yes" %}Video or in person. Pick a new time:',
  marks: ['{% if clinic.telehealth == "yes" %}'],
});

export const BRANCH_MISPLACED = templateMeta({
  code: "S304",
  name: "liquid-branch-misplaced",
  summary: "An else, when or end tag where none belongs",
  why: "Liquid drops some of these without a word, so that patients would miss the text behind them.",
  remedy: "Remove the tag, or open the block that it belongs to.",
  good: '{{ sender }}: {% if clinic.telehealth == "yes" %}Video.{% else %}In person.{% endif %} Pick a new time:',
  bad: "{{ sender }}: {{ greeting }}{% endif %} Pick a new time:",
  marks: ["{% endif %}"],
});

export const TAG_UNKNOWN = templateMeta({
  code: "S305",
  name: "liquid-tag-unknown",
  summary: "A tag that Liquid does not have",
  why: "A misspelt tag would stop the message from being written.",
  remedy: "Use one of: if, unless, case, for, assign, capture, echo, render, comment, raw, liquid.",
  good: "{{ sender }}: {% comment %}keep this short{% endcomment %}{{ greeting }} Pick a new time:",
  bad: "{{ sender }}: {% fi clinic.telehealth %}{{ greeting }} Pick a new time:",
  marks: ["{% fi clinic.telehealth %}"],
});

export const TAG_REFUSED = templateMeta({
  code: "S306",
  name: "liquid-tag-refused",
  summary: "A Liquid tag that campaigns do not use",
  why: "Its effect depends on more than the text in front of the reviewer, so it could print what nobody approved.",
  remedy: "Write the text without this tag.",
  good: "{{ sender }}: {{ greeting }} Pick a new time:",
  bad: '{{ sender }}: {% include "greeting" %} Pick a new time:',
  marks: ['{% include "greeting" %}'],
});

export const FILTER_UNKNOWN = templateMeta({
  code: "S307",
  name: "liquid-filter-unknown",
  summary: "A filter that Liquid does not have",
  why: "A misspelt filter would print the value unchanged.",
  remedy:
    "Use one of: append, capitalize, default, downcase, first, join, last, prepend, size, strip, truncate, upcase.",
  good: "{{ sender }}: {{ clinic.name | upcase }} Pick a new time:",
  bad: "{{ sender }}: {{ clinic.name | uppcase }} Pick a new time:",
  marks: ["uppcase"],
});

export const FILTER_REFUSED = templateMeta({
  code: "S308",
  name: "liquid-filter-refused",
  summary: "A Liquid filter that campaigns do not use",
  why: "It can print other facts than the ones that are named, or another text each time, so nobody can approve its result.",
  remedy: "Print the field itself, or declare a field that holds what you need.",
  good: "{{ sender }}: {{ clinic.name }} Pick a new time:",
  bad: "{{ sender }}: {{ clinic | json }} Pick a new time:",
  marks: ["json"],
});

export const FILTER_ARGUMENTS = templateMeta({
  code: "S309",
  name: "liquid-filter-arguments",
  summary: "A filter with too few or too many values",
  why: "Liquid stops, or leaves values out without a word.",
  remedy: "Give the filter exactly the values that it takes.",
  good: '{{ sender }}: {{ clinic.name | append: " clinic" }} Pick a new time:',
  bad: "{{ sender }}: {{ clinic.name | append }} Pick a new time:",
  marks: ["append"],
});

export const UNREADABLE = templateMeta({
  code: "S310",
  name: "liquid-unreadable",
  summary: "A tag that cannot be read",
  why: "Liquid drops what it does not understand, so that the text would mean something else than it says.",
  remedy: "Write one name, or one comparison, and nothing else.",
  good: '{{ sender }}: {% if clinic.telehealth == "yes" %}Video.{% endif %} Pick a new time:',
  bad: '{{ sender }}: {% if clinic.telehealth = "yes" %}Video.{% endif %} Pick a new time:',
  marks: ['{% if clinic.telehealth = "yes" %}'],
});

export const AND_OR_MIXED = templateMeta({
  code: "S311",
  name: "liquid-and-or-mixed",
  summary: "and and or in one test",
  why: "Liquid has no parentheses and groups to the right, so that most people read such a test otherwise than it runs.",
  remedy: "Put one test inside the other.",
  good: '{{ sender }}: {% if clinic.telehealth == "yes" and visit.type == "primary-care" %}Video.{% endif %} Pick a new time:',
  bad: '{{ sender }}: {% if clinic.telehealth == "yes" and visit.rebooked == "no" or patient.moved_care == "no" %}Video.{% endif %} Pick a new time:',
  marks: ["or"],
});

export const WHEN_REPEATED = templateMeta({
  code: "S312",
  name: "liquid-when-repeated",
  summary: "The same value in two whens",
  why: "Liquid prints every branch that matches, so a patient would read both texts.",
  remedy: "Name each value once.",
  good: '{{ sender }}: {% case visit.type %}{% when "primary-care" %}Visit.{% when "annual-exam" %}Yearly visit.{% endcase %} Pick a new time:',
  bad: '{{ sender }}: {% case visit.type %}{% when "primary-care" %}Visit.{% when "primary-care" %}Yearly visit.{% endcase %} Pick a new time:',
  marks: ['"primary-care"'],
});

export const PARTIAL_DYNAMIC = templateMeta({
  code: "S313",
  name: "liquid-partial-dynamic",
  summary: "A partial whose name is not written out",
  why: "Which text is printed would depend on a value, and nobody could review it.",
  remedy: 'Write the name of the partial in quotes: {% render "footer" %}.',
  good: "{{ sender }}: {{ greeting }} Pick a new time:",
  bad: "{{ sender }}: {% render visit.type %} Pick a new time:",
  marks: ["{% render visit.type %}"],
});

export const PARTIAL_RECURSIVE = templateMeta({
  code: "S314",
  name: "liquid-partial-recursive",
  summary: "A partial that renders itself",
  why: "It would never end.",
  remedy: "Take the partial out of itself.",
  good: "{{ sender }}: {{ greeting }} Pick a new time:",
});

export const PARTIAL_UNKNOWN = templateMeta({
  code: "S315",
  name: "liquid-partial-unknown",
  summary: "A partial that does not exist",
  why: "The message could not be written.",
  remedy: "Use the name of a file in library/partials, without .liquid.",
  good: "{{ sender }}: {{ greeting }} Pick a new time:",
  bad: '{{ sender }}: {% render "no_such_part" %} Pick a new time:',
  marks: ['{% render "no_such_part" %}'],
});

export const RENDER_FORM = templateMeta({
  code: "S316",
  name: "liquid-render-form",
  summary: "A render tag with more than a name and values",
  why: "A partial prints once, with the values that it is given by name.",
  remedy: 'Write {% render "footer", name: value %}, and put the loop around it if you need one.',
  good: "{{ sender }}: {{ greeting }} Pick a new time:",
  bad: '{{ sender }}: {% render "line" for visit.type as type %} Pick a new time:',
  marks: ['{% render "line" for visit.type as type %}'],
});

export const CASE_TEXT_LOST = templateMeta({
  code: "S317",
  name: "liquid-case-text-lost",
  summary: "Text between case and the first when",
  why: "Liquid drops it without a word.",
  remedy: "Move the text before the case, or into a when.",
  good: '{{ sender }}: Your {% case visit.type %}{% when "annual-exam" %}yearly {% endcase %}visit. Pick a new time:',
  bad: '{{ sender }}: {% case visit.type %}Your {% when "annual-exam" %}yearly {% endcase %}visit. Pick a new time:',
  marks: ["Your "],
});

export const TOO_LARGE = templateMeta({
  code: "S318",
  name: "liquid-too-large",
  summary: "A text that is too long or too deeply nested",
  why: "Nobody can review all of its wordings.",
  remedy: "Write a shorter text, or split it into several.",
  good: "{{ sender }}: {{ greeting }} Pick a new time:",
  bad: `{{ sender }}: ${'{% if clinic.name == "a" %}'.repeat(41)}Hi${"{% endif %}".repeat(41)} Pick a new time:`,
  marks: ['{% if clinic.name == "a" %}'],
});

export const STRAY_BRACES = templateMeta({
  code: "S319",
  name: "liquid-stray-braces",
  summary: "Braces that patients would read",
  why: "A name in single braces, or a }} that nothing opened, is sent as it stands.",
  remedy: "Write the name as {{ name }}.",
  good: "{{ sender }}: {{ clinic.name }} Pick a new time:",
  bad: "{{ sender }}: {clinic.name} Pick a new time:",
  marks: ["{clinic.name}"],
});

export const LOOP_FORM = templateMeta({
  code: "S320",
  name: "liquid-loop-form",
  summary: "A loop without a fixed end",
  why: "The longest text must be known before anything is sent.",
  remedy: "Write whole numbers: {% for i in (1..3) %}, limit: 3, offset: 1.",
  good: "{{ sender }}: {% for i in (1..3) %}*{% endfor %} Pick a new time:",
  bad: "{{ sender }}: {% for i in (1..100000) %}*{% endfor %} Pick a new time:",
  marks: ["(1..100000)"],
});

export const OPERAND_REFUSED = templateMeta({
  code: "S321",
  name: "liquid-value-refused",
  summary: "A value that cannot stand here",
  why: "Liquid accepts it and prints something that the author did not mean.",
  remedy: "Write a name, a text in quotes, or a whole number.",
  good: "{{ sender }}: {{ clinic.name }} Pick a new time:",
  bad: "{{ sender }}: {{ clinic. }} Pick a new time:",
  marks: ["clinic."],
});

export const WHEN_VALUE = templateMeta({
  code: "S322",
  name: "liquid-when-value",
  summary: "A when that is not followed by values in quotes",
  why: "Without quotes Liquid reads a value as the name of something else, and the branch is never used.",
  remedy: 'Put the value in quotes: {% when "annual-exam" %}; separate several with commas.',
  good: '{{ sender }}: {% case visit.type %}{% when "annual-exam" %}Yearly visit.{% endcase %} Pick a new time:',
  bad: "{{ sender }}: {% case visit.type %}{% when annual-exam %}Yearly visit.{% endcase %} Pick a new time:",
  marks: ["annual-exam"],
});

export const COMPARISON_FILTERED = templateMeta({
  code: "S323",
  name: "liquid-comparison-filtered",
  summary: "A filter behind a comparison",
  why: 'Liquid applies the filter to the answer, not to the value; "false" in lower case counts as true.',
  remedy: "Compare the value itself.",
  good: '{{ sender }}: {% if visit.type == "annual-exam" %}Yearly visit.{% endif %} Pick a new time:',
  bad: '{{ sender }}: {% if visit.type == "annual-exam" | downcase %}Yearly visit.{% endif %} Pick a new time:',
  marks: ["downcase"],
});

export const COMPARISON_PRINTED = templateMeta({
  code: "S324",
  name: "liquid-comparison-printed",
  summary: "A comparison that would be printed",
  why: 'Patients would read "true" or "false".',
  remedy: "Put the comparison into an if tag.",
  good: '{{ sender }}: {% if visit.type == "annual-exam" %}Yearly visit.{% endif %} Pick a new time:',
  bad: '{{ sender }}: {{ visit.type == "annual-exam" }} Pick a new time:',
  marks: ['{{ visit.type == "annual-exam" }}'],
});

export const LOCAL_NAME = templateMeta({
  code: "S325",
  name: "liquid-local-name",
  summary: "A name that a text cannot give",
  why: "Liquid has its own meaning for it, or could not find it again.",
  remedy: "Use a name of small letters, digits and underscores.",
  good: '{{ sender }}: {% assign kind = "yearly" %}Your {{ kind }} visit. Pick a new time:',
  bad: '{{ sender }}: {% assign blank = "yearly" %}Your visit. Pick a new time:',
  marks: ['{% assign blank = "yearly" %}'],
});

export const SYNTAX_FINDINGS: readonly RuleMeta[] = [
  OUTPUT_OPEN,
  TAG_OPEN,
  BLOCK_OPEN,
  BRANCH_MISPLACED,
  TAG_UNKNOWN,
  TAG_REFUSED,
  FILTER_UNKNOWN,
  FILTER_REFUSED,
  FILTER_ARGUMENTS,
  UNREADABLE,
  AND_OR_MIXED,
  WHEN_REPEATED,
  PARTIAL_DYNAMIC,
  PARTIAL_RECURSIVE,
  PARTIAL_UNKNOWN,
  RENDER_FORM,
  CASE_TEXT_LOST,
  TOO_LARGE,
  STRAY_BRACES,
  LOOP_FORM,
  OPERAND_REFUSED,
  WHEN_VALUE,
  COMPARISON_FILTERED,
  COMPARISON_PRINTED,
  LOCAL_NAME,
];
