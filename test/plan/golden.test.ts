import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "../../src/plan/index.ts";
import { BASE, compileTexts, readFolder } from "../support/base.ts";

const ROOT = join(import.meta.dirname, "../..");

const WORKSPACES = {
  "hello-world": readFolder(join(ROOT, "examples/hello-world")),
  "missed-visit": BASE,
  "results-follow-up": readFolder(join(ROOT, "campaigns")),
};

/**
 * Plans that were read line by line. A change of one of these files is a change of what runs, of what was signed, or of
 * the format itself: never run `npm run test:update` over it without reading the difference.
 */
describe.each(Object.entries(WORKSPACES))("the golden plan of %s", (campaign, { files, assets }) => {
  const golden = join(import.meta.dirname, "golden", `${campaign}.json`);
  const plan = compileTexts(files, assets).plans.find((compiled) => compiled.campaign === campaign);
  const digests = { digest: plan?.digest ?? "", concerns: { ...plan?.concerns }, subjects: plan?.subjects };

  it("is what the compiler makes", () => {
    const made = `${JSON.stringify({ ...digests, plan: JSON.parse(plan?.json ?? "null") }, null, 1)}\n`;
    if (process.env.UPDATE_EXPECTED === "1") writeFileSync(golden, made);
    expect(existsSync(golden) ? readFileSync(golden, "utf8") : "").toBe(made);
  });

  it("is canonical", () => {
    const kept: { plan: Json } = JSON.parse(readFileSync(golden, "utf8"));
    expect(canonicalJson(kept.plan)).toBe(plan?.json);
  });
});
