import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TABLE_NAMES } from "../../src/roster/index.ts";
import { BASE, compileTexts } from "../support/base.ts";

const SCHEMA = join(import.meta.dirname, "../../schemas/workspace.schema.json");

const withRoster = (roster: string) =>
  compileTexts(
    new Map(BASE.files).set("recare.yaml", `${BASE.files.get("recare.yaml")}\nroster:\n${roster}`),
  );

describe("roster: in recare.yaml", () => {
  it("can name each table of the roster, and no other", () => {
    const { pattern } = JSON.parse(readFileSync(SCHEMA, "utf8")).properties.roster.properties.tables
      .propertyNames;
    expect(pattern).toBe(`^(?:${TABLE_NAMES.join("|")})$`);
  });

  it("says how tables are written, and changes no plan", () => {
    const { workspace, findings, plans } = withRoster(`  dates: month/day/year
  clock: America/Denver
  tables:
    visits:
      from: appointments
      columns:
        date: appt_date
      values:
        status:
          missed: [NS, no-show]
`);
    expect(findings).toEqual([]);
    const { dates, clock, tables } = workspace.organization.roster;
    const visits = tables.get("visits");
    expect({ dates, clock, from: visits?.from?.value, date: visits?.columns.get("date")?.value }).toEqual({
      dates: "month/day/year",
      clock: "America/Denver",
      from: "appointments",
      date: "appt_date",
    });
    expect([...(visits?.values.get("status") ?? [])]).toEqual([
      ["NS", "missed"],
      ["no-show", "missed"],
    ]);
    expect(plans.map(({ digest }) => digest)).toEqual(
      compileTexts(BASE.files).plans.map(({ digest }) => digest),
    );
  });

  it.each([
    [
      "  tables:\n    visit:\n      from: appointments\n",
      /visit.*cannot be a name/,
      /a table of the roster: patients/,
    ],
    ["  dates: month-day-year\n", /month-day-year/, /month\/day\/year/],
    ["  clock: US/Midwest\n", /"US\/Midwest" is not a time zone/, /./],
    [
      "  tables:\n    visits:\n      values:\n        status:\n          missed: [X]\n          booked: [X]\n",
      /"X" cannot mean both missed and booked/,
      /Keep it/,
    ],
    ["  tables:\n    visits:\n      colums: {}\n", /did you mean "columns"/, /columns/],
  ])("is refused where it is wrong: %j", (roster, message, remedy) => {
    const [finding, ...more] = withRoster(roster).findings;
    expect(more).toEqual([]);
    expect(finding?.message).toMatch(message);
    expect(finding?.remedy).toMatch(remedy);
  });
});
