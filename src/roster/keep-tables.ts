import { type Database, quotedName } from "../database/index.ts";
import { replaceRelation } from "./replace-relation.ts";
import type { TableName } from "./table.ts";

/** Keeps loaded tables as tables of the database, so that rows can be added to them and each tick reads no file. */
export async function keepTables(db: Database, names: readonly TableName[]): Promise<void> {
  for (const name of names) {
    const kept = `roster_kept_${name}`;
    await replaceRelation(db, kept, "TABLE", `SELECT * FROM ${quotedName(name)}`);
    await db.run(`DROP VIEW ${quotedName(name)}`);
    await db.run(`ALTER TABLE ${quotedName(kept)} RENAME TO ${quotedName(name)}`);
  }
}
