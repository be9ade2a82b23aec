import { join } from "node:path";
import { compile } from "../../src/compile.ts";
import type { CompiledPlan } from "../../src/plan/index.ts";
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
