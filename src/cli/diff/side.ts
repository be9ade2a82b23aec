import { statSync } from "node:fs";
import { resolve } from "node:path";
import { compile } from "../../compile.ts";
import { findWorkspace, Problem, readRevision, readWorkspace } from "../../host/index.ts";
import type { Side } from "../../review/index.ts";
import type { SourceText } from "../../source/index.ts";
import type { Session } from "../session.ts";
import { planFilesIn, plansFrom } from "./plan-side.ts";

/** What the workspace here is called, where it is one side of a comparison. */
export const HERE = "the files here";

export interface LoadedSide extends Side {
  /** The texts that spans of the plans point into. */
  readonly texts: readonly SourceText[];
}

/** Whether a side was given as a folder on the disk. */
export function isFolder(asked: string | undefined, session: Session): asked is string {
  if (asked === undefined) return false;
  return statSync(resolve(session.cwd, asked), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * One side of a comparison: plans that a build wrote, a folder with a workspace, else a revision of the repository
 * that the workspace lies in.
 *
 * @param here a path in the workspace whose revision is meant
 * @throws Problem for what cannot be loaded: that is never "no change"
 */
export function sideOf(
  asked: string,
  { here, today }: { readonly here: string; readonly today: string },
  session: Session,
): LoadedSide {
  const planFiles = planFilesIn(asked, session);
  if (planFiles !== undefined) {
    return { name: asked, plans: plansFrom(planFiles, session), broken: [], texts: [] };
  }
  const onDisk = isFolder(asked, session);
  const { root } = findWorkspace(onDisk ? asked : here, session.cwd);
  const { files, assets, baseline } = onDisk ? readWorkspace(root) : readRevision(root, asked);
  const { plans, workspace, findings } = compile({ files, assets, today, baseline });
  const built = new Set(plans.map(({ campaign }) => campaign));
  const broken = workspace.campaigns.filter(({ id }) => !built.has(id)).map(({ id, file }) => ({ id, file }));
  if (built.size === 0 && broken.length === 0 && findings.some(({ severity }) => severity === "error")) {
    throw new Problem(
      `Nothing can be compared: the workspace of ${asked} has errors and no campaign that can be read.`,
      `Run recare check${onDisk ? ` ${asked}` : " in that revision"}.`,
    );
  }
  return { name: asked === "." ? HERE : asked, plans, broken, texts: files };
}
