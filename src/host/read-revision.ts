import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { relative, sep } from "node:path";
import type { SourceText } from "../source/index.ts";
import { BASELINE_FILE } from "../waivers/index.ts";
import { Problem } from "./problem.ts";
import { belongsToWorkspace, isText, LARGEST_TEXT, type WorkspaceOnDisk } from "./read-workspace.ts";

/** What git may print of one workspace: texts and evidence. */
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * A workspace as it was in a revision of its git repository, without touching the files that lie there now.
 *
 * @param root absolute path of the workspace now: it is looked up at the same place in the revision
 * @throws Problem where there is no git, no repository, no such revision, or no workspace in it
 */
export function readRevision(root: string, revision: string): WorkspaceOnDisk {
  const top = text(git(root, ["rev-parse", "--show-toplevel"], `${root} is in no git repository.`)).trim();
  const folder = relative(top, root).split(sep).join("/");
  const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  const commit = text(git(root, asked, `There is no revision ${revision} here.`)).trim();
  const listed = git(top, [
    "ls-tree",
    "-r",
    "-z",
    "--full-tree",
    commit,
    ...(folder === "" ? [] : ["--", `${folder}/`]),
  ]);
  const entries = entriesOf(text(listed), folder === "" ? "" : `${folder}/`);
  if (!entries.some(({ path }) => path === "recare.yaml")) {
    throw new Problem(
      `The revision ${revision} has no workspace at ${folder === "" ? "its top" : folder}.`,
      "Compare with a revision that has one, or with a folder.",
    );
  }
  const all = new Set(entries.map(({ path }) => path));
  const own = entries.filter(({ path }) => belongsToWorkspace(path, all));
  for (const { mode, path } of own) {
    if (mode === "120000" || mode === "160000") {
      throw new Problem(
        `${path} is a link in the revision ${revision}, and what it led to is not known.`,
        "Compare with a revision that holds the file itself.",
      );
    }
  }
  const contents = contentsOf(
    top,
    own.map(({ object }) => object),
  );
  const files: SourceText[] = [];
  const digests = new Map<string, string>();
  let baseline: SourceText | undefined;
  for (const [index, { path }] of own.entries()) {
    const bytes = contents[index] ?? Buffer.alloc(0);
    if (path === BASELINE_FILE) baseline = { path, text: bytes.toString("utf8") };
    if (!isText(path)) digests.set(path, createHash("sha256").update(bytes).digest("hex"));
    else if (bytes.length <= LARGEST_TEXT) files.push({ path, text: bytes.toString("utf8") });
    else
      throw new Problem(
        `${path} is larger than one megabyte in ${revision}.`,
        "Compare with another revision.",
      );
  }
  return { files, assets: digests, leftOut: [], baseline };
}

interface Entry {
  readonly mode: string;
  readonly object: string;
  /** From the workspace. */
  readonly path: string;
}

function entriesOf(listed: string, prefix: string): readonly Entry[] {
  return listed
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => {
      const [about = "", path = ""] = line.split("\t");
      const [mode = "", , object = ""] = about.split(" ");
      return { mode, object, path: path.slice(prefix.length) };
    });
}

/** The contents of many objects at once, in their order. */
function contentsOf(top: string, objects: readonly string[]): readonly Buffer[] {
  if (objects.length === 0) return [];
  const output = git(top, ["cat-file", "--batch"], undefined, `${objects.join("\n")}\n`);
  const contents: Buffer[] = [];
  for (let at = 0; contents.length < objects.length; ) {
    const line = output.indexOf("\n", at);
    const [, kind, size] = output.toString("latin1", at, line).split(" ");
    if (kind !== "blob") throw new Problem("git could not read all files of the revision.", "Run: git fsck");
    contents.push(output.subarray(line + 1, line + 1 + Number(size)));
    at = line + 1 + Number(size) + 1;
  }
  return contents;
}

/** Runs git without a shell, and without anything that a repository could make it run. */
function git(cwd: string, args: readonly string[], refusal?: string, input?: string): Buffer {
  const { error, status, stdout, stderr } = spawnSync(
    "git",
    ["-c", "core.fsmonitor=false", "-c", "core.quotePath=false", ...args],
    { cwd, maxBuffer: MOST_BYTES, ...(input !== undefined && { input }) },
  );
  if (error !== undefined) {
    throw new Problem(
      `Could not run git: ${"code" in error && error.code === "ENOENT" ? "it is not installed" : error.message}.`,
      "Install git, or compare two folders.",
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

function text(bytes: Buffer): string {
  return bytes.toString("utf8");
}
