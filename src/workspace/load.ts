import {
  compareDiagnostics,
  compareText,
  type Diagnostic,
  diagnose,
  type Outcome,
  type SourceText,
} from "../source/index.ts";
import { parseYaml, scanCharacters, type YamlFile } from "../syntax/index.ts";
import { WORKSPACE_MISSING } from "./findings/files.ts";
import { type FileKind, LIBRARY_KINDS, type LibraryKind, WORKSPACE_FILE } from "./kind.ts";
import type { LoadedWorkspace } from "./loaded.ts";
import { isYamlOfAuthors, partialName } from "./paths.ts";
import { recognise } from "./recognise.ts";

/**
 * The files of a workspace, each parsed, recognised and held against the schema of its kind. A file that is broken
 * stops no other, and what can be read of it is kept.
 *
 * @param files every text of the workspace; those that nobody writes the language in are passed over.
 */
export function loadWorkspace(files: readonly SourceText[]): Outcome<LoadedWorkspace> {
  const texts = new Map<string, SourceText>();
  const partials = new Map<string, SourceText>();
  const byKind = new Map<FileKind, YamlFile[]>();
  const filesOf = (kind: FileKind) => {
    const kept = byKind.get(kind) ?? [];
    byKind.set(kind, kept);
    return kept;
  };
  const diagnostics: Diagnostic[] = [];
  for (const source of [...files].sort((a, b) => compareText(a.path, b.path))) {
    const partial = partialName(source.path);
    if (partial === undefined && !isYamlOfAuthors(source.path)) continue;
    texts.set(source.path, source);
    if (partial !== undefined) {
      partials.set(partial, source);
      diagnostics.push(...scanCharacters(source.path, source.text).diagnostics);
      continue;
    }
    const { value: file, diagnostics: unread } = parseYaml(source);
    const recognised = recognise(file, source, unread);
    diagnostics.push(...unread, ...recognised.diagnostics);
    if (recognised.value !== undefined) filesOf(recognised.value).push(file);
  }
  const organizations = filesOf("workspace");
  const organization = organizations.find(({ path }) => path === WORKSPACE_FILE) ?? organizations[0];
  if (organization === undefined && !texts.has(WORKSPACE_FILE)) diagnostics.push(workspaceMissing());
  return {
    value: {
      organization,
      campaigns: filesOf("campaign"),
      library: new Map(LIBRARY_KINDS.map((kind): [LibraryKind, YamlFile[]] => [kind, filesOf(kind)])),
      partials,
      trust: { roles: filesOf("roles"), required: filesOf("required") },
      texts,
    },
    diagnostics: diagnostics.sort(compareDiagnostics),
  };
}

function workspaceMissing(): Diagnostic {
  return diagnose(WORKSPACE_MISSING, {
    at: { file: WORKSPACE_FILE, start: 0, end: 0 },
    message: `This folder has no ${WORKSPACE_FILE}, which says whose campaigns these are.`,
  });
}
