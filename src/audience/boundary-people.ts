import { counted, daysBetween, type IsoDate } from "../calendar/index.ts";
import { otherThan } from "./cells.ts";
import { clausesOf, fieldsOf } from "./clauses.ts";
import { criticalDays } from "./critical-days.ts";
import { neighboursOf } from "./decimal.ts";
import { judge } from "./judge.ts";
import { findPerson } from "./possibilities.ts";
import type { Clause, Condition, FieldSpec, Fields, FieldValue, PersonRecord, Truth } from "./tree.ts";

/** Somebody at or beside an edge of a condition, and what the condition says of them. */
export interface BoundaryPerson {
  readonly field: string;
  /** Where they stand: "15 days ago", "cancelled", "not known". */
  readonly label: string;
  readonly person: PersonRecord;
  readonly truth: Truth;
}

/**
 * People at and around every edge of a condition, for a reviewer to agree or disagree with. All else about each of them is
 * such that the condition holds, where that is possible, so that the one field that is varied decides.
 */
export function boundaryPeople(
  condition: Condition,
  today: IsoDate,
  fields: Fields,
): readonly BoundaryPerson[] {
  const found = findPerson([{ condition, wanted: "true" }], today, fields);
  const typical = found === "cannot tell" || found === undefined ? {} : found;
  const clauses = clausesOf(condition);
  return fieldsOf(condition).flatMap((path) => {
    const spec = fields.get(path);
    if (spec === undefined) return [];
    const own = clauses.filter(({ field }) => field.path === path);
    return positions(spec, own, today).map(({ label, value }) => {
      const person = { ...typical, [path]: value };
      return { field: path, label, person, truth: judge(condition, person, today, fields) };
    });
  });
}

interface Position {
  readonly label: string;
  readonly value: FieldValue;
}

const MISSING: Position = { label: "not known", value: undefined };

function positions(spec: FieldSpec, clauses: readonly Clause[], today: IsoDate): readonly Position[] {
  const { type } = spec;
  switch (type.kind) {
    case "yes-no":
      return [{ label: "yes", value: true }, { label: "no", value: false }, MISSING];
    case "one-of":
      return [...type.values, otherThan(type.values)].map(itself).concat(MISSING);
    case "many-of":
      return [
        { label: "none", value: [] },
        ...type.values.map((code) => ({ label: code, value: [code] })),
        MISSING,
      ];
    case "number": {
      const edges = clauses.flatMap((clause) =>
        clause.kind === "number" ? [clause.least?.value, clause.most?.value] : [],
      );
      const around = edges.flatMap((edge) => (edge === undefined ? [] : neighboursOf(edge)));
      return [...new Set(around.length > 0 ? around : ["0"])].map(itself).concat(MISSING);
    }
    case "date": {
      const days = criticalDays(clauses, today);
      const isRelative = clauses.some(({ kind }) => kind === "relative");
      const label = (day: IsoDate) => (isRelative ? dayInWords(day, today) : day);
      const known = (days.length > 0 ? days : [today]).map((day) => ({ label: label(day), value: day }));
      return [...known, MISSING];
    }
    default: {
      const values = clauses.flatMap((clause) =>
        clause.kind === "is" ? clause.values.map(({ value }) => value) : [],
      );
      return [...new Set(values), otherThan(values)].map(itself).concat(MISSING);
    }
  }
}

function itself(value: string): Position {
  return { label: value, value };
}

function dayInWords(day: IsoDate, today: IsoDate): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return "today";
  return ahead < 0 ? `${counted(-ahead, "day")} ago` : `${counted(ahead, "day")} from today`;
}
