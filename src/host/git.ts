import { spawnSync } from "node:child_process";
import { relative, sep } from "node:path";
import { Problem } from "./problem.ts";

/** What git may print of one workspace: texts and evidence. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** A commit, seen from a workspace inside its repository. */
export interface Revision {
  /** Absolute path of the repository. */
  readonly top: string;
  /** The workspace from there, with forward slashes and one at the end; nothing where it is the top itself. */
  readonly folder: string;
  /** Hexadecimal. */
  readonly commit: string;
}

/**
 * The commit that a name stands for, in the repository in which a workspace lies.
 *
 * @param root absolute path of the workspace now: it is looked up at the same place in the revision
 * @throws Problem where there is no git, no repository or no such revision
 */
export function revisionOf(root: string, name: string): Revision {
  const top = text(git(root, ["rev-parse", "--show-toplevel"], `${root} is in no git repository.`)).trim();
  const folder = relative(top, root).split(sep).join("/");
  const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const commit = text(git(root, asked, `There is no revision ${name} here.`)).trim();
  return { top, folder: folder === "" ? "" : `${folder}/`, commit };
}

/** Whether a folder lies in a git repository. Without git there is none. */
export function isInRepository(root: string): boolean {
  const { error, status } = spawnSync("git", ["rev-parse", "--git-dir"], { cwd: root });
  return error === undefined && status === 0;
}

/** A file of a revision. */
export interface TreeEntry {
  readonly mode: string;
  readonly object: string;
  /** From the workspace. */
  readonly path: string;
}

/** The files of a workspace in a revision, in the order of git; of one folder of it, where that is named: `trust/`. */
export function treeOf({ top, folder, commit }: Revision, within = ""): readonly TreeEntry[] {
  const under = `${folder}${within}`;
  const listed = git(top, [
    "ls-tree",
    "-r",
    "-z",
    "--full-tree",
    commit,
    ...(under === "" ? [] : ["--", under]),
  ]);
  return text(listed)
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => {
      const [about = "", path = ""] = line.split("\t");
      const [mode = "", , object = ""] = about.split(" ");
      return { mode, object, path: path.slice(folder.length) };
    });
}

/** Whether an entry is a link or a repository of its own: what it led to is not known. */
export function isLink({ mode }: TreeEntry): boolean {
  return mode === "120000" || mode === "160000";
}

/** The contents of many objects at once, in their order. */
export function contentsOf(top: string, objects: readonly string[]): readonly Buffer[] {
  if (objects.length === 0) return [];
  const output = git(top, ["cat-file", "--batch"], undefined, `${objects.join("\n")}\n`);
  const contents: Buffer[] = [];
  for (let at = 0; contents.length < objects.length; ) {
    const line = output.indexOf("\n", at);
    const [, kind, size] = output.toString("latin1", at, line).split(" ");
    if (kind !== "blob" && kind !== "commit")
      throw new Problem("git could not read all files of the revision.", "Run: git fsck");
    contents.push(output.subarray(line + 1, line + 1 + Number(size)));
    at = line + 1 + Number(size) + 1;
  }
  return contents;
}

/**
 * Runs git without a shell, and without anything that a repository could make it run.
 *
 * @param refusal what to say where git refuses, if that is the fault of what was asked
 */
export function git(cwd: string, args: readonly string[], refusal?: string, input?: string): Buffer {
  const { error, status, stdout, stderr } = spawnSync(
    "git",
    ["-c", "core.fsmonitor=false", "-c", "core.quotePath=false", ...args],
    { cwd, maxBuffer: MOST_BYTES, ...(input !== undefined && { input }) },
  );
  if (error !== undefined) {
    throw new Problem(
      `Could not run git: ${"code" in error && error.code === "ENOENT" ? "it is not installed" : error.message}.`,
      "Install git, or name folders in the place of revisions.",
    );
  }
  if (status === 0) return stdout;
  const why =
    text(stderr)
      .trim()
      .split("\n")[0]
      ?.replace(/^fatal: /, "") ?? "";
  throw new Problem(
    refusal ?? `git failed${why === "" ? "" : `: ${why}`}.`,
    refusal === undefined
      ? "Run the same command again, or: git fsck"
      : "Name a folder, a branch, a tag or a commit; git fetch brings what is not here yet.",
  );
}

/** Whether git answers yes, by its exit code. */
export function gitSays(cwd: string, args: readonly string[]): boolean {
  const { error, status } = spawnSync("git", ["-c", "core.fsmonitor=false", ...args], { cwd });
  return error === undefined && status === 0;
}

function text(bytes: Buffer): string {
  return bytes.toString("utf8");
}

/** The last commit in which a file of a workspace changed; nothing where none has it, or there is no git. */
export function lastCommitOf(root: string, path: string): string | undefined {
  const { error, status, stdout } = spawnSync("git", ["log", "-1", "--format=%H", "--", path], { cwd: root });
  const commit = error === undefined && status === 0 ? stdout.toString("utf8").trim() : "";
  return commit === "" ? undefined : commit;
}

/** Folders that no workspace reads. */
const WRITTEN_BY_TOOLS = ["build", "coverage", "dist", "node_modules", "roster"];

/** Whether every file of a workspace is committed as it lies here, except what git ignores and what `outside` names. */
export function isCommitted(root: string, outside: readonly string[] = []): boolean {
  const left = [...WRITTEN_BY_TOOLS, ...outside].map((path) => `:(exclude)${path}`);
  const changed = git(root, ["status", "--porcelain", "--untracked-files=all", "--", ".", ...left]);
  return changed.length === 0;
}
