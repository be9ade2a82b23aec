import { describe, expect, it } from "vitest";
import { createRunnerTables, ENROLMENT_COLUMNS, LEDGER_COLUMNS, touchKey } from "../../src/judge/index.ts";
import { ENGINES } from "../database/engines.ts";

describe.each(ENGINES)("the runner's tables on %s", (_, open) => {
  it("are made once and have the columns that are listed", async () => {
    const db = await open("judge_tables_test");
    await createRunnerTables(db);
    await createRunnerTables(db);
    for (const [table, columns] of [
      ["enrolments", ENROLMENT_COLUMNS],
      ["ledger", LEDGER_COLUMNS],
    ] as const) {
      const rows = await db.rows(
        "SELECT column_name FROM information_schema.columns WHERE table_name = :table " +
          "AND table_schema IN ('main', 'judge_tables_test') ORDER BY ordinal_position",
        { table },
      );
      expect(rows.map((row) => row.column_name)).toEqual(columns);
    }
    await db.close();
  });
});

describe("a touch", () => {
  const touch = { campaign: "c", anchor_id: "V1", entry: 1, step: "text-1", recipient: "patient" };

  it("has the same key whatever the order of its parts, and another one for another part", () => {
    const { campaign, ...rest } = touch;
    expect(touchKey({ ...rest, campaign })).toBe(touchKey(touch));
    const others = [
      { campaign: "d" },
      { anchor_id: "V2" },
      { entry: 2 },
      { step: "text-2" },
      { recipient: "C1" },
    ].map((other) => touchKey({ ...touch, ...other }));
    expect(new Set([touchKey(touch), ...others]).size).toBe(6);
    expect(touchKey(touch)).toMatch(/^[0-9a-f]{64}$/);
  });
});
