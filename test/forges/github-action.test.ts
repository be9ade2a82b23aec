import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { gitIn } from "../support/git.ts";

const ROOT = join(import.meta.dirname, "../..");

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const read = (path: string) => parse(readFileSync(join(ROOT, path), "utf8"));
const action: { runs: { steps: Step[] }; inputs: Record<string, { default: string }> } = read("action.yml");
const commentAction: typeof action = read("comment/action.yml");

let home = "";
let clone = "";

const git = (...args: readonly string[]) => gitIn(clone)(...args);

/** A repository with a workspace in a folder, as a change to it is checked out on a runner. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "recare-action-"));
  clone = join(home, "clone");
  mkdirSync(clone);
  cpSync(join(ROOT, "examples/hello-world"), join(clone, "care plans"), { recursive: true });
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "-m", "the base");
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs the step of the action that checks, as the runner of GitHub does. */
function runAction(inputs: { workspace?: string; base?: string; failOn?: string }) {
  const step = action.runs.steps.find(({ name }) => name === "Check, build and compare");
  const at = (name: string) => join(home, name);
  for (const name of ["output", "summary"]) writeFileSync(at(name), "");
  mkdirSync(at("temp"), { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["-e", "-o", "pipefail", "-c", step?.run ?? "exit 9"],
    {
      cwd: clone,
      encoding: "utf8",
      env: {
        PATH: process.env.PATH,
        HOME: home,
        RECARE_TODAY: "2026-11-23",
        GITHUB_ACTION_PATH: ROOT,
        RUNNER_TEMP: at("temp"),
        GITHUB_OUTPUT: at("output"),
        GITHUB_STEP_SUMMARY: at("summary"),
        WORKSPACE: inputs.workspace ?? "care plans",
        BASE: inputs.base ?? "",
        FAIL_ON: inputs.failOn ?? "error",
      },
    },
  );
  const folder = /^folder=(.*)$/m.exec(readFileSync(at("output"), "utf8"))?.[1] ?? "";
  return { status, stdout, stderr, folder, summary: readFileSync(at("summary"), "utf8") };
}

function edit(path: string, from: string, to: string): void {
  const full = join(clone, path);
  const before = readFileSync(full, "utf8");
  if (!before.includes(from)) throw new Error(`${from} is not in ${path}`);
  writeFileSync(full, before.replace(from, to));
}

describe("the action", () => {
  it("pins what it uses, and lets nothing that somebody wrote into a command line", () => {
    for (const { uses, run } of [...action.runs.steps, ...commentAction.runs.steps]) {
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(run ?? "").not.toContain("${{");
    }
  });

  it("says nothing of a change that changes nothing, and leaves packets", () => {
    const { status, stdout, folder, summary } = runAction({ base: git("rev-parse", "HEAD") });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(summary).toContain("0 campaigns changed, 1 unchanged");
    expect(JSON.parse(readFileSync(join(folder, "review.json"), "utf8"))).toMatchObject({ campaigns: [] });
    expect(existsSync(join(folder, "packets/hello-world/packet.html"))).toBe(true);
  });

  it("annotates the line, tells what changed, and fails", () => {
    const base = git("rev-parse", "HEAD");
    edit("care plans/hello-world.yaml", "We missed you at your visit", "Time for your diabetes check");
    try {
      const { status, stdout, folder, summary } = runAction({ base });
      expect(status).toBe(1);
      expect(stdout).toMatch(/^::error file=care plans\/hello-world\.yaml,line=7,.*title=P101 /m);
      expect(summary).toContain("✖ error | P101 ");
      expect(summary).toContain("cannot be compared");
      expect(JSON.parse(readFileSync(join(folder, "findings.sarif"), "utf8")).version).toBe("2.1.0");
    } finally {
      git("checkout", "--quiet", ".");
    }
  });

  it("tells what a sound change means, and who signs it", () => {
    const base = git("rev-parse", "HEAD");
    edit("care plans/hello-world.yaml", "1 to 14 days ago", "1 to 21 days ago");
    try {
      const { status, summary } = runAction({ base });
      expect(status).toBe(0);
      expect(summary).toContain("WIDENED");
      expect(summary).toContain("sign again");
    } finally {
      git("checkout", "--quiet", ".");
    }
  });

  it("lets a campaign's text command neither the runner nor the page", () => {
    const base = git("rev-parse", "HEAD");
    edit(
      "care plans/hello-world.yaml",
      "purpose: We missed you at your visit.",
      'purpose: "diabetes\\n::set-output name=folder::/etc\\n::error::owned <img src=x onerror=alert(1)> @everyone"',
    );
    try {
      const { status, stdout, summary } = runAction({ base });
      expect(status).toBe(1);
      expect(stdout).not.toMatch(/^::set-output|^::error::owned/m);
      expect(summary).not.toMatch(/<img|(?<![\w`])@everyone/);
    } finally {
      git("checkout", "--quiet", ".");
    }
  });

  it.each([
    [{ base: "0123456789012345678901234567890123456789" }, "fetch-depth: 0"],
    [{ base: "--output=/tmp/owned" }, "begins with a dash"],
    [{ workspace: "-rf" }, "begins with a dash"],
  ])("says what is wrong with %j", (inputs, words) => {
    const { status, stdout } = runAction(inputs);
    expect(status).toBe(2);
    expect(stdout).toContain(words);
  });

  it("does without a base, as on a push", () => {
    const { status, folder } = runAction({});
    expect(status).toBe(0);
    expect(existsSync(join(folder, "review.json"))).toBe(false);
  });

  it("leaves the repository as it was", () => {
    expect(git("status", "--porcelain")).toBe("");
    expect(git("worktree", "list").split("\n")).toHaveLength(1);
  });
});

describe("the workflows", () => {
  it("have the least rights, and the one that may write never has the change", () => {
    const check = read("templates/github/recare.yml");
    expect(check.permissions).toEqual({ contents: "read" });
    const comment = read("templates/github/recare-comment.yml");
    expect(comment.permissions).toEqual({ actions: "read", "pull-requests": "write" });
    expect(comment.on).toEqual({ workflow_run: { workflows: [check.name], types: ["completed"] } });
    const used = JSON.stringify(comment.jobs) + JSON.stringify(commentAction.runs);
    expect(used).not.toContain("checkout");
  });
});
