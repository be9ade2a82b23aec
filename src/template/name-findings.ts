import type { RuleMeta } from "../source/index.ts";
import { templateMeta } from "./template-meta.ts";

export const NAME_UNKNOWN = templateMeta({
  code: "M301",
  name: "template-name-unknown",
  summary: "A name in a text that nothing declares",
  why: "Liquid prints nothing for a name that it does not know, so patients would read a sentence with a gap.",
  remedy: "Use the name of a field, phrase, claim, action or text that the workspace declares.",
  good: "{{ sender }}: {{ clinic.name }} Pick a new time:",
  bad: "{{ sender }}: {{ clinic.nam }} Pick a new time:",
  marks: ["clinic.nam"],
});

export const CLOSED_NAME_SET = templateMeta({
  code: "M302",
  name: "template-name-closed",
  summary: "A text that gives a shared name a meaning of its own",
  why: "The same name would mean two things, and a reviewer who reads {{ clinic.name }} must be able to trust it.",
  remedy: "Choose another name.",
  good: '{{ sender }}: {% assign place = "north" %}{{ place }} Pick a new time:',
  bad: '{{ sender }}: {% assign clinic = "north" %}{{ greeting }} Pick a new time:',
  marks: ['{% assign clinic = "north" %}'],
});

export const INSERT_MISPLACED = templateMeta({
  code: "M303",
  name: "template-insert-misplaced",
  summary: "Approved words that are tested or changed",
  why: "A phrase, claim or message text is approved as it is written; it is printed whole or not at all.",
  remedy: "Print it by itself.",
  good: "{{ sender }}: {{ message.purpose }} Pick a new time:",
  bad: "{{ sender }}: {{ message.purpose | upcase }} Pick a new time:",
  marks: ["message.purpose"],
});

export const NAME_REFUSED = templateMeta({
  code: "M304",
  name: "template-name-refused",
  summary: "A name that cannot be used in this text",
  why: "What may be said depends on where it is said: some names have no words for this place.",
  remedy: "Use another name, or leave it out here.",
  good: "{{ sender }}: {{ clinic.name }} Pick a new time:",
});

export const ASSIGN_REFUSED = templateMeta({
  code: "M305",
  name: "template-assign-refused",
  summary: "A shared text that sets names",
  why: "A phrase or message text stands inside other texts; a name that it sets could change theirs.",
  remedy: "Write the words out where they are needed.",
  good: '{{ sender }}: {% assign kind = "yearly" %}{{ kind }} visit. Pick a new time:',
});

export const DEFAULT_REFUSED = templateMeta({
  code: "M306",
  name: "template-default-refused",
  summary: "A default for a field that may be missing",
  why: "A message with a missing fact is not sent, so that nobody reads a sentence that does not fit. Only the greeting may do without a name.",
  remedy: "Print the field without default; the step is skipped for people who have no such fact.",
  good: "{{ sender }}: {{ clinic.name }} Pick a new time:",
  bad: '{{ sender }}: {{ clinic.name | default: "us" }} Pick a new time:',
  marks: ["default"],
});

export const LOOP_OVER_CLOSED = templateMeta({
  code: "M307",
  name: "template-loop-over-name",
  summary: "A loop over a field or shared name",
  why: "How often the text is repeated would depend on the patient's record, and no length could be promised.",
  remedy: 'Print a list with join: {{ patient.needs | join: ", " }}.',
  good: "{{ sender }}: {% for i in (1..3) %}*{% endfor %} Pick a new time:",
  bad: "{{ sender }}: {% for c in clinic.name %}{{ c }}{% endfor %} Pick a new time:",
  marks: ["clinic.name"],
});

export const NAME_NOT_WHOLE = templateMeta({
  code: "M308",
  name: "template-name-not-whole",
  summary: "A shared name that is not written out in full",
  why: "Which fact is printed must be written in the text, not computed from another one.",
  remedy: "Write the whole name with dots: clinic.name.",
  good: "{{ sender }}: {{ clinic.name }} Pick a new time:",
  bad: "{{ sender }}: {{ clinic[visit.type] }} Pick a new time:",
  marks: ["clinic[visit.type]"],
});

export const VALUE_IMPOSSIBLE = templateMeta({
  code: "M309",
  name: "template-value-impossible",
  summary: "A field compared with a value that it never has",
  why: "The branch would never be used, and the people whom it was written for would read something else.",
  remedy: "Use one of the field's declared values.",
  good: '{{ sender }}: {% if visit.type == "annual-exam" %}Yearly visit.{% endif %} Pick a new time:',
  bad: '{{ sender }}: {% if visit.type == "anual-exam" %}Yearly visit.{% endif %} Pick a new time:',
  marks: ['"anual-exam"'],
});

export const SAID_COMPARED = templateMeta({
  code: "M310",
  name: "template-words-compared",
  summary: "The words for patients compared with a code",
  why: "A name that was set from a field holds what patients read (yearly visit), in their language; it never equals the field's code.",
  remedy: "Compare the field itself.",
  good: '{{ sender }}: {% if visit.type == "annual-exam" %}Yearly visit.{% endif %} Pick a new time:',
  bad: '{{ sender }}: {% assign kind = visit.type %}{% if kind == "annual-exam" %}Yearly visit.{% endif %} Pick a new time:',
  marks: ["kind"],
});

export const FORLOOP_WHOLE = templateMeta({
  code: "M311",
  name: "template-forloop-whole",
  summary: "forloop without what is asked of it",
  why: "forloop by itself prints technical text.",
  remedy:
    "Use forloop.index, forloop.index0, forloop.first, forloop.last, forloop.length, forloop.rindex or forloop.rindex0.",
  good: "{{ sender }}: {% for i in (1..3) %}{{ forloop.index }}{% endfor %} Pick a new time:",
  bad: "{{ sender }}: {% for i in (1..3) %}{{ forloop }}{% endfor %} Pick a new time:",
  marks: ["forloop"],
});

export const NAME_FINDINGS: readonly RuleMeta[] = [
  NAME_UNKNOWN,
  CLOSED_NAME_SET,
  INSERT_MISPLACED,
  NAME_REFUSED,
  ASSIGN_REFUSED,
  DEFAULT_REFUSED,
  LOOP_OVER_CLOSED,
  NAME_NOT_WHOLE,
  VALUE_IMPOSSIBLE,
  SAID_COMPARED,
  FORLOOP_WHOLE,
];
