import type { IsoDate } from "../calendar/index.ts";
import { cells } from "./cells.ts";
import { clausesOf } from "./clauses.ts";
import { judge } from "./judge.ts";
import type { Clause, Condition, Fields, FieldValue, PersonRecord, Truth } from "./tree.ts";

/** What a condition should come to: one answer, or anything but it. */
export type Wanted = "true" | "false" | "not true" | "not false";

export interface Wish {
  readonly condition: Condition;
  readonly wanted: Wanted;
}

/**
 * What a question may cost: answers of clauses and steps of the search. An ordinary one takes a few hundred; beyond this
 * it is given up, so that no condition can stall a check.
 */
export interface Effort {
  left: number;
}

export function fullEffort(): Effort {
  return { left: 100_000 };
}

/**
 * A record for which every wish comes true on this day; nothing where there is none; "cannot tell" where the search
 * would take too long.
 *
 * Each field's values fall into finitely many cells on which no clause changes its answer (`judge` itself decides it), so
 * a wish becomes a combination of "the field is in one of these cells", and fields are independent of each other.
 */
export function findPerson(
  wishes: readonly Wish[],
  today: IsoDate,
  fields: Fields,
  effort: Effort = fullEffort(),
): PersonRecord | undefined | "cannot tell" {
  const clauses = wishes.flatMap(({ condition }) => clausesOf(condition));
  const values = new Map<string, readonly FieldValue[]>();
  for (const path of new Set(clauses.map(({ field }) => field.path))) {
    const spec = fields.get(path);
    const own = clauses.filter(({ field }) => field.path === path);
    const found = spec === undefined ? [undefined] : cells(spec, own, today);
    if (found === undefined) return "cannot tell";
    values.set(path, found);
    effort.left -= found.length * own.length;
    if (effort.left < 0) return "cannot tell";
  }
  const clauseCells = (clause: Clause, wanted: Wanted): bigint => {
    const { path } = clause.field;
    return mask(values.get(path) ?? [], (value) =>
      comesTo(judge(clause, { [path]: value }, today, fields), wanted),
    );
  };
  const formulas = wishes.map(({ condition, wanted }) => formulaOf(condition, wanted, clauseCells));
  const found = solve(formulas, new Map(), effort);
  if (found === "cannot tell" || found === undefined) return found;
  return Object.fromEntries(
    [...values].map(([path, own]) => [path, own.find((_, cell) => has(found.get(path), cell))]),
  );
}

/** A statement about cells without negations: bit n of `cells` is the n-th cell of the field. */
type Formula =
  | { readonly kind: "field"; readonly path: string; readonly cells: bigint }
  | { readonly kind: "all" | "any"; readonly of: readonly Formula[] };

const OPPOSITE: Readonly<Record<Wanted, Wanted>> = {
  true: "false",
  false: "true",
  "not true": "not false",
  "not false": "not true",
};

function formulaOf(
  condition: Condition,
  wanted: Wanted,
  clauseCells: (clause: Clause, wanted: Wanted) => bigint,
): Formula {
  switch (condition.kind) {
    case "not":
      return formulaOf(condition.of, OPPOSITE[wanted], clauseCells);
    case "all":
    case "any": {
      // All of them true, or none of them false, needs every member; the rest of a conjunction needs one.
      const ofAll = wanted === "true" || wanted === "not false";
      const kind = ofAll === (condition.kind === "all") ? "all" : "any";
      return merged(
        kind,
        condition.of.map((member) => formulaOf(member, wanted, clauseCells)),
      );
    }
    default:
      return { kind: "field", path: condition.field.path, cells: clauseCells(condition, wanted) };
  }
}

/** Statements about one field beside each other become one, so that lists do not widen the search. */
function merged(kind: "all" | "any", of: readonly Formula[]): Formula {
  const byField = new Map<string, bigint>();
  const rest: Formula[] = [];
  for (const formula of of) {
    if (formula.kind !== "field") {
      rest.push(formula);
      continue;
    }
    const before = byField.get(formula.path);
    const both =
      before === undefined ? formula.cells : kind === "all" ? before & formula.cells : before | formula.cells;
    byField.set(formula.path, both);
  }
  return {
    kind,
    of: [...[...byField].map(([path, cells]): Formula => ({ kind: "field", path, cells })), ...rest],
  };
}

/** The cells of each field for which all formulas hold together, narrowing `allowed`. */
function solve(
  formulas: readonly Formula[],
  allowed: ReadonlyMap<string, bigint>,
  effort: Effort,
): ReadonlyMap<string, bigint> | undefined | "cannot tell" {
  if (--effort.left < 0) return "cannot tell";
  const narrowed = new Map(allowed);
  const pending = [...formulas];
  const choices: (readonly Formula[])[] = [];
  for (let formula = pending.pop(); formula !== undefined; formula = pending.pop()) {
    if (formula.kind === "field") {
      const left = formula.cells & (narrowed.get(formula.path) ?? formula.cells);
      if (left === 0n) return undefined;
      narrowed.set(formula.path, left);
    } else if (formula.kind === "all") pending.push(...formula.of);
    else choices.push(formula.of);
  }
  const [choice, ...others] = choices;
  if (choice === undefined) return narrowed;
  const remaining = others.map((of): Formula => ({ kind: "any", of }));
  for (const alternative of choice) {
    const found = solve([alternative, ...remaining], narrowed, effort);
    if (found !== undefined) return found;
  }
  return undefined;
}

function comesTo(truth: Truth, wanted: Wanted): boolean {
  switch (wanted) {
    case "true":
      return truth === true;
    case "false":
      return truth === false;
    case "not true":
      return truth !== true;
    case "not false":
      return truth !== false;
  }
}

function mask(values: readonly FieldValue[], holds: (value: FieldValue) => boolean): bigint {
  return values.reduce((bits, value, cell) => (holds(value) ? bits | (1n << BigInt(cell)) : bits), 0n);
}

function has(bits: bigint | undefined, cell: number): boolean {
  return bits === undefined || ((bits >> BigInt(cell)) & 1n) === 1n;
}
