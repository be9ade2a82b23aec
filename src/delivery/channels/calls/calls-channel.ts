import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Channel } from "../../channel.ts";
import type { CallMessage } from "../../message.ts";
import { KeyedLines } from "../files/keyed-lines.ts";
import { neutralCell } from "./neutral-cell.ts";
import { COLUMNS, rowOf } from "./worklist.ts";
import { worklistXlsx } from "./xlsx.ts";

/**
 * Calls as a worklist for each team: `calls/<team>-<day>.csv` and `.xlsx`, written anew from the lines that were kept safely
 * beside them: the CSV with every batch, so that whoever was handed over before a crash is on a list, the XLSX when the run
 * ends.
 *
 * @param folder where the lists go
 * @param day ISO date of the run, in the organisation's zone
 */
export function callsChannel(folder: string, day: string): Channel<CallMessage> {
  const teams = new Map<
    string,
    { readonly kept: KeyedLines; readonly rows: Map<string, readonly string[]> }
  >();
  const teamOf = (team: string) => {
    const known = teams.get(team);
    if (known !== undefined) return known;
    const rows = new Map<string, readonly string[]>();
    const kept = new KeyedLines(join(folder, `.${fileName(team)}-${day}.jsonl`), (line) => {
      const row = JSON.parse(line) as readonly string[];
      const key = row.at(-1) ?? "";
      rows.set(key, row);
      return key;
    });
    const made = { kept, rows };
    teams.set(team, made);
    return made;
  };
  const writeCsv = (team: string, rows: ReadonlyMap<string, readonly string[]>) =>
    writeFileSync(`${join(folder, `${fileName(team)}-${day}`)}.csv`, csv([...rows.values()]), {
      mode: 0o600,
    });
  return {
    name: "calls",
    deduplicates: true,
    async send(call, key) {
      const { kept, rows } = teamOf(call.team);
      const row = rowOf(call);
      if (!kept.has(key)) rows.set(key, row);
      kept.add(key, JSON.stringify(row));
      return { outcome: "sent", reference: `${fileName(call.team)}-${day}` };
    },
    async flush() {
      for (const [team, { kept, rows }] of teams) {
        kept.flush();
        writeCsv(team, rows);
      }
    },
    async close() {
      mkdirSync(folder, { recursive: true });
      for (const [team, { kept, rows }] of teams) {
        kept.close();
        writeCsv(team, rows);
        const list = await worklistXlsx(team, [...rows.values()]);
        writeFileSync(join(folder, `${fileName(team)}-${day}.xlsx`), list, { mode: 0o600 });
      }
    },
  };
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
function csv(rows: readonly (readonly string[])[]): string {
  const head = COLUMNS.map(([name]) => name);
  const line = (cells: readonly string[]) =>
    cells.map((cell) => `"${neutralCell(cell).replaceAll('"', '""')}"`).join(",");
  return `\ufeff${[head, ...rows].map(line).join("\r\n")}\r\n`;
}

/** A team's id is a word of the plan's; whatever else it were could not leave the folder. */
function fileName(team: string): string {
  return team.replace(/[^A-Za-z0-9_-]/g, "_");
}
