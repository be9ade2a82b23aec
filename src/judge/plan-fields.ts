import {
  type Condition,
  type ConditionJson,
  cutOffName,
  type FieldSpec,
  type Fields,
  fieldsOf,
  fromJson,
  type SqlWords,
} from "../audience/index.ts";
import { DatabaseProblem, quotedName } from "../database/index.ts";
import { isClinicFact } from "../model/index.ts";
import type { Plan, PlanCondition } from "../plan/index.ts";
import { ROSTER_TABLES, type RosterTable, rosterTable } from "../roster/index.ts";

/** Fields that the product calculates, by the name that the library gives. */
export const DERIVATIONS = ["later-visit-of-same-type", "upcoming-visit", "visit-booked-for-it"] as const;
export type Derivation = (typeof DERIVATIONS)[number];

const NOWHERE = { file: "", start: 0, end: 0 };

type PlanField = Plan["audience"]["fields"][number];

/** The plan's fields as conditions ask for them. */
export function fieldSpecsOf(plan: Plan): Fields {
  return new Map(
    plan.audience.fields.map((field) => [
      field.path,
      { path: field.path, type: typeOf(field), blankMeansNo: field.blank_means_no, declaredAt: NOWHERE },
    ]),
  );
}

function typeOf({ type, values }: PlanField): FieldSpec["type"] {
  switch (type) {
    case "one-of":
    case "many-of":
      return { kind: type, values: values ?? [] };
    case "yes-no":
    case "code":
    case "number":
    case "date":
    case "name":
    case "phone":
      return { kind: type };
    default:
      return { kind: "text" };
  }
}

/**
 * A plan's condition as a tree.
 *
 * @throws DatabaseProblem where a number or a date of it is none: a plan that no compiler wrote
 */
export function conditionOf({ tree, english }: PlanCondition): Condition {
  // The plan's schema has been checked: the tree has the shape that the compiler writes.
  const condition = fromJson(tree as ConditionJson);
  if (condition !== undefined) return condition;
  throw new DatabaseProblem(`A condition of the plan cannot be read: ${english}`, "Build the plan again.");
}

/** The table of the plan's anchor. */
export function anchorTable(plan: Plan): RosterTable {
  const table = ROSTER_TABLES.find(({ anchor }) => anchor === plan.audience.anchor);
  return table ?? rosterTable("patients");
}

/** A field's place in the roster: the table that holds it and how it is reached from the anchor. */
export interface FieldPlace {
  readonly field: PlanField;
  readonly derived: Derivation | undefined;
  /** `anchor`, `patient`, `clinic`, or the root of a table to which the anchor points: `order` by `order_id`. */
  readonly of: string;
  readonly column: string;
}

/**
 * Where each field of an enrolment is found. A field of a table to which the anchor does not point has no place: whoever asks
 * for it gets "unknown". A caregiver's belong to the one recipient.
 */
export function fieldPlaces(plan: Plan): readonly FieldPlace[] {
  const table = anchorTable(plan);
  return plan.audience.fields.flatMap((field): FieldPlace[] => {
    const [root = "", column = ""] = field.path.split(".");
    const derived = DERIVATIONS.find((name) => name === field.derived);
    if (derived !== undefined) return [{ field, derived, of: "anchor", column }];
    if (root === table.anchor) return [{ field, derived, of: "anchor", column }];
    if (root === "patient") return [{ field, derived, of: "patient", column }];
    if (root === "clinic")
      return isClinicFact(column, field.type) ? [{ field, derived, of: "clinic", column }] : [];
    const points = table.columns.some(({ name, names }) => name === `${root}_id` && names !== undefined);
    return points ? [{ field, derived, of: root, column }] : [];
  });
}

/** How conditions name columns and days: each field is a column of the pool under its path. */
export function conditionWords(plan: Plan): SqlWords {
  const specs = fieldSpecsOf(plan);
  const placed = new Set(fieldPlaces(plan).map(({ field }) => field.path));
  return {
    fields: new Map([...specs].filter(([path]) => placed.has(path))),
    column: (path) => `s.${quotedName(path)}`,
    cutOff: (cutOff) => `CAST(:${cutOffName(cutOff)} AS DATE)`,
  };
}

/** The same for one caregiver `g` of an enrolment `e`. */
export function caregiverWords(plan: Plan): SqlWords {
  const words = conditionWords(plan);
  const own = [...fieldSpecsOf(plan)].filter(([path]) => path.startsWith(CAREGIVER));
  return {
    ...words,
    fields: new Map([...words.fields, ...own]),
    column: (path) =>
      path.startsWith(CAREGIVER) ? `g.${quotedName(path.slice(CAREGIVER.length))}` : `e.${quotedName(path)}`,
  };
}

const CAREGIVER = "caregiver.";

/** Whether a step's condition is asked of each caregiver, and not of the enrolment. */
export function asksCaregiver({ to, when }: Plan["steps"][number]): boolean {
  const condition = to === "caregiver" && when.only_if !== null ? conditionOf(when.only_if) : undefined;
  return condition !== undefined && fieldsOf(condition).some((path) => path.startsWith(CAREGIVER));
}

/** Whether a condition asks only for what the roster's own columns say. */
export function isPlain(plan: Plan, condition: Condition): boolean {
  const derived = new Set(
    plan.audience.fields.filter((field) => field.derived !== null).map(({ path }) => path),
  );
  return !fieldsOf(condition).some((path) => derived.has(path));
}

/** What conditions asked of caregivers ask of the enrolment as well. */
export function askedBesideCaregiver(plan: Plan): readonly FieldPlace[] {
  const paths = new Set(
    plan.steps
      .filter(asksCaregiver)
      .flatMap(({ when }) => (when.only_if === null ? [] : fieldsOf(conditionOf(when.only_if)))),
  );
  return fieldPlaces(plan).filter(({ field }) => paths.has(field.path));
}
