import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/source/index.ts";
import { compileTexts } from "../support/base.ts";
import { brokenWorkspace, type Texts } from "./hostile.ts";

const RUNS = Number(process.env.FUZZ_RUNS ?? 60);
/** Far above what any of these takes, so that only a search without bounds reaches it. */
const PATIENCE_MS = 5_000;

const planSchema = new Ajv2020({ strict: true, strictTypes: false }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../schemas/plan.schema.json"), "utf8")),
);

function spansOf({ at, related }: Diagnostic) {
  return [at, ...(related ?? []).map((place) => place.at)];
}

function expectSound({ files, assets }: Texts): void {
  const { findings, plans, workspace } = compileTexts(files, assets);
  for (const finding of findings) {
    expect(finding.code, finding.message).not.toBe("Z001");
    for (const { file, start, end } of spansOf(finding)) {
      const text = files.get(file);
      // recare.yaml is where a missing recare.yaml is reported.
      if (text === undefined) expect([file, start, end]).toEqual(["recare.yaml", 0, 0]);
      else
        expect(
          0 <= start && start <= end && end <= text.length,
          `${finding.code} ${file} ${start} ${end}`,
        ).toBe(true);
    }
    for (const words of [finding.message, finding.remedy]) {
      expect(words.trim(), finding.code).not.toBe("");
      expect(words, finding.code).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|undefined|\[object/u);
      expect(words.length, `${finding.code} ${words.slice(0, 80)}`).toBeLessThan(1_000);
    }
  }
  const refused = new Set(
    findings
      .filter(({ severity }) => severity === "error")
      .flatMap(({ campaign, at }) => [
        campaign,
        ...workspace.campaigns.filter(({ file }) => file === at.file).map(({ id }) => id),
      ]),
  );
  for (const { campaign, plan } of plans) {
    expect(refused.has(campaign), campaign).toBe(false);
    planSchema(JSON.parse(JSON.stringify(plan)));
    expect(planSchema.errors ?? []).toEqual([]);
  }
}

describe("a workspace that somebody broke", () => {
  it("is refused in words, never by a crash, and gives no plan that is wrong", () => {
    fc.assert(
      fc.property(brokenWorkspace, (texts) => {
        const start = performance.now();
        expectSound(texts);
        expect(performance.now() - start).toBeLessThan(PATIENCE_MS);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it("says the same again, and for any order of its files", () => {
    fc.assert(
      fc.property(
        brokenWorkspace.chain((texts) =>
          fc.tuple(
            fc.constant(texts),
            fc.shuffledSubarray([...texts.files], { minLength: texts.files.size }),
          ),
        ),
        ([{ files, assets }, shuffled]) => {
          const once = compileTexts(files, assets);
          const again = compileTexts(new Map(shuffled), assets);
          expect(again.findings).toEqual(once.findings);
          expect(again.plans.map(({ json }) => json)).toEqual(once.plans.map(({ json }) => json));
        },
      ),
      { numRuns: RUNS / 3 },
    );
  }, 600_000);
});
