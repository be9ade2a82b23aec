import { type Command, InvalidArgumentError, Option } from "commander";
import { todayOption } from "../check/command.ts";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

interface CheckFlags {
  readonly workspace?: string;
  readonly ledger?: string;
  readonly format: "text" | "json";
  readonly failOn: "error" | "warning";
  readonly showValues?: boolean;
  readonly today?: string;
}

interface GenerateFlags {
  readonly people: number;
  readonly seed: string;
  readonly format: "csv" | "parquet" | "fhir";
  readonly out: string;
  readonly workspace?: string;
  readonly today?: string;
}

/** `recare roster check` and `recare roster generate`. */
export function addRoster(program: Command, session: Session): void {
  const roster = program
    .command("roster")
    .summary("check the people and records that campaigns run on, or invent some")
    .description(
      "A roster is the tables of people, visits, consents and events that campaigns run on: CSV, Parquet, a DuckDB file, " +
        "PostgreSQL, or a FHIR bulk export. docs/roster.md describes them.",
    );
  addCheck(roster, session);
  addGenerate(roster, session);
}

function addCheck(roster: Command, session: Session): void {
  roster
    .command("check")
    .summary("show what is wrong with a roster, and what it costs in reach")
    .description(
      "Reads a roster as a run would and shows what cannot be read, who is twice in it, which numbers and addresses cannot be " +
        "right, which days cannot be, and how many people each campaign loses by it. Names no person: rows and record " +
        "numbers alone.",
    )
    .argument("<roster>", "a folder with the tables, a DuckDB file, a FHIR bulk export, or postgres:SCHEMA")
    .option("--ledger <url>", "the server whose schema it is, postgres://…, for postgres:SCHEMA")
    .option(
      "-w, --workspace <folder>",
      "the workspace whose fields and campaigns it is for (default: the one here)",
    )
    .addOption(
      new Option("-f, --format <format>", "how it is written").choices(["text", "json"]).default("text"),
    )
    .addOption(
      new Option("--fail-on <severity>", "end with exit code 1 from this severity on")
        .choices(["error", "warning"])
        .default("error"),
    )
    .option("--show-values", "show the values too; they may name people, so not in a log that others read")
    .addOption(todayOption())
    .addHelpText(
      "after",
      examples([
        ["recare roster check roster", "the tables in the folder roster"],
        ["recare roster check roster --workspace campaigns", "for the campaigns of that workspace"],
        ["recare roster check clinic.duckdb --format json", "for programs"],
        ["recare roster check export --fail-on warning", "stricter, for a nightly job"],
        ["recare roster check postgres:export --ledger postgres://recare@db/clinic", "tables of a server"],
      ]),
    )
    .action(async (location: string, flags: CheckFlags) => {
      const { rosterCheck } = await import("./check.ts");
      await rosterCheck(location, { ...flags, showValues: flags.showValues === true }, session);
    });
}

function addGenerate(roster: Command, session: Session): void {
  roster
    .command("generate")
    .summary("invent a roster, the people whom campaigns get wrong among them")
    .description(
      "Writes a roster of people who do not exist: telephone numbers are 555-01xx, mail goes to example.test. The same seed, " +
        "number, day and workspace give the same bytes. hard-people.json lists who is planted in it and what must happen to them.",
    )
    .addOption(
      new Option("-n, --people <number>", "how many, from 50 to 10,000,000").default(1000).argParser(whole),
    )
    .option("-s, --seed <seed>", "what the people are drawn from", "1")
    .addOption(
      new Option("-f, --format <format>", "how it is written")
        .choices(["csv", "parquet", "fhir"])
        .default("csv"),
    )
    .requiredOption("-o, --out <folder>", "where the tables go; the folder is made")
    .option(
      "-w, --workspace <folder>",
      "the workspace whose fields and clinics are used (default: the one here, if any)",
    )
    .addOption(todayOption())
    .addHelpText(
      "after",
      examples([
        ["recare roster generate --out roster", "1,000 people as CSV"],
        ["recare roster generate --people 100000 --seed 7 --format parquet --out roster", "many, as Parquet"],
        ["recare roster generate --format fhir --out export", "as a FHIR R4 bulk export"],
      ]),
    )
    .action(async (flags: GenerateFlags) => {
      const { rosterGenerate } = await import("./generate.ts");
      await rosterGenerate(flags, session);
    });
}

function whole(text: string): number {
  const digits = text.replaceAll(/[,_]/g, "");
  if (!/^\d{1,9}$/.test(digits)) throw new InvalidArgumentError("Give a whole number, like 1000.");
  return Number(digits);
}
