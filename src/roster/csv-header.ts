import { closeSync, openSync, readSync } from "node:fs";
import { RosterProblem } from "./problem.ts";

/** How a CSV file is written: found out from its first line, and nothing else guessed. */
export interface CsvHeader {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

const DELIMITERS = [",", ";", "\t", "|"];
/** Longer than any header; a file whose first line is longer is no table. */
const HEAD = 256 * 1024;

/**
 * Reads the first line of a CSV file: which character divides the cells, and what the columns are called.
 *
 * @throws RosterProblem where the file is empty, is not UTF-8, or its header names no columns or one twice
 */
export function csvHeader(path: string, shown: string): CsvHeader {
  const bytes = beginning(path);
  refuseOtherEncodings(bytes, shown);
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const line = firstLine(text);
  if (line === undefined) {
    throw new RosterProblem(
      `${shown} has no header: its first line is ${text === "" ? "missing" : "too long"}.`,
      "Begin the file with one line that names the columns.",
    );
  }
  const delimiter = DELIMITERS.map((mark) => ({ mark, count: cellsOf(line, mark).length })).reduce((a, b) =>
    b.count > a.count ? b : a,
  ).mark;
  const columns = cellsOf(line, delimiter);
  const blank = columns.indexOf("");
  if (blank >= 0) {
    throw new RosterProblem(
      `${shown} has no name for column ${blank + 1} in its first line.`,
      "Name every column in the first line, or delete the empty one.",
    );
  }
  const folded = columns.map((name) => name.toLowerCase());
  const twice = columns.find((_, index) => folded.indexOf(folded[index] ?? "") < index);
  if (twice !== undefined) {
    throw new RosterProblem(`${shown} names the column "${twice}" twice.`, "Give each column its own name.");
  }
  return { delimiter, columns };
}

function beginning(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(HEAD);
    return bytes.subarray(0, readSync(file, bytes, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}

function refuseOtherEncodings(bytes: Buffer, shown: string): void {
  const [first = 0, second = 0] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16 || bytes.includes(0)) {
    throw new RosterProblem(
      `${shown} is ${isUtf16 ? "written in UTF-16" : "no text file"}; a roster is read as UTF-8.`,
      'Export it again as "CSV UTF-8".',
    );
  }
}

/** Without its line break; nothing where there is none within reach. */
function firstLine(text: string): string | undefined {
  if (text === "") return undefined;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) return text.slice(0, index);
  }
  return text.length < HEAD / 4 && !quoted ? text : undefined;
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += character;
  }
  return [...cells, cell.trim()];
}
