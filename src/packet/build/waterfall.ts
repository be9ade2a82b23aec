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
  const passes = ({ condition, does }: Gate) => {
    const wanted = does === "keeps";
    return people.map((person) => judge(condition, person, today, fields) === wanted);
  };
  const [here, there] = [counted(now, passes), before && counted(before, passes)];
  const standing = (side: Counted) => side.left.filter(Boolean).length;
  return {
    people: PEOPLE,
    rows: rowsOf(here, there),
    reached: { before: there === undefined ? null : standing(there), now: standing(here) },
    moved:
      there === undefined
        ? null
        : {
            join: here.left.filter((stays, i) => stays && there.left[i] !== true).length,
            leave: there.left.filter((stays, i) => stays && here.left[i] !== true).length,
          },
  };
}

interface Counted {
  readonly rows: readonly {
    readonly key: string;
    readonly condition: string;
    readonly does: WaterfallRow["does"];
    readonly left: number;
  }[];
  /** For each person whether every condition lets them pass. */
  readonly left: readonly boolean[];
}

function counted(gates: readonly Gate[], passes: (gate: Gate) => readonly boolean[]): Counted {
  let left: readonly boolean[] = Array.from({ length: PEOPLE }, () => true);
  const rows = gates.map((gate) => {
    const through = passes(gate);
    left = left.map((stays, i) => stays && through[i] === true);
    const { condition, does } = gate;
    return {
      key: canonical(condition),
      condition: english(condition),
      does,
      left: left.filter(Boolean).length,
    };
  });
  return { rows, left };
}

/** One row for a condition that both sides have; what only the base has follows those of its kind. */
function rowsOf(now: Counted, before: Counted | undefined): readonly WaterfallRow[] {
  const same = (row: Counted["rows"][number], side: Counted | undefined) =>
    side?.rows.find(({ key, does }) => key === row.key && does === row.does);
  const gone = (before?.rows ?? []).filter((row) => same(row, now) === undefined);
  return (["keeps", "leaves out"] as const).flatMap((does) => [
    ...gone
      .filter((row) => row.does === does)
      .map(({ condition, left }) => ({ condition, does, before: left, now: null })),
    ...now.rows
      .filter((row) => row.does === does)
      .map((row) => ({
        condition: row.condition,
        does,
        before: same(row, before)?.left ?? null,
        now: row.left,
      })),
  ]);
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
