import type { Database } from "../database/index.ts";

/** What a run writes, and whether it must know what is there. */
const WRITTEN = {
  enrolments: true,
  ledger: true,
  contacts: false,
  sent_words: false,
  tasks: false,
} as const;

/**
 * On a server, lets a run write into tables of its own connection, which begin as copies and hide those of all: so nobody who
 * sends waits for a dry run. They go with the open transaction. In DuckDB the whole database is a copy.
 *
 * @param open the database of a transaction that will be taken back
 */
export async function shadowRunTables(open: Database): Promise<void> {
  if (open.kind === "duckdb") return;
  for (const [table, isCopied] of Object.entries(WRITTEN)) {
    const shadow = `shadow_${table}`;
    await open.run(`CREATE TEMP TABLE ${shadow} (LIKE ${table} INCLUDING ALL)`);
    if (isCopied) await open.run(`INSERT INTO ${shadow} SELECT * FROM ${table}`);
    await open.run(`ALTER TABLE ${shadow} RENAME TO ${table}`);
    // Nobody sweeps temporary tables, and without figures the server would compare each row with each.
    if (isCopied) await open.run(`ANALYZE ${table}`);
  }
}
