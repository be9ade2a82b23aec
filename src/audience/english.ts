import { counted } from "../calendar/index.ts";
import { choices } from "../source/index.ts";
import type { Clause, Condition } from "./tree.ts";

/** Field path → how a reviewer reads it: "the visit's status". */
export type FieldNames = ReadonlyMap<string, string>;

/**
 * A condition as a sentence for a reviewer, without its full stop. Fields that `names` leaves out are read from their path.
 *
 * @example english(condition) // "the visit's status is missed, and the visit's date was 1 to 14 days ago"
 */
export function english(condition: Condition, names: FieldNames = new Map()): string {
  if (condition.kind !== "all" && condition.kind !== "any") return phrase(condition, names);
  return joined(condition, condition.kind === "all" ? ", and " : ", or ", names);
}

type Group = Extract<Condition, { kind: "all" | "any" }>;

function joined(group: Group, separator: string, names: FieldNames): string {
  return group.of.map((member) => phrase(member, names)).join(separator);
}

/** A part that can stand beside others: groups are in parentheses. */
function phrase(condition: Condition, names: FieldNames): string {
  switch (condition.kind) {
    case "all":
      return `(${joined(condition, " and ", names)})`;
    case "any":
      return `(${joined(condition, " or ", names)})`;
    case "not":
      return negated(condition.of, names);
    default:
      return clauseInWords(condition, false, names);
  }
}

function negated(condition: Condition, names: FieldNames): string {
  switch (condition.kind) {
    case "all":
    case "any":
      return `it is not so that ${phrase(condition, names)}`;
    case "not":
      return phrase(condition.of, names);
    default:
      return clauseInWords(condition, true, names);
  }
}

function clauseInWords(clause: Clause, negate: boolean, names: FieldNames): string {
  if (clause.kind === "yes") return markInWords(clause, negate, names);
  const name = names.get(clause.field.path) ?? nameFromPath(clause.field.path);
  const negative = "negated" in clause ? clause.negated !== negate : negate;
  const unless = negative ? "it is not so that " : "";
  switch (clause.kind) {
    case "is":
      return `${name} ${listed(
        clause.values.map(({ value }) => valueInWords(value)),
        negative,
      )}`;
    case "includes":
      return `${name} ${negative ? "does not include" : "includes"} ${valueInWords(clause.value.value)}`;
    case "known":
      return `${name} is ${negative ? "not known" : "known"}`;
    case "number":
      return clause.least?.value === clause.most?.value
        ? `${name} is ${negative ? "not " : ""}${clause.least?.value}`
        : `${unless}${name} is ${numbersInWords(clause)}`;
    case "relative":
      return `${unless}${name} ${timeInWords(clause)}`;
    case "date":
      return clause.least === clause.most
        ? `${name} is ${negative ? "not " : ""}on ${clause.least}`
        : `${unless}${name} is ${daysInWords(clause)}`;
  }
}

function listed(values: readonly string[], negative: boolean): string {
  if (values.length === 1) return `${negative ? "is not" : "is"} ${values.join("")}`;
  return negative ? `is none of ${values.join(", ")}` : `is ${choices(values, values.length)}`;
}

function numbersInWords({ least, most }: Extract<Clause, { kind: "number" }>): string {
  if (least !== undefined && most !== undefined) return `between ${least.value} and ${most.value}`;
  if (least !== undefined) return `${least.inclusive ? "at least" : "more than"} ${least.value}`;
  return `${most?.inclusive === false ? "less than" : "at most"} ${most?.value}`;
}

function daysInWords({ least, most }: Extract<Clause, { kind: "date" }>): string {
  if (least !== undefined && most !== undefined) return `from ${least} to ${most}`;
  return least === undefined ? `on or before ${most}` : `on or after ${least}`;
}

/** Says aloud where the days end at today, which the author's words imply. */
function timeInWords({ direction, amount }: Extract<Clause, { kind: "relative" }>): string {
  const { least, most, exclusive, unit } = amount;
  const [verb, behind] = direction === "ago" ? ["was", "ago"] : ["is", "from today"];
  if (least === most) {
    return least === 0 ? `${verb} today` : `${verb} exactly ${counted(least ?? 0, unit)} ${behind}`;
  }
  if (least === undefined) {
    return `${verb} today or ${exclusive ? "less than" : "up to"} ${counted(most ?? 0, unit)} ${behind}`;
  }
  if (most === undefined)
    return `${verb} ${exclusive ? "more than" : "at least"} ${counted(least, unit)} ${behind}`;
  return `${verb} ${least} to ${counted(most, unit)} ${behind}`;
}

function valueInWords(value: string): string {
  return /^[\w-]+$/.test(value) ? value : `"${value}"`;
}

/** `care_plan.last_visit_on` → "the care plan's last visit date". */
function nameFromPath(path: string): string {
  const { owner, fact } = wordsOf(path);
  return `the ${owner}'s ${fact.replace(/ on$/, " date").replace(/ at$/, " time")}`;
}

/** A yes/no field is a mark that somebody set: `patient.moved_care` → 'the patient is marked "moved care"'. */
function markInWords({ field }: Clause, negative: boolean, names: FieldNames): string {
  const name = names.get(field.path);
  if (name !== undefined) return `${name} is ${negative ? "no" : "yes"}`;
  const { owner, fact } = wordsOf(field.path);
  return `the ${owner} is ${negative ? "not " : ""}marked "${fact}"`;
}

function wordsOf(path: string): { readonly owner: string; readonly fact: string } {
  const [owner = "", ...rest] = path.split(".").map((word) => word.replaceAll("_", " "));
  return { owner, fact: rest.join(" ") };
}
