import { createHash } from "node:crypto";
import type { Database } from "../database/index.ts";
import type { Instant } from "./instant.ts";
import { staged } from "./ledger/staged.ts";

/** Something that a team must do about a person. */
export interface Task {
  readonly campaign: string;
  readonly patient_id: string;
  readonly anchor_id: string | null;
  readonly kind: string;
  readonly team: string;
  /** One sentence, without clinical words. */
  readonly what: string;
  readonly due_at: Instant | null;
}

const COLUMNS = [
  "task_id",
  "campaign",
  "patient_id",
  "anchor_id",
  "kind",
  "team",
  "what",
  "opened_at",
  "due_at",
] as const;

/**
 * Opens tasks; one that is there already, open or closed, is not opened again.
 *
 * @param db the database of the open transaction
 */
export async function openTasks(
  db: Database,
  tasks: readonly (Task & { readonly key: string })[],
  now: Instant,
): Promise<number> {
  if (tasks.length === 0) return 0;
  const rows = new Map(
    tasks.map(({ key, ...task }) => {
      const row = { ...task, task_id: idOf(task.kind, key), opened_at: now };
      return [row.task_id, COLUMNS.map((column) => row[column])];
    }),
  );
  await staged(db, "new_tasks", "tasks", COLUMNS, [...rows.values()]);
  const list = COLUMNS.join(", ");
  return db.run(
    `INSERT INTO tasks (${list}) SELECT ${list} FROM new_tasks ORDER BY task_id ON CONFLICT (task_id) DO NOTHING`,
  );
}

function idOf(kind: string, key: string): string {
  return createHash("sha256")
    .update(JSON.stringify(["task", kind, key]))
    .digest("hex")
    .slice(0, 32);
}
