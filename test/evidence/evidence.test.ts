import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  capacityFindings,
  type EvidenceFile,
  loadsOf,
  type Reach,
  reachOf,
  readEvidence,
  type Simulated,
  simulationOf,
} from "../../src/evidence/index.ts";
import type { CompiledPlan } from "../../src/plan/index.ts";
import { BASE, compileTexts } from "../support/base.ts";

const [compiled] = compileTexts(BASE.files).plans;
if (compiled === undefined) throw new Error("the base has no plan");
const PLAN: CompiledPlan = compiled;
const OTHER = `sha256:${"0".repeat(64)}`;

/** Two teams; each day is [touches, [calls, waiting, bookings] of both]. */
function simulated(more: Partial<Simulated> = {}): Simulated {
  const work = ([calls = 0, waiting = 0, bookings = 0]: readonly number[]) => ({ calls, waiting, bookings });
  const day = (name: string, began: number, a: readonly number[], b: readonly number[]) => ({
    day: name,
    began,
    touches: 50,
    held_for_pace: 0,
    teams: [work(a), work(b)],
  });
  return {
    format: "recare.simulation/1",
    synthetic: true,
    campaign: PLAN.campaign,
    plan: PLAN.digest,
    concerns: PLAN.concerns,
    compiler: "0.1.0",
    seed: "1",
    people: { of: "invented", in_all: 2000, reached: 60 },
    judged_daily_at_utc: "16:00:00",
    assumed: {
      channels: { sms: { books: 7, asks: 4, declines: 1, stops: 1, "wrong person": 0 } },
      kept: 82,
      withinHours: 48,
      bookedWithinDays: 21,
      answeredWithinHours: 24,
    },
    touches: 100,
    ends: { done: 40 },
    left_out: {},
    answers: { books: 7 },
    pace_per_day: null,
    teams: [
      { id: "north", calls_a_day: 10, bookings_a_day: 20 },
      { id: "records", calls_a_day: null, bookings_a_day: null },
    ],
    days: [day("2026-11-23", 30, [10, 5, 2], [0, 0, 0]), day("2026-11-24", 30, [9, 0, 25], [0, 0, 4])],
    failures: [],
    ...more,
  };
}

function counted(more: Partial<Reach> = {}, of: Partial<Reach["campaigns"][number]> = {}): Reach {
  const { campaign, digest: plan, concerns } = PLAN;
  const one = {
    campaign,
    plan,
    audience: concerns.audience,
    enter: 120,
    segments: {},
    first_step: { send: 120 },
  };
  return {
    format: "recare.reach/1",
    counted_at: "2026-11-20 16:00:00",
    people: "roster",
    campaigns: [{ ...one, ...of }],
    ...more,
  };
}

const filed = (...evidence: readonly EvidenceFile["evidence"][]): readonly EvidenceFile[] =>
  evidence.map((each, index) => ({ path: `results/${index}.json`, evidence: each }));

describe("the load of teams", () => {
  it("is told team by team, without work that a team neither has nor declares", () => {
    expect(
      loadsOf(simulated()).map(({ team, work, limit, daily, waiting }) => [
        team,
        work,
        limit,
        daily,
        waiting,
      ]),
    ).toEqual([
      ["north", "calls", 10, [10, 9], [5, 0]],
      ["north", "bookings", 20, [2, 25], [0, 0]],
      ["records", "bookings", null, [0, 4], [0, 0]],
    ]);
  });

  it("is held against what each declares, with the pace that would fit", () => {
    expect(
      capacityFindings(simulated()).map(({ kind, team, pace, message }) => [kind, team, pace, message]),
    ).toEqual([
      [
        "calls wait",
        "north",
        20,
        "Calls of north waited on 1 of 2 days, up to 5 of them on one day: it makes 10 a day.",
      ],
      [
        "too many bookings",
        "north",
        24,
        "On 1 of 2 days more visits were booked than north can take, up to 25: it takes 20 a day.",
      ],
    ]);
    expect(capacityFindings(simulated({ pace_per_day: 12 })).map(({ pace }) => pace)).toEqual([8, 9]);
  });
});

describe("a file of evidence", () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

  it.each(["simulation", "reach", "results"])("%s has a schema that explains every key", (name) => {
    const text = readFileSync(`schemas/${name}.schema.json`, "utf8");
    expect(ajv.validateSchema(JSON.parse(text))).toBe(true);
    const holds = (node: unknown, path: string): readonly string[] => {
      if (typeof node !== "object" || node === null) return [];
      return Object.entries(node).flatMap(([key, child]: [string, unknown]) =>
        key === "properties"
          ? Object.entries(child as object).flatMap(([property, part]) => [
              ...("description" in part || "$ref" in part || "oneOf" in part ? [] : [`${path}/${property}`]),
              ...holds(part, `${path}/${property}`),
            ])
          : holds(child, `${path}/${key}`),
      );
    };
    expect(holds(JSON.parse(text), "")).toEqual([]);
  });

  it("is read whole or not at all", () => {
    expect(readEvidence(JSON.stringify(simulated()))).toEqual({ value: simulated() });
    expect(readEvidence(JSON.stringify(counted()))).toEqual({ value: counted() });
    const wrong = (change: object) => readEvidence(JSON.stringify({ ...simulated(), ...change })).mistakes;
    expect(wrong({ synthetic: false })).toEqual(["/synthetic: must be true, is false"]);
    expect(wrong({ touches: -1 })).toEqual(["/touches: minimum does not hold for -1"]);
    expect(wrong({ teams: [] })?.[0]).toBe("/days/0/teams: there are 0 teams, and work of 2");
    expect(wrong({ days: [...simulated().days].reverse() })).toEqual([
      "/days/1/day: 2026-11-23 does not follow the day before it",
    ]);
    for (const other of ["", "{", "[]", "{}", '{"format":"recare.results/2"}', '{"format":"recare.plan/1"}'])
      expect(readEvidence(other).mistakes).toEqual([
        "it is none of recare.simulation/1, recare.reach/1 and recare.results/1",
      ]);
  });

  it("with a small count in it was not written by recare, and is refused", () => {
    const small = counted({}, { segments: { recent: 7 } });
    expect(readEvidence(JSON.stringify(small)).mistakes).toEqual([
      "/campaigns/0/segments/recent: a count from 1 to 10 is not told; null is expected",
    ]);
  });

  it("never ends in a crash, whatever it holds", () => {
    const json = fc.jsonValue();
    fc.assert(
      fc.property(
        fc.constantFrom("simulation", "reach", "results"),
        fc.dictionary(fc.string(), json),
        (name, rest) => {
          const { value, mistakes } = readEvidence(JSON.stringify({ ...rest, format: `recare.${name}/1` }));
          expect(value).toBeUndefined();
          expect(mistakes?.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe("what of the files counts", () => {
  it("is a simulation of this very plan; of another one it is told what is different", () => {
    const copy = { ...PLAN.concerns, copy: OTHER };
    const stale = simulated({ plan: OTHER, concerns: copy, seed: "old" });
    expect(simulationOf(filed(simulated(), stale), PLAN)).toMatchObject({
      path: "results/0.json",
      differs: null,
    });
    expect(simulationOf(filed(stale), PLAN)).toMatchObject({ differs: ["copy"] });
    expect(simulationOf(filed(simulated({ campaign: "another" })), PLAN)).toBeUndefined();
  });

  it("is a count for this very audience: of real people before invented ones, the latest first", () => {
    const later = counted({ counted_at: "2026-11-22 16:00:00" });
    const invented = counted({ counted_at: "2026-11-23 16:00:00", people: "synthetic" });
    const stale = counted({ counted_at: "2026-11-24 16:00:00" }, { audience: OTHER });
    const found = reachOf(filed(later, counted(), invented, stale), PLAN);
    expect(found).toMatchObject({ path: "results/0.json", holds: true, people: "roster" });
    expect(reachOf(filed(invented, stale), PLAN)).toMatchObject({ people: "synthetic", holds: true });
    expect(reachOf(filed(stale), PLAN)).toMatchObject({ holds: false });
    expect(reachOf([], PLAN)).toBeUndefined();
  });
});
