import { choices, didYouMean } from "../source/index.ts";
import { MIXED_AND_OR, NEVER_UNKNOWN, UNKNOWN_FIELD, WRONG_QUESTION } from "./findings.ts";
import { shown } from "./mistake.ts";
import { QUESTION_FORMS } from "./next-words.ts";
import { typeQuestion } from "./questions.ts";
import type { Surface, SurfaceClause } from "./surface.ts";
import { endOf } from "./tokens.ts";
import type { Condition, FieldSpec, FieldType } from "./tree.ts";
import type { TypingNotes } from "./typing-notes.ts";

/**
 * Gives what was written its types and places. Every part is checked, whatever is wrong elsewhere; there is a
 * condition only where nothing is, because half a condition would write to other people.
 */
export function typeSurface(surface: Surface, notes: TypingNotes): Condition | undefined {
  switch (surface.kind) {
    case "group":
      return typeGroup(surface, notes);
    case "not": {
      const of = surface.of && typeSurface(surface.of, notes);
      return of && { kind: "not", of, at: notes.locate(surface.start, surface.end) };
    }
    case "clause":
      return typeClause(surface, notes);
  }
}

type Group = Extract<Surface, { kind: "group" }>;

function typeGroup(group: Group, notes: TypingNotes): Condition | undefined {
  const members = group.members.map((member) => member && typeSurface(member, notes));
  const first = group.connectives[0];
  const other = group.connectives.find(({ image }) => image !== first?.image);
  if (other !== undefined) {
    notes.report({
      meta: MIXED_AND_OR,
      start: other.startOffset,
      end: endOf(other),
      message: `"and" and "or" in one line can be read in two ways`,
      remedy: `Write ${reading(group, "and", notes.text)}, or ${reading(group, "or", notes.text)}.`,
    });
    return undefined;
  }
  const of = members.filter((member) => member !== undefined);
  if (of.length < members.length) return undefined;
  return { kind: first?.image === "or" ? "any" : "all", of, at: notes.locate(group.start, group.end) };
}

/** The group with parentheses around what `connective` joins: one of the two ways to read it. */
function reading(group: Group, connective: "and" | "or", text: string): string {
  const runs: string[][] = [];
  for (const [position, member] of group.members.entries()) {
    const words = member === undefined ? "…" : shown(text.slice(member.start, member.end));
    const joined = group.connectives[position - 1]?.image === connective;
    if (joined) runs.at(-1)?.push(words);
    else runs.push([words]);
  }
  return runs
    .map((run) => (run.length > 1 ? `(${run.join(` ${connective} `)})` : run.join("")))
    .join(connective === "and" ? " or " : " and ");
}

function typeClause(clause: SurfaceClause, notes: TypingNotes): Condition | undefined {
  if (notes.broken.has(clause.field)) return undefined;
  const path = clause.field.image;
  const [fieldStart, fieldEnd] = [clause.field.startOffset, endOf(clause.field)];
  const spec = notes.fields.get(path);
  if (spec === undefined) {
    const message = `no field is called "${shown(path)}"${didYouMean(path, notes.fields.keys())}`;
    notes.report({ meta: UNKNOWN_FIELD, start: fieldStart, end: fieldEnd, message });
    return undefined;
  }
  const field = { path, at: notes.locate(fieldStart, fieldEnd) };
  const at = notes.locate(fieldStart, clause.end);
  if (clause.question === undefined) {
    if (spec.type.kind === "yes-no") return { kind: "yes", field, at };
    const message = `${path} ${TYPE_WORDS[spec.type.kind]}, so something must be asked of it`;
    notes.report({
      meta: WRONG_QUESTION,
      start: fieldStart,
      end: fieldEnd,
      message,
      remedy: whatToAsk(spec),
    });
    return undefined;
  }
  const start = fieldEnd + (/^\s*/.exec(notes.text.slice(fieldEnd))?.[0].length ?? 0);
  const place = { start, end: clause.end };
  if (clause.question.kind === "known" && isNeverUnknown(spec)) {
    const message = `a blank in ${path} means no, so it is always known`;
    notes.report({ meta: NEVER_UNKNOWN, ...place, message });
    return undefined;
  }
  const typed = typeQuestion(clause.question, { spec, field, at, notes });
  if (typed !== "misfit") return typed;
  const message = `${path} ${TYPE_WORDS[spec.type.kind]}; "${shown(notes.text.slice(place.start, place.end))}" cannot be asked of it`;
  notes.report({ meta: WRONG_QUESTION, ...place, message, remedy: whatToAsk(spec) });
  return undefined;
}

const TYPE_WORDS: Readonly<Record<FieldType["kind"], string>> = {
  "yes-no": "is yes or no",
  "one-of": "is one of a list",
  "many-of": "holds several codes",
  code: "is a code",
  number: "is a number",
  date: "is a date",
  text: "is a text",
  name: "is a name",
  phone: "is a phone number",
};

function whatToAsk({ path, type }: FieldSpec): string {
  if (type.kind === "yes-no") return `Write ${path}, or not ${path}.`;
  return `After ${path} write ${choices(QUESTION_FORMS[type.kind].map((form) => `"${form}"`))}.`;
}

function isNeverUnknown({ type, blankMeansNo }: FieldSpec): boolean {
  return blankMeansNo && (type.kind === "yes-no" || type.kind === "many-of");
}
