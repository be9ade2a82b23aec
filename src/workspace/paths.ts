import type { FileKind } from "./kind.ts";
import { TRUST_KINDS, WORKSPACE_FILE } from "./kind.ts";

/** Folders at the top of a workspace that people do not write the language in. */
const OTHER_FOLDERS: ReadonlySet<string> = new Set(["approvals", "roster", "evidence", "build"]);

const PARTIAL = /^library\/partials\/(.+)\.liquid$/s;

/** Whether a file of the workspace is written in YAML by its authors. */
export function isYamlOfAuthors(path: string): boolean {
  const folders = path.split("/").slice(0, -1);
  return (
    /\.ya?ml$/.test(path) &&
    !OTHER_FOLDERS.has(folders[0] ?? "") &&
    !path.split("/").some((part) => part.startsWith(".") || part === "node_modules")
  );
}

/** The name by which templates render a partial; nothing for other files. */
export function partialName(path: string): string | undefined {
  return PARTIAL.exec(path)?.[1];
}

/** Where files of a kind belong, in words; nothing where this one is in its place. */
export function rightPlace(path: string, kind: FileKind): string | undefined {
  const [folder] = path.split("/");
  const isTrust = TRUST_KINDS.some((trust) => trust === kind);
  if (kind === "workspace") return path === WORKSPACE_FILE ? undefined : `in ${WORKSPACE_FILE}`;
  if (isTrust) return path === `trust/${kind}.yaml` ? undefined : `in trust/${kind}.yaml`;
  if (kind === "campaign") {
    return folder === "library" || folder === "trust" ? "outside library/ and trust/" : undefined;
  }
  return folder === "library" ? undefined : "under library/";
}
