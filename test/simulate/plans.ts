import { join } from "node:path";
import { compile } from "../../src/compile.ts";
import { openDuckDb } from "../../src/database/index.ts";
import type { CompiledPlan, Plan } from "../../src/plan/index.ts";
import { generateRoster, rosterShape } from "../../src/roster/index.ts";
import { type Simulation, simulate } from "../../src/simulate/index.ts";
import { readFolder, TODAY } from "../support/base.ts";

const MAPLE = readFolder(join(import.meta.dirname, "../../campaigns"));

/** The campaigns of this repository, edited: `[file, written, instead]`. */
export function maple(...edits: readonly (readonly [file: string, written: string, instead: string])[]) {
  const files = new Map(MAPLE.files);
  for (const [file, written, instead] of edits) {
    const text = files.get(file) ?? "";
    if (!text.includes(written)) throw new Error(`${file} does not have ${written}`);
    files.set(file, text.replace(written, instead));
  }
  return compile({
    files: [...files].map(([path, text]) => ({ path, text })),
    assets: MAPLE.assets,
    today: TODAY,
  });
}

export function planOf(compiled: ReturnType<typeof maple>, campaign: string): CompiledPlan {
  const found = compiled.plans.find((plan) => plan.campaign === campaign);
  if (found === undefined)
    throw new Error(`no plan of ${campaign}: ${compiled.findings.map(({ message }) => message).join(" ")}`);
  return found;
}

export interface InventedOptions {
  readonly people?: number;
  readonly days?: number;
  readonly seed?: string;
}

/** Plans over people who are invented for all of them. */
export async function simulatedTogether(
  plans: readonly Plan[],
  { people = 800, days = 16, seed = "1" }: InventedOptions = {},
): Promise<readonly Simulation[]> {
  const fields = plans.flatMap(({ audience }) =>
    audience.fields.flatMap(({ path, type, values, blank_means_no, derived }) =>
      derived === null
        ? [{ path, type: type as "code", values: values ?? [], blankMeansNo: blank_means_no }]
        : [],
    ),
  );
  const db = await openDuckDb({ threads: 2 });
  try {
    await generateRoster(db, {
      people,
      seed,
      today: TODAY,
      shape: rosterShape(fields),
      clinics: plans[0]?.respond.clinics.map(({ id }) => id) ?? [],
      languages: plans[0]?.languages ?? [],
    });
    return await simulate(db, plans, { from: TODAY, days, seed });
  } finally {
    await db.close();
  }
}
