import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type Database, openDuckDb, openPostgres } from "../../src/database/index.ts";
import { canonicalJson, sha256 } from "../../src/plan/index.ts";
import { createRunTables, dispatch, keepPlan, rosterJudge } from "../../src/run/index.ts";
import { session } from "../cli/session.ts";
import { planOf } from "../delivery/plans.ts";
import { postgresUrl } from "../support/postgres.ts";
import { loadWith, writeRoster } from "./csv-roster.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const PLAN = planOf("missed-visit");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "recare-dry-"));
  mkdirSync(join(folder, "roster"));
  writeRoster(join(folder, "roster"));
  writeFileSync(join(folder, "plan.json"), canonicalJson(PLAN));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function recare(...args: readonly string[]) {
  const given = session();
  await run(args, { ...given, cwd: folder, now: new Date("2026-11-24T16:30:00Z") });
  return given.said;
}

describe.each(["DuckDB", "PostgreSQL"])("a dry run beside a ledger in %s", (engine) => {
  let location = "";
  const open = async (): Promise<Database> => {
    if (engine === "DuckDB") return openDuckDb({ file: join(folder, "ledger.duckdb") });
    return openPostgres(await postgresUrl(), { schema: "dry_run" });
  };
  beforeAll(async () => {
    location = engine === "DuckDB" ? "ledger.duckdb" : `${await postgresUrl()}#dry_run`;
    const db = await open();
    await createRunTables(db);
    await loadWith(db, join(folder, "roster"), PLAN);
    const plans = [{ plan: PLAN, digest: sha256(canonicalJson(PLAN)), acceptsEntries: true }];
    await dispatch({ db, plans, judge: rosterJudge, channels: new Map(), now: () => "2026-11-23 16:00:00" });
    await db.close();
  });

  it.each([
    ["with a roster of files", ["--roster", "roster"]],
    ["with the roster that it holds", []],
  ])("says what goes now to those who are under way, %s, and changes nothing", async (_, roster) => {
    const said = await recare("run", "plan.json", ...roster, "--ledger", location);
    expect(said).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringContaining("3  due now\n  Written: 3 sms."),
    });
    const lines = readFileSync(join(folder, "outbox/dry-run/messages.jsonl"), "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).patient).sort()).toEqual(["P1", "P2", "P3"]);
    const explained = await recare("run", "plan.json", ...roster, "--ledger", location, "--explain", "P1");
    expect(explained.out).toContain("P1 is in missed-visit since 2026-11-23 16:00:00 UTC");
    const db = await open();
    expect(await db.rows("SELECT COUNT(*) AS n FROM ledger")).toEqual([{ n: 0 }]);
    expect(await db.rows("SELECT COUNT(*) AS n FROM enrolments")).toEqual([{ n: 3 }]);
    await db.close();
  });
});

it("shows those too who finish on an earlier plan, and reads what only that one asks for", async () => {
  const vip = {
    path: "patient.vip",
    class: "scheduling",
    type: "yes-no",
    values: null,
    blank_means_no: true,
    derived: null,
  };
  const older = {
    ...PLAN,
    audience: {
      ...PLAN.audience,
      fields: [...PLAN.audience.fields, vip],
      exclude: [...PLAN.audience.exclude, { tree: { kind: "yes", field: vip.path }, english: "VIP" }],
    },
  };
  const json = canonicalJson(older);
  const [file, now] = ["older.duckdb", "2026-11-23 16:00:00"];
  const db = await openDuckDb({ file: join(folder, file) });
  await createRunTables(db);
  await loadWith(db, join(folder, "roster"), older);
  const plans = [{ plan: older, digest: sha256(json), acceptsEntries: true }];
  await dispatch({ db, plans, judge: rosterJudge, channels: new Map(), now: () => now });
  await keepPlan(db, { plan: older, digest: sha256(json), release: "{}" }, json, now);
  await db.close();
  const said = await recare("run", "plan.json", "--roster", "roster", "--ledger", file);
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toContain("3  due now\n  Written: 3 sms.");
});

it("says when the first message falls due, and where nobody is there to be written to", async () => {
  const at = (now: string) =>
    recare("run", "plan.json", "--roster", "roster", "--ledger", "none.duckdb", "--now", now);
  const first = await at("2026-11-23T16:00:00Z");
  expect(first.out).toBe(`missed-visit at 2026-11-23 16:00:00 UTC
  3  wait for their day
  Written: nothing.
  The next message falls due about 2026-11-24 16:00 UTC: recare simulate missed-visit shows the days to come.

A dry run: nothing was sent, nothing is remembered. No message is due, so none was written.
`);
  const later = await at("2027-06-01T16:00:00Z");
  expect(later.out).toContain("Nobody is in it, and nobody may enter now: recare roster check tells");
});
