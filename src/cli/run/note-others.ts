import type { Database } from "../../database/index.ts";
import { goBefore, type KeptPlan } from "../../run/index.ts";
import type { Session } from "../session.ts";

/** Says which campaigns of more priority are not in this run: the caps hold all the same, and the order does not. */
export async function noteOthers(db: Database, plans: readonly KeptPlan[], session: Session): Promise<void> {
  const others = await goBefore(db, plans);
  if (others.length === 0) return;
  session.note(
    `note: ${others.join(", ")} ${others.length === 1 ? "goes" : "go"} first by priority and ${others.length === 1 ? "is" : "are"} not in this run: what is due there is not kept free. Give all plans to one run.\n`,
  );
}
