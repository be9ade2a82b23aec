import { describe, expect, it } from "vitest";
import { DatabaseProblem, openPostgres } from "../../src/database/index.ts";
import { duckDbOutage, postgresOutage } from "../../src/database/outage.ts";
import { postgresUrl } from "../support/postgres.ts";

const failure = (code: string, message: string) => Object.assign(new Error(message), { code });

it("a server that ends the connection is told as that, at the first question and at every later one", async () => {
  const url = await postgresUrl();
  const db = await openPostgres(url, { schema: "outage" });
  const other = await openPostgres(url, { schema: "outage" });
  const [row] = await db.rows("SELECT pg_backend_pid() AS pid");
  const cut = db.transaction(async (open) => {
    await other.rows("SELECT pg_terminate_backend(:pid) AS gone", { pid: Number(row?.pid) });
    await open.rows("SELECT 1 AS one");
  });
  await expect(cut).rejects.toThrow(DatabaseProblem);
  await expect(cut).rejects.toThrow(
    /^PostgreSQL ended the connection: |^The connection to PostgreSQL broke: /,
  );
  await expect(db.rows("SELECT 1 AS one")).rejects.toThrow(DatabaseProblem);
  await db.close();
  await other.close();
});

it("a connection holds to what sending needs, whatever the server's settings are", async () => {
  const db = await openPostgres(await postgresUrl(), { schema: "outage" });
  // The tests' own server is set not to wait for its disk.
  expect(await db.rows("SHOW synchronous_commit")).toEqual([{ synchronous_commit: "on" }]);
  expect(await db.rows("SHOW default_transaction_isolation")).toEqual([
    { default_transaction_isolation: "read committed" },
  ]);
  await db.close();
});

it("a transaction in which a failure was passed over is never taken for written", async () => {
  const db = await openPostgres(await postgresUrl(), { schema: "outage" });
  await db.run("DROP TABLE IF EXISTS kept");
  await db.run("CREATE TABLE kept (id VARCHAR)");
  const work = db.transaction(async (inside) => {
    await inside.run("INSERT INTO kept VALUES ('a')");
    await inside.run("SELECT nothing FROM nowhere").catch(() => undefined);
  });
  await expect(work).rejects.toThrow("was taken back");
  expect(await db.rows("SELECT COUNT(*) AS n FROM kept")).toEqual([{ n: 0 }]);
  await db.close();
});

describe("what a person can do", () => {
  it.each([
    ["57P01", "terminating connection due to administrator command", /^PostgreSQL ended the connection: /],
    ["08006", "connection failure", /^PostgreSQL ended the connection: /],
    ["25P03", "terminating connection due to idle-in-transaction timeout", /ended the connection/],
    ["53100", "could not extend file", /^PostgreSQL has no more room on its disk: /],
    ["53300", "too many clients already", /no more memory or connections/],
    ["25006", "cannot execute INSERT in a read-only transaction", /takes nothing to write/],
    ["40P01", "deadlock detected", /broke off what was asked/],
    ["42501", "permission denied for table patients", /does not let this user/],
    ["ECONNRESET", "read ECONNRESET", /^The connection to PostgreSQL broke: /],
    ["", "Connection terminated unexpectedly", /^The connection to PostgreSQL broke: /],
  ])("is said for %s %s", (code, message, said) => {
    const told = postgresOutage(failure(code, message));
    expect(told).toBeInstanceOf(DatabaseProblem);
    expect(told).toMatchObject({
      message: expect.stringMatching(said),
      remedy: expect.stringMatching(/\.$/),
    });
  });

  it("is said for a disk that takes nothing more", () => {
    const full =
      'TransactionContext Error: Failed to commit: Could not write file "l.wal": No space left on device';
    expect(duckDbOutage(new Error(full))).toMatchObject({
      name: "DatabaseProblem",
      message: 'DuckDB cannot write: Could not write file "l.wal": No space left on device.',
    });
  });

  it("is not said of a mistake of ours", () => {
    const ours = failure("42P01", 'relation "nowhere" does not exist');
    expect(postgresOutage(ours)).toBe(ours);
    const bound = new Error("Binder Error: no such column");
    expect(duckDbOutage(bound)).toBe(bound);
  });
});
