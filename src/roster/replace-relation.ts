import { type Database, quotedName } from "../database/index.ts";

/** Keeps what a query gives for as long as the connection is open, in the place of what was kept under the name before. */
export async function keepTemporarily(db: Database, name: string, sql: string): Promise<void> {
  await db.run(`DROP TABLE IF EXISTS ${quotedName(name)}`);
  await db.run(`CREATE TEMP TABLE ${quotedName(name)} AS ${sql}`);
}

/** Makes a table or view, in the place of whatever had its name before. */
export async function replaceRelation(
  db: Database,
  name: string,
  kind: "TABLE" | "VIEW",
  sql: string,
): Promise<void> {
  const held = await db.rows(
    "SELECT table_type AS kind FROM information_schema.tables WHERE table_name = :name AND table_schema = CURRENT_SCHEMA() AND table_catalog = CURRENT_DATABASE()",
    { name },
  );
  for (const { kind: before } of held) {
    // What reads it goes too, and is made anew: PostgreSQL keeps such a view alive otherwise.
    await db.run(`DROP ${before === "VIEW" ? "VIEW" : "TABLE"} ${quotedName(name)} CASCADE`);
  }
  await db.run(`CREATE ${kind} ${quotedName(name)} AS ${sql}`);
}
