import {
  type Condition,
  type ConditionJson,
  english,
  type Fields,
  fromJson,
  judge,
  toJson,
} from "../../audience/index.ts";
import type { Campaign } from "../../model/index.ts";
import type { Plan, PlanCondition } from "../../plan/index.ts";
import { fieldsOfPlans } from "../../review/index.ts";
import type { Waterfall, WaterfallRow } from "../model.ts";
import { madeUpPeople } from "./made-up-people.ts";

/** Enough that a condition which lets in one in a hundred shows, few enough to be counted while a page is drawn. */
const PEOPLE = 1_000;

interface Gate {
  readonly condition: Condition;
  readonly does: WaterfallRow["does"];
}

/**
 * The conditions of a campaign over made-up people, one after the other, and those of the base beside them.
 *
 * @param former the plan of the base; nothing without one
 */
export function waterfallOf(
  { audience }: Campaign,
  former: Plan | undefined,
  known: Fields,
  today: string,
): Waterfall | null {
  const now = [
    ...(audience?.include ?? []).map(({ value }): Gate => ({ condition: value, does: "keeps" })),
    ...(audience?.exclude ?? []).map(({ value }): Gate => ({ condition: value, does: "leaves out" })),
  ];
  if (now.length === 0) return null;
  const before = former === undefined ? undefined : gatesOf(former.audience);
  const fields = before === undefined ? known : withFormer(known, former);
  const gates = [...now, ...(before ?? [])].map(({ condition, does }) => ({
    condition,
    wanted: does === "keeps",
  }));
  const people = madeUpPeople(PEOPLE, gates, today, fields);
  const [here, there] = [new Standing(PEOPLE), new Standing(PEOPLE)];
  const rows = merged(now, before ?? []).map(({ gate, isNow, wasBefore }): WaterfallRow => {
    const { condition, does } = gate;
    const wanted = does === "keeps";
    const passes = people.map((person) => judge(condition, person, today, fields) === wanted);
    return {
      condition: english(condition),
      does,
      before: wasBefore ? there.after(passes) : null,
      now: isNow ? here.after(passes) : null,
    };
  });
  return {
    people: PEOPLE,
    rows,
    reached: { before: before === undefined ? null : there.count, now: here.count },
    moved: before === undefined ? null : { join: here.without(there), leave: there.without(here) },
  };
}

/** Who is left while one condition after the other is asked. */
class Standing {
  private left: readonly boolean[];

  constructor(people: number) {
    this.left = Array.from({ length: people }, () => true);
  }

  /** Lets pass whom the next condition lets pass, and counts them. */
  after(passes: readonly boolean[]): number {
    this.left = this.left.map((stays, i) => stays && passes[i] === true);
    return this.count;
  }

  get count(): number {
    return this.left.filter(Boolean).length;
  }

  /** How many are left here and not there. */
  without(other: Standing): number {
    return this.left.filter((stays, i) => stays && other.left[i] !== true).length;
  }
}

interface Merged {
  readonly gate: Gate;
  readonly isNow: boolean;
  readonly wasBefore: boolean;
}

/**
 * The conditions of both sides in one order: what only the base has stands before what took its place, so that a reader
 * sees the two beside each other. Both sides are counted along it.
 */
function merged(now: readonly Gate[], before: readonly Gate[]): readonly Merged[] {
  const keyOf = ({ condition, does }: Gate) => `${does} ${canonical(condition)}`;
  const [present, former] = [new Set(now.map(keyOf)), new Set(before.map(keyOf))];
  return (["keeps", "leaves out"] as const).flatMap((does) => {
    const rows = now
      .filter((gate) => gate.does === does)
      .map((gate): Merged => ({ gate, isNow: true, wasBefore: former.has(keyOf(gate)) }));
    const gone = before
      .filter((gate) => gate.does === does && !present.has(keyOf(gate)))
      .map((gate): Merged => ({ gate, isNow: false, wasBefore: true }));
    const at = rows.findIndex(({ wasBefore }) => !wasBefore);
    return at < 0 || before.length === 0
      ? [...rows, ...gone]
      : [...rows.slice(0, at), ...gone, ...rows.slice(at)];
  });
}

/** The same for two conditions that a plan holds as one: lists of codes in another order, say. */
function canonical(condition: Condition): string {
  return JSON.stringify(toJson(condition));
}

/** The conditions of a plan; nothing where one of them cannot be read, so that no half of them is counted. */
function gatesOf({ include, exclude }: Plan["audience"]): readonly Gate[] | undefined {
  const gates: Gate[] = [];
  const read = (conditions: readonly PlanCondition[], does: Gate["does"]) =>
    conditions.every(({ tree }) => {
      const condition = fromJson(tree as ConditionJson);
      if (condition !== undefined) gates.push({ condition, does });
      return condition !== undefined;
    });
  return read(include, "keeps") && read(exclude, "leaves out") ? gates : undefined;
}

/** The fields that are declared now, and those that only the base read. */
function withFormer(known: Fields, former: Plan | undefined): Fields {
  if (former === undefined) return known;
  const conditions = [...former.audience.include, ...former.audience.exclude];
  return new Map([...(fieldsOfPlans([former.audience], conditions) ?? []), ...known]);
}
