import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { choices } from "../source/index.ts";
import { WORKSPACE_FILE } from "../workspace/index.ts";
import { Problem } from "./problem.ts";

/** A path given to a command, with the workspace that it lies in. */
export interface FoundWorkspace {
  /** Absolute path of the folder that holds `recare.yaml`. */
  readonly root: string;
  /** The given path from there, with forward slashes; empty for the whole workspace. */
  readonly within: string;
}

/**
 * Finds the workspace at or above a path, as git finds its repository.
 *
 * @throws Problem where the path does not exist, or nothing at or above it is a workspace.
 */
export function findWorkspace(path: string, cwd: string): FoundWorkspace {
  const given = resolve(cwd, path);
  const stat = statSync(given, { throwIfNoEntry: false });
  if (stat === undefined) {
    throw new Problem(`There is no file or folder ${path}.`, `Check the path; it is looked up from ${cwd}.`);
  }
  const folder = stat.isDirectory() ? given : dirname(given);
  for (let root = folder; ; root = dirname(root)) {
    if (existsSync(join(root, WORKSPACE_FILE))) {
      const within = slashed(relative(root, given));
      return { root, within: within === WORKSPACE_FILE ? "" : within };
    }
    if (dirname(root) === root) break;
  }
  const below = workspacesBelow(folder).map((name) => slashed(relative(cwd, join(folder, name))));
  const where = path === "." ? "here" : `in ${path}`;
  if (below.length > 0) {
    throw new Problem(
      `There is no ${WORKSPACE_FILE} ${where} or in a folder above.`,
      `Name a workspace: ${choices(below)}.`,
    );
  }
  throw new Problem(
    `There is no ${WORKSPACE_FILE} ${where} or in a folder above, so this is no Recare workspace.`,
    "Start one with: recare init my-clinic",
  );
}

/** A path as findings show it: from the folder in which the command runs, with forward slashes. */
export function shownPath(path: string, cwd: string): string {
  return slashed(relative(cwd, path)) || ".";
}

function workspacesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, WORKSPACE_FILE)))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

function slashed(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
