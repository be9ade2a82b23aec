import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  cutOffDate,
  cutOffName,
  cutOffsOf,
  type FieldValue,
  judge,
  literalCutOffs,
  namedCutOffs,
  type PersonRecord,
  type SqlWords,
  sqlFalse,
  sqlTrue,
} from "../../src/audience/index.ts";
import { condition } from "./parsed.ts";
import { FIELDS } from "./sample-fields.ts";
import { anyClause, conditions, day, people } from "./written.ts";

let connection: DuckDBConnection;

beforeAll(async () => {
  const instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
  await connection.run("CREATE TABLE visit (id INTEGER, status TEXT, date DATE, rebooked BOOLEAN)");
  await connection.run(
    "CREATE TABLE patient (id INTEGER, hospice BOOLEAN, state TEXT, age DECIMAL(18, 6), needs TEXT, allergies TEXT, first_name TEXT)",
  );
});

afterAll(() => connection.closeSync());

/** A value as the roster stores it: codes between bars, decimals and dates as text that the column's type reads. */
function stored(value: FieldValue): string {
  if (value === undefined) return "NULL";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const text = typeof value === "string" ? value : `|${value.map((code) => `${code}|`).join("")}`;
  return `'${text.replaceAll("'", "''")}'`;
}

async function load(persons: readonly PersonRecord[]): Promise<void> {
  const rows = (...paths: readonly string[]) =>
    persons
      .map((person, id) => `(${[id, ...paths.map((path) => stored(person[path]))].join(", ")})`)
      .join(", ");
  await connection.run("DELETE FROM visit; DELETE FROM patient");
  await connection.run(`INSERT INTO visit VALUES ${rows("visit.status", "visit.date", "visit.rebooked")}`);
  await connection.run(
    `INSERT INTO patient VALUES ${rows("patient.hospice", "patient.state", "patient.age", "patient.needs", "patient.allergies", "patient.first_name")}`,
  );
}

/** Answers of several SQL conditions for everybody, in the order of the persons. */
async function answers(
  sql: readonly string[],
  bound?: Record<string, DuckDBValue>,
): Promise<readonly DuckDBValue[][]> {
  const columns = sql.map((expression, index) => `${expression} AS c${index}`).join(", ");
  const query = `SELECT ${columns} FROM visit JOIN patient ON visit.id = patient.id ORDER BY visit.id`;
  return (await connection.runAndReadAll(query, bound)).getRows();
}

test("SQL agrees with the predicate on every person, and never answers NULL", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(conditions(anyClause), { minLength: 40, maxLength: 40 }),
      day.chain((today) =>
        fc.tuple(fc.constant(today), fc.array(people(today), { minLength: 150, maxLength: 150 })),
      ),
      async (written, [today, persons]) => {
        await load(persons);
        const parsed = written.map(({ text }) => condition(text));
        const words: SqlWords = { fields: FIELDS, cutOff: literalCutOffs(today) };
        const rows = await answers(parsed.flatMap((one) => [sqlTrue(one, words), sqlFalse(one, words)]));
        for (const [id, person] of persons.entries()) {
          for (const [index, one] of parsed.entries()) {
            const truth = judge(one, person, today, FIELDS);
            const said = rows[id]?.slice(index * 2, index * 2 + 2);
            expect(said, written[index]?.text).toEqual([truth === true, truth === false]);
          }
        }
      },
    ),
    { numRuns: 12 },
  );
});

test("placeholders that are bound at a tick give what literals give", async () => {
  const one = condition("visit.date was 1 to 14 days ago or visit.date is in less than 6 months");
  for (const today of ["2024-02-29", "2024-03-31", "2026-11-23"]) {
    const persons = fc.sample(people(today), { numRuns: 300, seed: 7 });
    await load(persons);
    const cutOff: SqlWords["cutOff"] = (cut) => `CAST($${cutOffName(cut)} AS DATE)`;
    const bound = Object.fromEntries(
      [...cutOffsOf(one)].map(([name, cut]) => [name, cutOffDate(cut, today)]),
    );
    const rows = await answers([sqlTrue(one, { fields: FIELDS, cutOff })], bound);
    expect(rows).toEqual(persons.map((person) => [judge(one, person, today, FIELDS) === true]));
  }
});

test("a value outside a field's list, and an empty text, are unknown in SQL as well", async () => {
  await load([{ "visit.status": "no-show", "patient.state": "" }]);
  const words: SqlWords = { fields: FIELDS, cutOff: namedCutOffs };
  const unknown = ["visit.status is not missed", "patient.state is not IN"].map((text) => condition(text));
  const isUnknown = ["visit.status is unknown", "patient.state is unknown"].map((text) => condition(text));
  expect(await answers(unknown.flatMap((one) => [sqlTrue(one, words), sqlFalse(one, words)]))).toEqual([
    [false, false, false, false],
  ]);
  expect(await answers(isUnknown.map((one) => sqlTrue(one, words)))).toEqual([[true, true]]);
});

test("a field that is no longer declared is unknown in SQL as well", async () => {
  await load([{ "visit.rebooked": true }]);
  const words: SqlWords = { fields: new Map(), cutOff: namedCutOffs };
  const one = condition("visit.rebooked");
  expect(await answers([sqlTrue(one, words), sqlFalse(one, words)])).toEqual([[false, false]]);
});

test("the SQL is explicit and portable", () => {
  const words: SqlWords = { fields: FIELDS, cutOff: namedCutOffs };
  expect(sqlTrue(condition("visit.date was at most 7 days ago"), words)).toBe(
    '("visit"."date" IS NOT NULL AND "visit"."date" >= :days_ago_7 AND "visit"."date" <= :today)',
  );
  expect(sqlFalse(condition("visit.date is in more than 6 months"), words)).toBe(
    '("visit"."date" IS NOT NULL AND ("visit"."date" <= :months_ahead_6))',
  );
  expect(sqlTrue(condition('patient.state is not "o\'hare"'), words)).toBe(
    `("patient"."state" IS NOT NULL AND "patient"."state" NOT IN ('', 'o''hare'))`,
  );
  const quoted = { ...words, column: (path: string) => `c."${path}"` };
  expect(sqlTrue(condition("visit.status is not missed"), quoted)).toBe(
    `(c."visit.status" IS NOT NULL AND c."visit.status" IN ('booked', 'completed', 'cancelled'))`,
  );
});
