import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Problem, readText, shownPath } from "../../host/index.ts";
import type { SourceText } from "../../source/index.ts";
import { BASELINE_FILE } from "../../waivers/index.ts";
import type { BaselineChoice } from "./baseline-option.ts";
import type { Selection } from "./selection.ts";

/** Where the baseline of a workspace lies, and what it says; nothing where there is none. */
export interface BaselineOnDisk {
  /** Absolute path. */
  readonly full: string;
  /** The path as messages name it. */
  readonly shown: string;
  /** Its path is from the workspace's folder. */
  readonly source: SourceText | undefined;
}

/**
 * Finds the baseline of a workspace: the file that was named, else the one beside `recare.yaml`.
 *
 * @throws Problem where it cannot be read
 */
export function baselineAt({ root }: Selection, named: string | undefined, cwd: string): BaselineOnDisk {
  const full = named === undefined ? join(root, BASELINE_FILE) : resolve(cwd, named);
  const shown = shownPath(full, cwd);
  const source = existsSync(full) ? { path: shownPath(full, root), text: readText(full, shown) } : undefined;
  return { full, shown, source };
}

/**
 * The baseline that a check is held against.
 *
 * @param own the workspace's own
 * @throws Problem where a file was named that is not there: without it, everything would look new
 */
export function chosenBaseline(
  selection: Selection,
  choice: BaselineChoice,
  own: SourceText | undefined,
  cwd: string,
): SourceText | undefined {
  if (choice === undefined) return own;
  if (choice === false) return undefined;
  const { source, shown } = baselineAt(selection, choice, cwd);
  if (source === undefined) {
    throw new Problem(`There is no baseline ${shown}.`, `Write it with: recare baseline --file ${shown}`);
  }
  return source;
}
