import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { gitIn } from "../support/git.ts";

const ROOT = join(import.meta.dirname, "../..");
const template: { recare: { script: string[]; artifacts: { reports: Record<string, string> } } } = parse(
  readFileSync(join(ROOT, "templates/gitlab/recare.yml"), "utf8"),
);

let clone = "";

const git = (...args: readonly string[]) => gitIn(clone)(...args);

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), "recare-gitlab-"));
  mkdirSync(join(clone, "campaigns"));
  cpSync(join(ROOT, "examples/hello-world"), join(clone, "campaigns"), { recursive: true });
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "-m", "the base");
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** Runs the script of the job as a runner does: line by line, to the first that fails. */
function runJob() {
  const lines = template.recare.script.map((line) => line.replaceAll("/opt/recare", ROOT));
  return spawnSync("bash", ["-e", "-o", "pipefail", "-c", lines.join("\n")], {
    cwd: clone,
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      HOME: clone,
      RECARE_TODAY: "2026-11-23",
      CI_MERGE_REQUEST_DIFF_BASE_SHA: git("rev-parse", "HEAD"),
      WORKSPACE: "campaigns",
    },
  });
}

const report = (name: string) =>
  readFileSync(join(clone, template.recare.artifacts.reports[name] ?? ""), "utf8");

describe("the job for GitLab", () => {
  it("passes a sound change, with a review", () => {
    expect(runJob().status).toBe(0);
    expect(readFileSync(join(clone, "recare-review/review.md"), "utf8")).toContain("1 unchanged");
    expect(JSON.parse(report("codequality"))).toEqual([]);
  });

  it("fails a mistake, with every report written before", () => {
    const file = join(clone, "campaigns/hello-world.yaml");
    const sound = readFileSync(file, "utf8");
    writeFileSync(file, sound.replace("We missed you at your visit", "Time for your diabetes check"));
    try {
      expect(runJob().status).toBe(1);
      expect(JSON.parse(report("codequality"))).toMatchObject([
        { severity: "critical", location: { path: "campaigns/hello-world.yaml", lines: { begin: 7 } } },
      ]);
      expect(report("junit")).toContain("P101");
    } finally {
      writeFileSync(file, sound);
    }
  });
});
