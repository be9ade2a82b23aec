import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/index.ts";
import { DECISIONS, type Decision, judgeAgain, judgeTick } from "../../src/judge/index.ts";
import { ENGINES } from "../database/engines.ts";
import { anyPlan } from "./any-plan.ts";
import { anyWorld } from "./any-world.ts";
import { decide, type Said } from "./reference/decide.ts";
import { fill } from "./roster.ts";

/** `JUDGE_RUNS=2000 PROPERTY_SEED=random` looks further, which is worth doing before a change of the judge. */
const RUNS: Readonly<Record<string, number>> = { DuckDB: 60, PostgreSQL: 10 };

/** What composing finds is not the judge's; the rest must come up. */
const KINDS = DECISIONS.filter((kind) => kind !== "skip:missing_field" && kind !== "skip:too_long");

const summary = (one: Said | Decision) =>
  [
    one.patient_id,
    one.anchor_id,
    one.entry,
    one.recipient,
    one.enters ? "enters" : "is in",
    one.step,
    one.decision,
    one.language,
    one.arm,
    one.segment,
    one.team,
    // Only those who are ready are asked for their address.
    one.decision === "send" ? one.address : "",
  ].join(" · ");

describe.each(ENGINES)("on %s, the judge and the reference", (engine, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open("judge_reference_test");
  });
  afterAll(() => db.close());

  it("say the same of any plan, roster, ledger and moment", { timeout: 600_000 }, async () => {
    const seen = new Map<string, number>();
    const cases = anyPlan().chain((plan) => anyWorld(plan).map((rest) => ({ plan, ...rest })));
    await fc.assert(
      fc.asyncProperty(cases, async ({ plan, world, now }) => {
        await fill(db, plan, world);
        const tick = await judgeTick(db, plan, now);
        const judged: Decision[] = [];
        for await (const rows of tick.decisions()) judged.push(...rows);
        const said = decide(plan, world, now);
        for (const { decision } of said) seen.set(decision, (seen.get(decision) ?? 0) + 1);
        expect(judged.map(summary).sort()).toEqual(said.map(summary).sort());
        // A claim asks about the people whom it claims for, by another text: it must hear the same.
        const people = [...new Set(judged.map(({ patient_id }) => patient_id))];
        const again = await judgeAgain(db, plan, now, people);
        expect(again.map(summary).sort()).toEqual(judged.map(summary).sort());
      }),
      { endOnFailure: true, numRuns: Number(process.env.JUDGE_RUNS ?? RUNS[engine]) },
    );
    // What was never decided was never compared: most kinds must have come up.
    const missing = KINDS.filter((kind) => !seen.has(kind));
    if (engine === "DuckDB") expect(missing.length, missing.join(", ")).toBeLessThanOrEqual(2);
    if (process.env.JUDGE_RUNS !== undefined) console.log(engine, [...seen].sort());
  });
});
