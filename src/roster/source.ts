import { readdirSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { RosterMapping } from "../model/index.ts";
import { compareText } from "../source/index.ts";
import { RosterProblem } from "./problem.ts";
import { TABLE_NAMES, type TableName } from "./table.ts";

/** One file of a table. */
export interface TableFile {
  readonly format: "csv" | "parquet";
  /** Where it is on the disk; a Parquet table may be a folder of parts. */
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
}

/** Where a roster comes from. */
export type RosterSource =
  | {
      readonly kind: "files";
      readonly tables: ReadonlyMap<TableName, TableFile>;
      /** Files that belong to no table: told, so that a misspelt name is not silently an empty table. */
      readonly unread: readonly string[];
    }
  | {
      readonly kind: "fhir";
      readonly folder: string;
      readonly files: readonly string[];
      /** What FHIR has no resource for stands beside the export: events.csv. */
      readonly beside: ReadonlyMap<TableName, TableFile>;
      readonly unread: readonly string[];
    }
  | { readonly kind: "duckdb"; readonly file: string }
  | { readonly kind: "postgres"; readonly schema: string };

const FORMATS: Readonly<Record<string, TableFile["format"]>> = { ".csv": "csv", ".parquet": "parquet" };

/**
 * What a location is: a folder with one CSV or Parquet file for each table, a folder with a FHIR bulk export (NDJSON), a
 * DuckDB file, or `postgres:SCHEMA` for tables of the database that is used already.
 *
 * @param shown the location as messages name it
 * @throws RosterProblem where there is nothing, or nothing that is a roster
 */
export function rosterSource(location: string, mapping: RosterMapping, shown = location): RosterSource {
  const schema = /^postgres:([A-Za-z_][\w$]*)$/.exec(location)?.[1];
  if (schema !== undefined) return { kind: "postgres", schema };
  const stat = statSync(location, { throwIfNoEntry: false });
  if (stat === undefined) {
    throw new RosterProblem(
      `There is no roster at ${shown}.`,
      "Give a folder with patients.csv and its tables, a DuckDB file, or postgres:SCHEMA.",
    );
  }
  if (stat.isFile()) {
    if (/\.(?:duckdb|db|ddb)$/i.test(location)) return { kind: "duckdb", file: location };
    throw new RosterProblem(
      `${shown} is one file, and a roster is a folder with a file for each table.`,
      "Give the folder; a DuckDB file ends in .duckdb.",
    );
  }
  const names = readdirSync(location).sort(compareText);
  const ndjson = names.filter((name) => /\.ndjson$/i.test(name));
  const { tables, unread } = filesOf(location, names, mapping);
  if (ndjson.length > 0) return { kind: "fhir", folder: location, files: ndjson, beside: tables, unread };
  if (tables.has("patients")) return { kind: "files", tables, unread };
  const wanted = mapping.tables.get("patients")?.from?.value ?? "patients";
  throw new RosterProblem(
    `${shown} has no ${wanted}.csv and no ${wanted}.parquet.`,
    "Every roster has the table patients. Where yours is called something else, say so under roster: in recare.yaml.",
  );
}

function filesOf(
  folder: string,
  names: readonly string[],
  mapping: RosterMapping,
): { readonly tables: ReadonlyMap<TableName, TableFile>; readonly unread: readonly string[] } {
  const tables = new Map<TableName, TableFile>();
  const read = new Set<string>();
  for (const table of TABLE_NAMES) {
    const wanted = mapping.tables.get(table)?.from?.value ?? table;
    const found = names.flatMap((name) => {
      const format = formatOf(folder, name);
      return format !== undefined && stem(name) === wanted ? [{ name, format }] : [];
    });
    if (found.length > 1) {
      throw new RosterProblem(
        `${folder} has ${found.map(({ name }) => name).join(" and ")}: which one holds ${table} nobody can know.`,
        "Keep one of them.",
      );
    }
    const [only] = found;
    if (only === undefined) continue;
    read.add(only.name);
    tables.set(table, { format: only.format, path: join(folder, only.name), shown: only.name });
  }
  const unread = names.filter((name) => formatOf(folder, name) !== undefined && !read.has(name));
  return { tables, unread };
}

/** A folder counts as Parquet where it holds parts of it. */
function formatOf(folder: string, name: string): TableFile["format"] | undefined {
  const format = FORMATS[extname(name).toLowerCase()];
  if (format !== undefined) return format;
  const path = join(folder, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  return readdirSync(path).some((part) => part.endsWith(".parquet")) ? "parquet" : undefined;
}

function stem(name: string): string {
  return basename(name).replace(/\.(?:csv|parquet)$/i, "");
}
