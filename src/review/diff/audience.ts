import {
  type Condition,
  type ConditionJson,
  type Fields,
  type FieldType,
  fromJson,
  implies,
} from "../../audience/index.ts";
import type { Plan, PlanCondition } from "../../plan/index.ts";
import type { Direction } from "./change.ts";

/** Which way the circle of people went, decided by the conditions themselves and never by counting anybody. */
export function audienceDirection(base: Plan["audience"], head: Plan["audience"]): Direction {
  if (base.anchor !== head.anchor) return "CANNOT TELL";
  return cautiously(() => {
    const fields = fieldsOfPlans(
      [base, head],
      [...base.include, ...base.exclude, ...head.include, ...head.exclude],
    );
    const [before, after] = [entering(base), entering(head)];
    if (before === undefined || after === undefined || fields === undefined) return "CANNOT TELL";
    return directionOf(before, after, fields);
  });
}

/** Which way one condition went: `WIDENED` where more people meet it. */
export function conditionDirection(
  before: PlanCondition,
  after: PlanCondition,
  plans: readonly Plan["audience"][],
): Direction {
  return cautiously(() => {
    const [old, now, fields] = [read(before), read(after), fieldsOfPlans(plans, [before, after])];
    if (old === undefined || now === undefined || fields === undefined) return "CANNOT TELL";
    return directionOf(old, now, fields);
  });
}

function directionOf(before: Condition, after: Condition, fields: Fields): Direction {
  const nobodyLost = implies(before, after, fields);
  const nobodyJoins = implies(after, before, fields);
  if (nobodyLost === "yes" && nobodyJoins === "yes") return "SAME";
  if (nobodyJoins === "yes") return "NARROWED";
  // Somebody joins, whoever else may be lost: that is the worse of the two.
  if (nobodyJoins === "no") return "WIDENED";
  return "CANNOT TELL";
}

const NOWHERE = { file: "", start: 0, end: 0 };

/** Who enters: every `include` is true, every `exclude` is surely false. */
function entering({ include, exclude }: Plan["audience"]): Condition | undefined {
  const parts: Condition[] = [];
  for (const condition of include) {
    const part = read(condition);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  for (const condition of exclude) {
    const of = read(condition);
    if (of === undefined) return undefined;
    parts.push({ kind: "not", of, at: NOWHERE });
  }
  const [only] = parts;
  return parts.length === 1 ? only : parts.length === 0 ? undefined : { kind: "all", of: parts, at: NOWHERE };
}

function read({ tree }: PlanCondition): Condition | undefined {
  return fromJson(tree as ConditionJson);
}

/** A plan that another version wrote may hold conditions that this one cannot read: then nothing is concluded. */
function cautiously(decide: () => Direction): Direction {
  try {
    return decide();
  } catch {
    return "CANNOT TELL";
  }
}

/**
 * The fields that two plans read. A plan names the type of a field and not its values, so a closed list is taken as one
 * more value than the conditions name: what holds for more values holds for fewer. Nothing where the two plans disagree
 * about a field.
 */
export function fieldsOfPlans(
  plans: readonly Plan["audience"][],
  conditions: readonly PlanCondition[],
): Fields | undefined {
  const named = new Map<string, Set<string>>();
  const visit = (tree: unknown): void => {
    if (typeof tree !== "object" || tree === null) return;
    const { field, values, value, of } = tree as Partial<Record<string, unknown>>;
    if (typeof field === "string") {
      const all = [...(Array.isArray(values) ? values : []), value].filter(
        (each) => typeof each === "string",
      );
      named.set(field, new Set([...(named.get(field) ?? []), ...all]));
    }
    for (const part of Array.isArray(of) ? of : [of]) visit(part);
  };
  for (const { tree } of conditions) visit(tree);
  const fields = new Map<string, Fields extends ReadonlyMap<string, infer Spec> ? Spec : never>();
  for (const { path, type, blank_means_no } of plans.flatMap((plan) => plan.fields)) {
    const kind = typeOf(type, [...(named.get(path) ?? []), "another value"]);
    const before = fields.get(path);
    if (kind === undefined) return undefined;
    if (before !== undefined && (before.type.kind !== kind.kind || before.blankMeansNo !== blank_means_no))
      return undefined;
    fields.set(path, { path, type: kind, blankMeansNo: blank_means_no, declaredAt: NOWHERE });
  }
  return fields;
}

function typeOf(kind: string, values: readonly string[]): FieldType | undefined {
  switch (kind) {
    case "one-of":
    case "many-of":
      return { kind, values };
    case "yes-no":
    case "code":
    case "number":
    case "date":
    case "text":
    case "name":
    case "phone":
      return { kind };
    default:
      return undefined;
  }
}
