import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { factsOf } from "../../src/analysis/index.ts";
import { packetHtml, packetMarkdown, packetModel } from "../../src/packet/index.ts";
import { Places } from "../../src/report/index.ts";
import { compileTexts, readFolder, TODAY } from "../support/base.ts";

const ROOT = join(import.meta.dirname, "../..");
const { files, assets } = readFolder(join(ROOT, "campaigns"));
const { plans, workspace } = compileTexts(files, assets);
const out = mkdtempSync(join(tmpdir(), "recare-bundle-"));

beforeAll(() => {
  execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: ROOT, stdio: "inherit" });
  execFileSync(process.execPath, ["bin/recare.cjs", "build", "campaigns", "--out", out, "--today", TODAY], {
    cwd: ROOT,
    stdio: "ignore",
  });
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe("what the bundled program writes is what the source says, to the byte", () => {
  const read = (campaign: string, name: string) => readFileSync(join(out, campaign, name), "utf8");

  it.each(plans.map((compiled) => [compiled.campaign, compiled] as const))("%s", (id, compiled) => {
    const places = new Places([...files].map(([path, text]) => ({ path, text })));
    const campaign = workspace.campaigns.find((candidate) => candidate.id === id);
    if (campaign === undefined) throw new Error(`no campaign ${id}`);
    const model = packetModel({
      compiled,
      campaign,
      facts: factsOf(workspace),
      findings: [],
      place: ({ file, start }) => ({ file, ...(places.lines(file)?.at(start) ?? { line: 1, column: 1 }) }),
      today: TODAY,
    });
    expect(read(id, "plan.json")).toBe(`${compiled.json}\n`);
    expect(read(id, "packet.html")).toBe(packetHtml(model));
    expect(read(id, "packet.md")).toBe(packetMarkdown(model));
  });
});
