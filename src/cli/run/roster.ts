import type { Database } from "../../database/index.ts";
import { AS_DOCUMENTED } from "../../model/index.ts";
import type { Plan } from "../../plan/index.ts";
import {
  type LoadedRoster,
  loadRoster,
  type RosterField,
  rosterShape,
  rosterSource,
} from "../../roster/index.ts";
import { type KeptPlan, loadBesideReceived, plansUnderWay } from "../../run/index.ts";
import { rosterPlace } from "../roster/place.ts";
import { onRoster } from "../roster/problems.ts";
import { workspaceFor } from "../roster/workspace.ts";
import type { Session } from "../session.ts";

/**
 * Loads a roster into a ledger's database: the documented columns, and those of the fields that the plans read, and the plans
 * on which people finish. Columns have the names that the workspace here maps them from.
 *
 * @throws Problem for a roster that cannot be read
 */
export async function loadInto(
  db: Database,
  location: string,
  plans: readonly KeptPlan[],
  today: string,
  session: Session,
): Promise<LoadedRoster> {
  const mapping = workspaceFor(undefined, today, session)?.workspace.organization.roster ?? AS_DOCUMENTED;
  const older = await plansUnderWay(db, plans);
  const read = [...plans, ...older.flatMap(({ kept }) => kept ?? [])].map(({ plan }) => plan);
  return onRoster(async () => {
    const source = rosterSource(rosterPlace(location, session), mapping, location);
    return loadBesideReceived(db, () =>
      loadRoster(source, db, { shape: rosterShape(fieldsOf(read)), mapping }),
    );
  });
}

/** The fields that plans read and rosters hold, each once. */
function fieldsOf(plans: readonly Plan[]): readonly RosterField[] {
  const fields = new Map<string, RosterField>();
  for (const { audience } of plans) {
    for (const { path, type, values, blank_means_no, derived } of audience.fields) {
      if (derived !== null || /^(?:clinic|caller)\./.test(path)) continue;
      fields.set(path, {
        path,
        type: type as RosterField["type"],
        values: values ?? [],
        blankMeansNo: blank_means_no,
      });
    }
  }
  return [...fields.values()];
}
