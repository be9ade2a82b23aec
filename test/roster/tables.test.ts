import { describe, expect, it } from "vitest";
import { ANCHORS } from "../../src/model/index.ts";
import { columnOf, ROSTER_TABLES, rosterTable, TABLE_NAMES, tableOfRoot } from "../../src/roster/index.ts";

describe("the documented tables", () => {
  it("are those of the list, in its order", () => {
    expect(ROSTER_TABLES.map(({ name }) => name)).toEqual(TABLE_NAMES);
  });

  it("have a table for everything that a campaign can be about", () => {
    expect(ANCHORS.filter((anchor) => tableOfRoot(anchor)?.anchor !== anchor)).toEqual([]);
  });

  it.each(ROSTER_TABLES)("$name names no column twice, and has its key as a required column", (table) => {
    const names = table.columns.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    if (table.key !== undefined) expect(columnOf(table, table.key)?.required).toBe(true);
  });

  it.each(ROSTER_TABLES.filter(({ anchor }) => anchor !== undefined))(
    "$name tells the patient, the clinic, the status and when it was recorded",
    (table) => {
      const told = ["patient_id", "clinic_id", "status", "created_at"].map((name) => columnOf(table, name));
      expect(told).not.toContain(undefined);
      expect(columnOf(table, "created_at")?.type).toBe("instant");
    },
  );

  it("name only rows by their key", () => {
    const references = ROSTER_TABLES.flatMap(({ columns }) =>
      columns.flatMap(({ name, names }) => (names === undefined ? [] : [[name, rosterTable(names).key]])),
    );
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter(([name, key]) => name !== key)).toEqual([]);
  });

  it("close the lists of codes only", () => {
    const listed = ROSTER_TABLES.flatMap(({ columns }) => columns.filter(({ values }) => values));
    expect(new Set(listed.map(({ type }) => type))).toEqual(new Set(["code"]));
  });
});
