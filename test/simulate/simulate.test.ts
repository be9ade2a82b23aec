import { beforeAll, describe, expect, it } from "vitest";
import { capacityFindings, loadsOf, readEvidence } from "../../src/evidence/index.ts";
import type { CompiledPlan } from "../../src/plan/index.ts";
import { placeOf, responseModel, type Simulation, simulationFile } from "../../src/simulate/index.ts";
import { type InventedOptions, maple, planOf, simulatedTogether } from "./plans.ts";

async function simulated(plan: CompiledPlan, options: InventedOptions = {}): Promise<Simulation> {
  const [simulation] = await simulatedTogether([plan.plan], options);
  if (simulation === undefined) throw new Error("no simulation");
  return simulation;
}

function fileOf(plan: CompiledPlan, simulation: Simulation) {
  const failures = simulation.failures.map((failure) => ({ ...failure, at: undefined }));
  return simulationFile(plan, simulation, { of: "invented", inAll: 800 }, failures);
}

const missed = planOf(maple(), "missed-primary-care");

describe("a simulated campaign", () => {
  let simulation: Simulation;
  beforeAll(async () => {
    simulation = await simulated(missed);
  }, 120_000);

  it("keeps to every property, the hard people among them", () => {
    expect(simulation.failures).toEqual([]);
    expect(simulation.touches).toBeGreaterThan(100);
    expect(simulation.days).toHaveLength(16);
  });

  it("ends for people who answer", () => {
    expect([...simulation.ends.keys()]).toEqual(
      expect.arrayContaining(["done", "exit:visit of the same type booked", "exit:opted out"]),
    );
    expect(simulation.responses.get("books")).toBeGreaterThan(5);
  });

  it("is the same again from the same seed, and another from another", async () => {
    const days = ({ days: each }: Simulation) =>
      JSON.stringify(each.map((day) => [day.entered, day.left, [...day.touches], day.bookings]));
    const [first, again, other] = [
      await simulated(missed, { people: 120, days: 6 }),
      await simulated(missed, { people: 120, days: 6 }),
      await simulated(missed, { people: 120, days: 6, seed: "2" }),
    ];
    expect(days(again)).toBe(days(first));
    expect(days(other)).not.toBe(days(first));
  }, 120_000);

  it("finds that calls wait where the callers are few, and the pace that fits", async () => {
    const teams = missed.plan.respond.teams.map((team) => ({ ...team, calls_a_day: 10 }));
    const few = { ...missed, plan: { ...missed.plan, respond: { ...missed.plan.respond, teams } } };
    const crowded = await simulated(few, { days: 12 });
    expect(crowded.failures).toEqual([]);
    const file = fileOf(few, crowded);
    const [finding] = capacityFindings(file);
    expect(finding).toMatchObject({ kind: "calls wait", team: "visit_scheduling", pointer: "/pace/per_day" });
    expect(finding?.pace).toBeLessThan(100);
    const [calls, bookings] = loadsOf(file);
    expect(calls).toMatchObject({ team: "visit_scheduling", work: "calls", limit: 10 });
    expect(Math.max(...(calls?.daily ?? []))).toBe(10);
    expect(Math.max(...(calls?.waiting ?? []))).toBeGreaterThan(10);
    expect(bookings?.daily.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(
      crowded.responses.get("books") ?? 0,
    );
    expect(capacityFindings(fileOf(missed, simulation))).toEqual([]);
  }, 120_000);

  it("is a file with the digests of the plan that it ran, which is read back", () => {
    const file = fileOf(missed, simulation);
    expect(readEvidence(JSON.stringify(file))).toEqual({ value: file });
    expect(file).toMatchObject({
      synthetic: true,
      plan: missed.digest,
      concerns: missed.concerns,
      people: { of: "invented", in_all: 800, reached: simulation.people },
    });
    expect(file.days.reduce((sum, { touches }) => sum + touches, 0)).toBe(simulation.touches);
  });

  it("finds the line of the file for what it says", () => {
    const texts = new Map([["missed-primary-care.yaml", "x\n".repeat(400)]]);
    const place = placeOf("/pace/per_day", missed.provenance, texts);
    expect(place?.file).toBe("missed-primary-care.yaml");
    expect(place?.line).toBeGreaterThan(1);
    expect(placeOf("/nothing/here", missed.provenance, texts)).toBeUndefined();
  });
});

describe("the response model", () => {
  it.each(["missed-appointment", "results-follow-up", "no-such-scenario"])(
    "of %s gives each touch at most one answer",
    (scenario) => {
      for (const rates of Object.values(responseModel(scenario).channels)) {
        expect(Object.values(rates).reduce((sum, rate) => sum + rate, 0)).toBeLessThan(100);
      }
    },
  );
});
