import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SignedFile } from "../review/index.ts";
import { compareText } from "../source/index.ts";
import { contentsOf, git, isLink, type Revision, treeOf } from "./git.ts";
import { Problem, problemOf } from "./problem.ts";

const FOLDER = "approvals";

/** Far more than any campaign has. More would only cost time. */
const MOST_FILES = 20_000;

/** A longer one is no statement and no signature, and is judged by its beginning. */
const LONGEST = 64 * 1024;

/** Statements and their signatures as they lie in `approvals/` of a workspace. A link there is read by nobody. */
export function readApprovals(root: string): readonly SignedFile[] {
  const paths = existsSync(join(root, FOLDER)) ? filesBelow(root, FOLDER, 0) : [];
  return pair(paths, (path) => {
    try {
      return readFileSync(join(root, path)).subarray(0, LONGEST + 1);
    } catch (error) {
      throw problemOf(error, `read ${path}`);
    }
  });
}

/** The same in a revision. */
export function readApprovalsAt(revision: Revision): readonly SignedFile[] {
  const entries = treeOf(revision, `${FOLDER}/`).filter((entry) => !isLink(entry));
  const contents = contentsOf(
    revision.top,
    entries.map(({ object }) => object),
  );
  const byPath = new Map(entries.map(({ path }, index) => [path, contents[index] ?? Buffer.alloc(0)]));
  return pair([...byPath.keys()], (path) => byPath.get(path) ?? Buffer.alloc(0));
}

/**
 * Every statement that a revision or one before it held, with the signature that stood beside it.
 *
 * @throws Problem where the repository holds only the newest commits, so that nobody can know
 */
export function readApprovalsEver(revision: Revision): readonly SignedFile[] {
  const { top, folder, commit } = revision;
  if (git(top, ["rev-parse", "--is-shallow-repository"]).toString("utf8").trim() !== "false") {
    throw new Problem(
      "trust/required.yaml says no_way_back, and this clone holds only the newest commits.",
      "Fetch the history: git fetch --unshallow, or fetch-depth: 0 in the checkout step.",
    );
  }
  const where = `${folder}${FOLDER}/`;
  const commits = git(top, ["log", "--format=%H", commit, "--", where]).toString("utf8").split("\n");
  const seen = new Map<string, SignedFile>();
  for (const each of commits.filter((line) => line !== "")) {
    for (const file of readApprovalsAt({ top, folder, commit: each })) {
      seen.set(`${file.bytes.toString("base64")} ${file.signature ?? ""}`, file);
    }
  }
  return [...seen.values()];
}

/** Each statement with its signature; a signature without a statement says nothing. */
function pair(paths: readonly string[], read: (path: string) => Buffer): readonly SignedFile[] {
  const all = new Set(paths);
  return paths
    .filter((path) => path.endsWith(".json"))
    .sort(compareText)
    .map((path) => ({
      path,
      bytes: read(path),
      signature: all.has(`${path}.sig`) ? read(`${path}.sig`).toString("latin1") : undefined,
    }));
}

function filesBelow(root: string, folder: string, depth: number): readonly string[] {
  const found = entriesOf(root, folder).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return depth < 3 ? filesBelow(root, path, depth + 1) : [];
    return entry.isFile() && statSync(join(root, path)).size <= LONGEST * 16 ? [path] : [];
  });
  if (found.length > MOST_FILES)
    throw new Problem(
      `${FOLDER}/ holds more than ${MOST_FILES} files.`,
      "Take out statements about campaigns that are gone.",
    );
  return found;
}

function entriesOf(root: string, folder: string): readonly Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    throw problemOf(error, `read the folder ${folder}`);
  }
}
