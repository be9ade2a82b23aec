import { openDuckDb } from "../../src/database/index.ts";
import { spokenCode } from "../../src/delivery/index.ts";
import { generateRoster, rosterShape } from "../../src/roster/index.ts";
import { createRunTables } from "../../src/run/index.ts";
import { simulate } from "../../src/simulate/index.ts";
import { maple, planOf } from "../simulate/plans.ts";

/**
 * Writes a ledger as weeks of running a campaign of campaigns/ would leave it, with its roster and what came back: the real
 * judge over invented people who answer as is assumed. A third of those who book say a code, or follow a link.
 */
export async function writeLedger(file: string, campaign: string, from: string): Promise<void> {
  const { plan } = planOf(maple(), campaign);
  const db = await openDuckDb({ file, threads: 2 });
  try {
    const fields = plan.audience.fields.flatMap(({ path, type, values, blank_means_no, derived }) =>
      derived === null
        ? [{ path, type: type as "code", values: values ?? [], blankMeansNo: blank_means_no }]
        : [],
    );
    await createRunTables(db);
    await generateRoster(db, {
      people: 6000,
      seed: "1",
      today: from,
      shape: rosterShape(fields),
      clinics: plan.respond.clinics.map(({ id }) => id),
      languages: plan.languages,
    });
    await simulate(db, [plan], { from, days: 20, seed: "1" });
    for (const [share, code] of [
      ["5", spokenCode(campaign, plan.steps[0]?.id ?? "")],
      ["3", plan.steps[0]?.content.actions[0]?.link ?? ""],
    ] as const)
      await db.run(
        `UPDATE events SET code = '${code}' WHERE kind = 'booked' AND SUBSTR(MD5(event_id), 1, 1) < '${share}'`,
      );
  } finally {
    await db.close();
  }
}
