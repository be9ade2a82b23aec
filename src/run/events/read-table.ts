import { parse } from "csv-parse/sync";
import { EVENT_KINDS } from "../../roster/index.ts";
import { didYouMean } from "../../source/index.ts";
import type { Instant } from "../instant.ts";
import { type IncomingEvent, isEventKind, type UnreadableEvent } from "./event.ts";
import { readInstant } from "./read-instant.ts";

/** Cells by the name of their column, lower case. */
export type Row = Readonly<Record<string, string>>;

/** A row, and the number by which people find it in the file. */
interface Numbered {
  readonly row: Row;
  readonly number: number;
}

/** Names under which systems write a column, ours first. */
const COLUMNS = {
  id: ["event_id", "id", "sid", "messagesid"],
  at: ["at", "received_at", "time", "timestamp", "date"],
  patient: ["patient_id"],
  touch: ["touch", "touch_key", "t"],
  from: ["from", "address", "phone", "email"],
  channel: ["channel"],
  campaign: ["campaign"],
  kind: ["kind", "outcome"],
  text: ["text", "body", "message", "notes"],
  reason: ["reason"],
  visit: ["visit_id"],
  visitType: ["visit_type"],
  // By what a booking is tied to a step: the code that was said, the link that was followed, the number that was called.
  code: ["code", "code heard", "link", "number"],
} as const;

export type Read = {
  readonly events: readonly IncomingEvent[];
  readonly unreadable: readonly UnreadableEvent[];
};

/**
 * Events of a CSV file: one a row, by the names of the columns. A call worklist that staff have filled in is one too.
 *
 * @param importedAt when no row says when it happened: a worklist does not
 * @throws Error of csv-parse, with the line, for a file that is no CSV
 */
export function readCsv(text: string, importedAt: Instant): Read {
  const rows: Row[] = parse(text, {
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    skip_empty_lines: true,
    relax_column_count: false,
  });
  return readRows(rows, importedAt);
}

/** Events of a table with a head, one a row; its first row is the second. */
export function readRows(rows: readonly Row[], importedAt: Instant): Read {
  const isWorklist = rows.length > 0 && "outcome" in (rows[0] ?? {}) && "touch" in (rows[0] ?? {});
  const numbered = rows.map((row, index) => ({ row, number: index + 2 }));
  // Calls that nobody made yet have no outcome; a sheet has rows in which nothing stands.
  const filled = numbered.filter(({ row }) =>
    isWorklist ? row.outcome?.trim() : Object.values(row).some((cell) => cell.trim() !== ""),
  );
  return all(filled, isWorklist ? importedAt : undefined);
}

/** Events as JSON lines, with the same names. */
export function readJsonLines(text: string): Read {
  const unreadable: UnreadableEvent[] = [];
  const rows: Numbered[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const row = objectOf(line);
    if (row === undefined) unreadable.push({ row: index + 1, why: "it is no JSON object" });
    else rows.push({ row, number: index + 1 });
  }
  const read = all(rows, undefined);
  return { events: read.events, unreadable: [...unreadable, ...read.unreadable] };
}

function objectOf(line: string): Row | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) =>
        typeof member === "string" || typeof member === "number"
          ? [[name.toLowerCase(), String(member)]]
          : [],
      ),
    );
  } catch {
    return undefined;
  }
}

function all(rows: readonly Numbered[], atElse: Instant | undefined): Read {
  const events: IncomingEvent[] = [];
  const unreadable: UnreadableEvent[] = [];
  for (const { row, number } of rows) {
    const read = eventOf(row, number, atElse);
    if ("why" in read) unreadable.push(read);
    else events.push(read);
  }
  return { events, unreadable };
}

function eventOf(row: Row, number: number, atElse: Instant | undefined): IncomingEvent | UnreadableEvent {
  const cell = (name: keyof typeof COLUMNS): string | undefined => {
    for (const column of COLUMNS[name]) {
      // A worklist's cells may carry the apostrophe that kept them from being formulas.
      const value = Object.hasOwn(row, column) ? row[column]?.trim().replace(/^'(?=[=+\-@])/, "") : undefined;
      if (value) return value;
    }
    return undefined;
  };
  const written = cell("at");
  const at = written === undefined ? atElse : readInstant(written);
  if (at === undefined) {
    const problem = written === undefined ? "it does not say when it happened" : "its time cannot be read";
    return { row: number, why: `${problem}: write \`at\` as 2026-11-26 15:04:05 (UTC) or with its offset` };
  }
  const kind = cell("kind")?.toLowerCase().replaceAll(" ", "_");
  if (kind !== undefined && !isEventKind(kind))
    return { row: number, why: `"${kind}" is no kind of event${didYouMean(kind, EVENT_KINDS)}` };
  const text = cell("text");
  if (kind === undefined && text === undefined)
    return { row: number, why: "it has neither a kind nor a text, so nobody can tell what happened" };
  const [patient, touch, from] = [cell("patient"), cell("touch"), cell("from")];
  if (patient === undefined && touch === undefined && from === undefined)
    return { row: number, why: "it does not tell whose it is: give patient_id, touch or from" };
  return {
    row: number,
    id: cell("id") ?? (touch !== undefined && atElse !== undefined ? `call ${touch} ${kind}` : undefined),
    at,
    patient,
    touch,
    from,
    channel: cell("channel")?.toLowerCase(),
    campaign: cell("campaign"),
    kind,
    text,
    reason: cell("reason")?.toLowerCase().replaceAll(" ", "_"),
    visit: cell("visit"),
    visitType: cell("visitType"),
    code: cell("code"),
  };
}
