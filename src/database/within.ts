import type { Database } from "./database.ts";

/**
 * A database whose open transaction is taken back in the end: what begins a transaction in it works in the one that is open.
 *
 * @example await db.transaction((open) => dryRun({ db: within(open), … }))
 */
export function within(open: Database): Database {
  const inside: Database = {
    kind: open.kind,
    rows: (sql, values) => open.rows(sql, values),
    batches: (sql, values) => open.batches(sql, values),
    run: (sql, values) => open.run(sql, values),
    insert: (table, columns, rows) => open.insert(table, columns, rows),
    transaction: (work) => work(inside),
    close: () => open.close(),
  };
  return inside;
}
