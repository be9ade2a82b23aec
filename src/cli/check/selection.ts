import { basename, dirname, posix } from "node:path";
import { findWorkspace, Problem, shownPath } from "../../host/index.ts";
import type { Diagnostic, SourceText, Span } from "../../source/index.ts";
import { WORKSPACE_FILE } from "../../workspace/index.ts";

/** What of one workspace a command was asked about. */
export interface Selection {
  /** Absolute path of the workspace. */
  readonly root: string;
  /** What is put before a path of the workspace to show it from where the command runs: `campaigns/` or nothing. */
  readonly prefix: string;
  /** Files and folders inside the workspace; an empty path is all of it. */
  readonly within: readonly string[];
}

/**
 * Finds the workspace of each path (the current folder where none is given), one selection a workspace.
 *
 * @throws Problem for a path that does not exist or lies in no workspace.
 */
export function selectionsOf(paths: readonly string[], cwd: string): readonly Selection[] {
  const byRoot = new Map<string, string[]>();
  for (const path of paths.length === 0 ? ["."] : paths) {
    const { root, within } = findWorkspace(path, cwd);
    // Asked from a folder inside a workspace, and about nothing in particular: the whole of it.
    const wanted = paths.length === 0 ? "" : within;
    byRoot.set(root, [...(byRoot.get(root) ?? []), wanted]);
  }
  return [...byRoot].map(([root, within]) => ({ root, prefix: prefixOf(root, cwd), within }));
}

/**
 * The selection of one file, which need not exist yet; the folder that it will lie in does.
 *
 * @throws Problem where that folder does not exist or lies in no workspace.
 */
export function selectionOfFile(path: string, cwd: string): Selection {
  const { root, within } = findWorkspace(dirname(path), cwd);
  const name = basename(path);
  return { root, prefix: prefixOf(root, cwd), within: [within === "" ? name : `${within}/${name}`] };
}

/**
 * The selection of a command that works on one workspace.
 *
 * @throws Problem for paths in several workspaces.
 */
export function onlyWorkspace(paths: readonly string[], cwd: string): Selection {
  const [selection, another] = selectionsOf(paths, cwd);
  if (selection === undefined || another !== undefined) {
    throw new Problem(
      "These paths are in several workspaces, whose campaigns may have the same names.",
      "Name one workspace at a time.",
    );
  }
  return selection;
}

function prefixOf(root: string, cwd: string): string {
  const shown = shownPath(root, cwd);
  return shown === "." ? "" : `${shown}/`;
}

/** Whether a file was asked about, itself or by a folder that holds it. */
export function isSelected(file: string, selection: Selection): boolean {
  return selection.within.some((path) => path === "" || path === file || file.startsWith(`${path}/`));
}

/**
 * Findings about what was asked: in the files themselves, and in what every campaign rests on (`recare.yaml`, the
 * library, trust) unless they are about a campaign that was not asked about.
 */
export function selected(
  findings: readonly Diagnostic[],
  campaigns: ReadonlyMap<string, string>,
  selection: Selection,
  baseline: string | undefined,
): readonly Diagnostic[] {
  return findings.filter(({ at, campaign }) => {
    if (isSelected(at.file, selection)) return true;
    if (!isShared(at.file) && at.file !== baseline) return false;
    const file = campaign === undefined ? undefined : campaigns.get(campaign);
    return file === undefined || isSelected(file, selection);
  });
}

function isShared(file: string): boolean {
  return file === WORKSPACE_FILE || file.startsWith("library/") || file.startsWith("trust/");
}

/** Findings with their paths as shown from where the command runs. */
export function shownFrom(findings: readonly Diagnostic[], prefix: string): readonly Diagnostic[] {
  if (prefix === "") return findings;
  const moved = (span: Span): Span => ({ ...span, file: posix.normalize(prefix + span.file) });
  return findings.map((finding) => ({
    ...finding,
    at: moved(finding.at),
    related: finding.related.map(({ at, message }) => ({ at: moved(at), message })),
    ...(finding.waiver && { waiver: { ...finding.waiver, at: moved(finding.waiver.at) } }),
  }));
}

/** Texts with their paths as shown from where the command runs. */
export function textsFrom(files: readonly SourceText[], prefix: string): readonly SourceText[] {
  return prefix === ""
    ? files
    : files.map(({ path, text }) => ({ path: posix.normalize(prefix + path), text }));
}
