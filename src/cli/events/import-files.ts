import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Problem, problemOf } from "../../host/index.ts";
import {
  type ImportReport,
  importEvents,
  instantOf,
  latestPlans,
  readCsv,
  readFhir,
  readJsonLines,
  readXlsx,
} from "../../run/index.ts";
import { EXIT } from "../exit-codes.ts";
import { withLedger } from "../ledger/open-ledger.ts";
import { runClock } from "../ledger/run-clock.ts";
import { needRoster } from "../run/scratch.ts";
import type { Session } from "../session.ts";

export interface EventsOptions {
  readonly ledger: string;
  readonly format: "csv" | "xlsx" | "jsonl" | "fhir" | undefined;
  readonly json: boolean;
}

type Read = ReturnType<typeof readJsonLines>;

/**
 * `recare events import`: reads files into the ledger. Ends with 1 where records are left: somebody must look at them.
 *
 * @throws Problem for a file that is not there or of no known format
 */
export async function importFiles(
  action: string,
  files: readonly string[],
  options: EventsOptions,
  session: Session,
): Promise<void> {
  if (action !== "import")
    throw new Problem(`recare events cannot ${action}.`, "Write: recare events import replies.csv");
  const read = await Promise.all(
    files.map(async (file) => ({ file, read: await eventsOf(file, options, session) })),
  );
  await withLedger(options.ledger, session, async (db) => {
    await needRoster(db);
    const plans = await latestPlans(db);
    for (const { file, read: found } of read) {
      const imported = await importEvents(db, found.events, plans, runClock(session.now));
      const left = [...found.unreadable, ...imported.left].sort((a, b) => a.row - b.row);
      const report = { ...imported, left };
      if (left.length > 0) session.end(EXIT.findings);
      session.print(options.json ? `${JSON.stringify({ file, ...report })}\n` : summary(file, report));
    }
  });
}

async function eventsOf(file: string, { format }: EventsOptions, session: Session): Promise<Read> {
  const bytes = bytesOf(file, session);
  const now = instantOf(session.now);
  if (format === "xlsx" || (format === undefined && /\.xlsx$/i.test(file)))
    return whole(file, "workbook", () => readXlsx(bytes, now));
  const text = textOf(file, bytes);
  switch (format ?? formatOf(file, text)) {
    case "csv":
      return whole(file, "CSV", async () => readCsv(text, now));
    case "jsonl":
      return readJsonLines(text);
    case "fhir":
      return readFhir(text);
  }
}

function bytesOf(file: string, session: Session): Uint8Array {
  try {
    return readFileSync(resolve(session.cwd, file));
  } catch (error) {
    throw problemOf(error, `read ${file}`);
  }
}

function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(`${file} is not written in UTF-8.`, "Save it as UTF-8 and run the command again.");
  }
}

/** A file whose form is broken is not read in part. */
async function whole(file: string, form: string, read: () => Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Problem(
      `${file} is no ${form}: ${why}.`,
      "Nothing was read of it. Repair the file and import it again.",
    );
  }
}

function formatOf(file: string, text: string): "csv" | "jsonl" | "fhir" {
  if (/\.csv$/i.test(file)) return "csv";
  if (/\.ndjson$/i.test(file) || /^\s*\{[^\n]*"resourceType"/.test(text)) return "fhir";
  if (/\.jsonl?$/i.test(file)) return "jsonl";
  throw new Problem(`Nobody can tell how ${file} is written.`, "Say it: --format csv, xlsx, jsonl or fhir.");
}

/** At most so many left records are told one by one. */
const TOLD = 20;

function summary(file: string, report: ImportReport): string {
  const told = report.left.slice(0, TOLD).map(({ row, why }) => `  row ${row}: ${why}\n`);
  const more = report.left.length - told.length;
  const count = (number: number, one: string, many: string) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  const parts = [
    ...count(report.known, "was known", "were known"),
    ...count(report.stops, "person opted out", "people opted out"),
    ...count(
      report.held,
      "waits until somebody has read the reply",
      "wait until somebody has read their replies",
    ),
    ...count(report.tasks, "task opened", "tasks opened"),
    ...count(
      report.help,
      "asked for HELP, which your gateway answers",
      "asked for HELP, which your gateway answers",
    ),
  ];
  const head = `${file}: ${report.recorded} ${report.recorded === 1 ? "event" : "events"} recorded${parts.map((part) => `, ${part}`).join("")}.\n`;
  if (report.left.length === 0) return head;
  const records = report.left.length === 1 ? "1 record was" : `${report.left.length} records were`;
  return `${head}${records} left for you to look at:\n${told.join("")}${more > 0 ? `  … and ${more} more\n` : ""}`;
}
