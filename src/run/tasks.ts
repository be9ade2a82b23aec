import { createHash } from "node:crypto";
import type { Database } from "../database/index.ts";
import type { Instant } from "./instant.ts";

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

/** Opens tasks; one that is there already, open or closed, is not opened again. */
export async function openTasks(
  db: Database,
  tasks: readonly (Task & { readonly key: string })[],
  now: Instant,
): Promise<number> {
  let opened = 0;
  for (const { key, ...task } of tasks) {
    const task_id = createHash("sha256")
      .update(JSON.stringify(["task", task.kind, key]))
      .digest("hex")
      .slice(0, 32);
    opened += await db.run(
      `INSERT INTO tasks (task_id, campaign, patient_id, anchor_id, kind, team, what, opened_at, due_at)
VALUES (:task_id, :campaign, :patient_id, :anchor_id, :kind, :team, :what, CAST(:now AS TIMESTAMP), CAST(:due_at AS TIMESTAMP))
ON CONFLICT (task_id) DO NOTHING`,
      { task_id, ...task, now },
    );
  }
  return opened;
}
