import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/index.ts";
import { ENGINES } from "./engines.ts";

const TABLE =
  "CREATE TABLE people (id VARCHAR, born DATE, seen TIMESTAMP, adult BOOLEAN, weight DECIMAL(18,6), visits BIGINT)";
const COLUMNS = ["id", "born", "seen", "adult", "weight", "visits"];
const ANA = ["P1", "1980-02-29", "2026-11-26 08:00:00", true, "61.500000", 3] as const;
const EMPTY = ["P2", null, null, null, null, null] as const;

describe.each(ENGINES)("%s", (_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open("database_test");
    await db.run("DROP TABLE IF EXISTS people");
    await db.run(TABLE);
    await db.insert("people", COLUMNS, [ANA, EMPTY]);
  });
  afterAll(() => db.close());

  it("gives back what was put in, each value as the contract writes it", async () => {
    const rows = await db.rows("SELECT * FROM people ORDER BY id");
    expect(rows.map((row) => COLUMNS.map((column) => row[column]))).toEqual([
      ["P1", "1980-02-29", "2026-11-26 08:00:00", true, "61.5", 3],
      ["P2", null, null, null, null, null],
    ]);
  });

  it("binds names, one value however often it stands", async () => {
    const rows = await db.rows(
      "SELECT id FROM people WHERE (id = :who OR id = :who) AND seen <= CAST(:now AS TIMESTAMP)",
      { who: "P1", now: "2026-11-26 08:00:00" },
    );
    expect(rows).toEqual([{ id: "P1" }]);
  });

  it("keeps hostile text as text", async () => {
    const hostile = "'); DROP TABLE people; -- \"\\ {NULL} é\n";
    await db.insert("people", ["id"], [[hostile]]);
    expect(await db.rows("SELECT id FROM people WHERE id = :id", { id: hostile })).toEqual([{ id: hostile }]);
    expect(await db.run("DELETE FROM people WHERE id = :id", { id: hostile })).toBe(1);
  });

  it("counts the rows that a statement changes", async () => {
    expect(await db.run("UPDATE people SET visits = visits WHERE id LIKE 'P%'")).toBe(2);
  });

  it("undoes all of a transaction that fails", async () => {
    const failing = db.transaction(async (inside) => {
      await inside.insert("people", ["id"], [["P3"]]);
      await inside.run("UPDATE people SET visits = 9");
      throw new Error("power cut");
    });
    await expect(failing).rejects.toThrow("power cut");
    expect(await db.rows("SELECT COUNT(*) AS n, MAX(visits) AS most FROM people")).toEqual([
      { n: 2, most: 3 },
    ]);
  });

  it("keeps others out while a transaction is open", async () => {
    const order: string[] = [];
    const whole = db.transaction(async (inside) => {
      await inside.insert("people", ["id"], [["P4"]]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push("transaction");
      await inside.run("DELETE FROM people WHERE id = 'P4'");
    });
    const other = db.rows("SELECT COUNT(*) AS n FROM people").then((rows) => {
      order.push("other");
      return rows;
    });
    await whole;
    expect(await other).toEqual([{ n: 2 }]);
    expect(order).toEqual(["transaction", "other"]);
  });

  it("goes on after a statement that fails", async () => {
    await expect(db.rows("SELECT nothing FROM nowhere")).rejects.toThrow();
    expect(await db.rows("SELECT COUNT(*) AS n FROM people")).toEqual([{ n: 2 }]);
  });

  it("refuses a transaction inside a transaction, and rows that do not fit", async () => {
    await expect(db.transaction((inside) => inside.transaction(async () => 1))).rejects.toThrow(
      "inside another",
    );
    await expect(db.insert("people", ["id", "born"], [["P9"]])).rejects.toThrow("1 values for 2 columns");
  });

  it("refuses a number that it cannot hold", async () => {
    await expect(db.rows("SELECT CAST(9007199254740993 AS BIGINT) AS n")).rejects.toThrow("too large");
  });

  it("reads large results in batches, and lets others in when the reader stops early", async () => {
    await db.run("CREATE TEMP TABLE many (n BIGINT)");
    await db.insert(
      "many",
      ["n"],
      Array.from({ length: 25_000 }, (_, n) => [n]),
    );
    let sum = 0;
    let batches = 0;
    for await (const rows of db.batches("SELECT n FROM many WHERE n >= :from ORDER BY n", { from: 0 })) {
      batches++;
      for (const { n } of rows) sum += Number(n);
    }
    expect(batches).toBeGreaterThan(1);
    expect(sum).toBe((25_000 * 24_999) / 2);
    for await (const rows of db.batches("SELECT n FROM many")) {
      expect(rows.length).toBeGreaterThan(0);
      break;
    }
    expect(await db.rows("SELECT COUNT(*) AS n FROM many")).toEqual([{ n: 25_000 }]);
  });

  it("orders text by its bytes where the text asks for it", async () => {
    const names = ["a", "B", "é", "Z", "_"];
    await db.run("CREATE TEMP TABLE names (name VARCHAR)");
    await db.insert(
      "names",
      ["name"],
      names.map((name) => [name]),
    );
    const rows = await db.rows('SELECT name FROM names ORDER BY name COLLATE "C"');
    expect(rows.map(({ name }) => name)).toEqual([...names].sort());
  });
});
