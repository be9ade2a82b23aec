import { createHash } from "node:crypto";
import {
  closeSync,
  type Dirent,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import { join, sep } from "node:path";
import { compareText, type Digests, type SourceText } from "../source/index.ts";
import { BASELINE_FILE } from "../waivers/index.ts";
import { WORKSPACE_FILE } from "../workspace/index.ts";
import { Problem, problemOf } from "./problem.ts";

/** A workspace as it lies on the disk: what `compile` is given. */
export interface WorkspaceOnDisk {
  /** YAML and Liquid, by path. Text that is not UTF-8 holds U+FFFD in its place, which the syntax reports. */
  readonly files: readonly SourceText[];
  /** SHA-256 (hex) of every other file, by path: evidence that claims rest on. A file is read when it is asked for. */
  readonly assets: Digests;
  /** Files too large to be evidence, which were not read. */
  readonly leftOut: readonly string[];
  /** Its own list of findings that may stay for now; nothing where it has none. */
  readonly baseline: SourceText | undefined;
}

/** Written by tools, or by nobody: never part of what a campaign says. Hidden files and folders are skipped too. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  "approvals",
  "build",
  "coverage",
  "dist",
  "node_modules",
  "roster",
]);
export function isSkippedFolder(name: string): boolean {
  return SKIPPED_FOLDERS.has(name);
}

const IS_TEXT = /\.(?:ya?ml|liquid)$/i;

const MEGABYTE = 1024 * 1024;
export const LARGEST_TEXT = 1 * MEGABYTE;
const LARGEST_ASSET = 64 * MEGABYTE;
const MOST_FILES = 50_000;
const DEEPEST = 32;

/**
 * Reads every file of a workspace, in the order of their paths.
 *
 * @throws Problem for a link that leaves the workspace, for what cannot be read, and for sizes that no workspace has.
 */
export function readWorkspace(root: string): WorkspaceOnDisk {
  const files: SourceText[] = [];
  const assets = new Set<string>();
  const leftOut: string[] = [];
  for (const path of filesOf(root)) {
    const full = join(root, path);
    try {
      const { size } = statSync(full);
      if (isText(path)) files.push({ path, text: readTextOfWorkspace(full, path, size) });
      else if (size > LARGEST_ASSET) leftOut.push(path);
      else assets.add(path);
    } catch (error) {
      throw problemOf(error, `read ${path}`);
    }
  }
  const baseline = assets.has(BASELINE_FILE)
    ? { path: BASELINE_FILE, text: readText(join(root, BASELINE_FILE), BASELINE_FILE) }
    : undefined;
  return { files, assets: digestsOf(root, assets), leftOut, baseline };
}

/** What the language is written in; everything else is evidence. */
export function isText(path: string): boolean {
  return IS_TEXT.test(path);
}

/** Whether a file of a list of files is part of the workspace at their top, as `readWorkspace` would find it. */
export function belongsToWorkspace(path: string, all: ReadonlySet<string>): boolean {
  const parts = path.split("/");
  if (parts.some((part) => part.startsWith("."))) return false;
  const folders = parts.slice(0, -1);
  return folders.every(
    (folder, depth) =>
      !SKIPPED_FOLDERS.has(folder) && !all.has(`${folders.slice(0, depth + 1).join("/")}/${WORKSPACE_FILE}`),
  );
}

function digestsOf(root: string, paths: ReadonlySet<string>): Digests {
  const known = new Map<string, string>();
  return {
    get(path) {
      if (!paths.has(path)) return undefined;
      const digest = known.get(path) ?? digestOf(join(root, path), path);
      known.set(path, digest);
      return digest;
    },
  };
}

function digestOf(full: string, path: string): string {
  try {
    return sha256(full);
  } catch (error) {
    throw problemOf(error, `read ${path}`);
  }
}

/**
 * A text that lies where a command was told.
 *
 * @param shown The path as messages name it.
 * @throws Problem where it cannot be read.
 */
export function readText(full: string, shown: string): string {
  try {
    return readFileSync(full, "utf8");
  } catch (error) {
    throw problemOf(error, `read ${shown}`);
  }
}

function readTextOfWorkspace(full: string, path: string, size: number): string {
  if (size > LARGEST_TEXT) {
    throw new Problem(
      `${path} is larger than one megabyte, which no campaign or library file is.`,
      "Split it, or move it out of the workspace.",
    );
  }
  return readFileSync(full, "utf8");
}

function filesOf(root: string): readonly string[] {
  const inside = realpathSync(root);
  const found: string[] = [];

  const visit = (folder: string, depth: number): void => {
    if (depth > DEEPEST) {
      throw new Problem(`${folder} lies more than ${DEEPEST} folders deep.`, "Move it up.");
    }
    for (const entry of entriesOf(join(root, folder), folder)) {
      if (entry.name.startsWith(".")) continue;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && !isWorkspace(join(root, path))) visit(path, depth + 1);
      } else if (entry.isFile() || (entry.isSymbolicLink() && leadsToFile(root, path, inside))) {
        found.push(path);
        if (found.length > MOST_FILES) {
          throw new Problem(
            `The workspace holds more than ${MOST_FILES} files.`,
            `Move what is no campaign out of it, or put ${WORKSPACE_FILE} into a smaller folder.`,
          );
        }
      }
    }
  };

  visit("", 0);
  return found.sort(compareText);
}

function entriesOf(full: string, folder: string): readonly Dirent[] {
  try {
    return readdirSync(full, { withFileTypes: true });
  } catch (error) {
    throw problemOf(error, `read the folder ${folder === "" ? full : folder}`);
  }
}

/** A workspace inside a workspace is checked on its own. */
function isWorkspace(folder: string): boolean {
  return existsSync(join(folder, WORKSPACE_FILE));
}

/** Whether a link leads to a file inside. A linked folder inside is read where it really lies. */
function leadsToFile(root: string, path: string, inside: string): boolean {
  let target: string;
  try {
    target = realpathSync(join(root, path));
  } catch (error) {
    throw problemOf(error, `follow the link ${path}`);
  }
  if (target !== inside && !target.startsWith(inside + sep)) {
    throw new Problem(
      `${path} is a link to something outside the workspace, so a reviewer would not see what it says.`,
      "Put the file itself into the workspace.",
    );
  }
  return statSync(target).isFile();
}

function sha256(full: string): string {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(256 * 1024);
  const file = openSync(full, "r");
  try {
    for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) {
      hash.update(buffer.subarray(0, size));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
