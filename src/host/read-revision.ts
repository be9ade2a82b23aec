import { createHash } from "node:crypto";
import type { SourceText } from "../source/index.ts";
import { BASELINE_FILE } from "../waivers/index.ts";
import { contentsOf, isLink, revisionOf, treeOf } from "./git.ts";
import { Problem } from "./problem.ts";
import { belongsToWorkspace, isText, LARGEST_TEXT, type WorkspaceOnDisk } from "./read-workspace.ts";

/**
 * A workspace as it was in a revision of its git repository, without touching the files that lie there now.
 *
 * @param root absolute path of the workspace now: it is looked up at the same place in the revision
 * @throws Problem where there is no git, no repository, no such revision, or no workspace in it
 */
export function readRevision(root: string, revision: string): WorkspaceOnDisk {
  const found = revisionOf(root, revision);
  const entries = treeOf(found);
  if (!entries.some(({ path }) => path === "recare.yaml")) {
    throw new Problem(
      `The revision ${revision} has no workspace at ${found.folder === "" ? "its top" : found.folder.slice(0, -1)}.`,
      "Compare with a revision that has one, or with a folder.",
    );
  }
  const all = new Set(entries.map(({ path }) => path));
  const own = entries.filter(({ path }) => belongsToWorkspace(path, all));
  const link = own.find(isLink);
  if (link !== undefined) {
    throw new Problem(
      `${link.path} is a link in the revision ${revision}, and what it led to is not known.`,
      "Compare with a revision that holds the file itself.",
    );
  }
  const contents = contentsOf(
    found.top,
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
