import type { YamlFile } from "../syntax/index.ts";

/** The files of `library/`, each by what it holds. */
export const LIBRARY_KINDS = [
  "fields",
  "claims",
  "locations",
  "teams",
  "actions",
  "pages",
  "scripts",
  "phrases",
  "pathways",
  "words",
  "holidays",
  "limits",
] as const;
export type LibraryKind = (typeof LIBRARY_KINDS)[number];

/** The files of `trust/`: who holds which role, and whose approval each concern needs. */
export const TRUST_KINDS = ["roles", "required"] as const;
export type TrustKind = (typeof TRUST_KINDS)[number];

/** What a YAML file of a workspace is. Each kind has one schema, `schemas/<kind>.schema.json`. */
export type FileKind = "workspace" | "campaign" | LibraryKind | TrustKind;

/** The one file of a workspace that has a fixed name. */
export const WORKSPACE_FILE = "recare.yaml";

/** Which top-level keys make a file which kind. A kind with several may hold any of them. */
const KIND_OF_KEY: ReadonlyMap<string, FileKind> = new Map([
  ["organization", "workspace"],
  ["campaign", "campaign"],
  ["playbooks", "teams"],
  ["offers", "actions"],
  ["bring", "actions"],
  ...[...LIBRARY_KINDS, ...TRUST_KINDS].map((kind): [string, FileKind] => [kind, kind]),
]);

/** The top-level keys by which files are told apart, in the order in which they are explained. */
export const TELLING_KEYS: readonly string[] = [...KIND_OF_KEY.keys()];

/** The kind that a top-level key stands for. */
export function kindOfKey(key: string): FileKind | undefined {
  return KIND_OF_KEY.get(key);
}

/**
 * What a file is. `recare.yaml` is known by its name, any other file by the first of its top-level keys that tells;
 * nothing where no key does.
 */
export function kindOf(file: YamlFile): FileKind | undefined {
  if (file.path === WORKSPACE_FILE) return "workspace";
  if (file.root?.kind !== "map") return undefined;
  for (const { key } of file.root.entries) {
    const kind = KIND_OF_KEY.get(key.text);
    if (kind !== undefined) return kind;
  }
  return undefined;
}
