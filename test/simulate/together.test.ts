import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { openDuckDb } from "../../src/database/index.ts";
import { together } from "../../src/evidence/index.ts";
import { readFormat } from "../../src/formats/index.ts";
import type { Plan } from "../../src/plan/index.ts";
import { type Simulation, simulate, simulationFile } from "../../src/simulate/index.ts";
import { session } from "../cli/session.ts";
import { planOf as basePlan } from "../delivery/plans.ts";
import { loadAlone, writePeople } from "../run/csv-roster.ts";
import { maple, planOf, simulatedTogether } from "./plans.ts";

const touchesOf = ({ days }: Simulation) =>
  days.flatMap(({ day, touches }) => [...touches].map(([channel, count]) => `${day} ${count} ${channel}`));

it("two campaigns that want one person write on different days, the more urgent one first", async () => {
  const named = (campaign: string, priority: number): Plan => {
    const plan = basePlan("missed-visit");
    return { ...plan, identity: { ...plan.identity, campaign, priority }, steps: plan.steps.slice(0, 1) };
  };
  const folder = mkdtempSync(join(tmpdir(), "recare-together-"));
  writePeople(folder, 1);
  const db = await openDuckDb();
  const plans = [named("casual", 10), named("urgent", 20)];
  await loadAlone(db, folder, plans[0] ?? basePlan("missed-visit"));
  // Nobody answers, so that only the two campaigns stand in one another's way.
  const none = { books: 0, asks: 0, declines: 0, stops: 0, "wrong person": 0 };
  const model = {
    channels: { sms: none },
    kept: 0,
    withinHours: 1,
    bookedWithinDays: 1,
    answeredWithinHours: 1,
  };
  const simulations = await simulate(db, plans, { from: "2026-11-23", days: 4, seed: "1", model });
  await db.close();
  rmSync(folder, { recursive: true });
  expect(simulations.map((each) => [each.campaign, ...touchesOf(each), each.failures.length])).toEqual([
    ["urgent", "2026-11-24 1 sms", 0],
    ["casual", "2026-11-25 1 sms", 0],
  ]);
});

describe("campaigns that are simulated together", () => {
  const compiled = planOf(maple(), "missed-primary-care");
  /** As many as want to begin, and few callers: both campaigns come up against the team. */
  const crowded = (campaign: string, priority: number): Plan => ({
    ...compiled.plan,
    identity: { ...compiled.plan.identity, campaign, priority },
    pace: { per_day: null },
    respond: {
      ...compiled.plan.respond,
      teams: compiled.plan.respond.teams.map((team) => ({ ...team, calls_a_day: 6 })),
    },
  });
  let simulations: readonly Simulation[] = [];
  beforeAll(async () => {
    simulations = await simulatedTogether([crowded("second", 1), crowded("first", 2)], { days: 20 });
  }, 240_000);

  it("keep to every property, across one another", () => {
    expect(simulations.map(({ campaign, failures }) => [campaign, failures])).toEqual([
      ["first", []],
      ["second", []],
    ]);
    for (const { touches } of simulations) expect(touches).toBeGreaterThan(50);
  });

  it("do the work of one team, and the table adds it up", () => {
    const files = simulations.map((simulation) =>
      simulationFile(
        { ...compiled, plan: crowded(simulation.campaign, 1) },
        simulation,
        { of: "invented", inAll: 800 },
        [],
      ),
    );
    const all = together(files);
    const [team] = all.teams;
    expect(team).toMatchObject({ id: compiled.plan.respond.owner, calls_a_day: 6 });
    const calls = all.days.map(({ teams }) => teams[0]?.calls ?? 0);
    expect(Math.max(...calls)).toBe(6);
    const own = files.map(({ days }) => days.map(({ teams }) => teams[0]?.calls ?? 0));
    expect(calls).toEqual(calls.map((_, day) => (own[0]?.[day] ?? 0) + (own[1]?.[day] ?? 0)));
    expect(own.map((daily) => Math.max(...daily) > 0)).toEqual([true, true]);
    expect(all.days.map(({ touches }) => touches)).toEqual(
      all.days.map((_, day) => files.reduce((sum, { days }) => sum + (days[day]?.touches ?? 0), 0)),
    );
  });
});

describe("recare simulate, with several campaigns", () => {
  const recare = async (...args: readonly string[]) => {
    const given = session();
    const cwd = join(import.meta.dirname, "../../campaigns");
    await run(["simulate", ...args, "--people", "120", "--days", "3"], {
      ...given,
      cwd,
      now: new Date("2026-11-23T12:00:00Z"),
    });
    return given.said;
  };
  const BOTH = ["results-follow-up", "missed-primary-care"];

  it("tells of each, and of the teams once", async () => {
    const { out, code } = await recare(...BOTH);
    expect(code).toBe(0);
    const heads = out
      .split("\n")
      .filter((line) => /simulated from|^Load of|^Steps left out|^How /.test(line));
    expect(heads).toEqual([
      expect.stringMatching(/^missed-primary-care {2}simulated from 2026-11-23 to 2026-11-25/),
      expect.stringMatching(/^results-follow-up {2}simulated from 2026-11-23 to 2026-11-25/),
      "Load of visit_scheduling, by week",
      "Load of care_coordination, by week",
      "Steps left out of missed-primary-care",
      "How missed-primary-care ended",
      "How results-follow-up ended",
    ]);
  }, 120_000);

  it("is one object as JSON, each campaign in its own format", async () => {
    const { out } = await recare(...BOTH, "--format", "json");
    const { campaigns, together: all } = JSON.parse(out);
    for (const campaign of campaigns)
      expect(readFormat("simulation", JSON.stringify(campaign)).mistakes).toBeUndefined();
    expect(all.teams.map(({ id }: { id: string }) => id)).toEqual(["visit_scheduling", "care_coordination"]);
  }, 120_000);

  it("keeps nothing for a packet, and names nobody twice", async () => {
    expect(await recare(...BOTH, "--results", "results")).toMatchObject({
      code: 2,
      err: expect.stringContaining("A packet shows its own campaign, simulated by itself."),
    });
    expect(await recare("missed-primary-care", "missed-primary-care")).toMatchObject({
      code: 2,
      err: expect.stringContaining("missed-primary-care is named twice."),
    });
  });
});
