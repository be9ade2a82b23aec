import {
  compareText,
  type Diagnostic,
  diagnose,
  didYouMean,
  type Outcome,
  type SourceText,
} from "../source/index.ts";
import { parseYaml, type YamlFile } from "../syntax/index.ts";
import { EMPTY_FILE, MISPLACED_FILE, UNKNOWN_FILE, WORKSPACE_MISSING } from "./findings.ts";
import {
  type FileKind,
  kindOf,
  kindOfKey,
  LIBRARY_KINDS,
  type LibraryKind,
  TELLING_KEYS,
  WORKSPACE_FILE,
} from "./kind.ts";
import type { LoadedWorkspace } from "./loaded.ts";
import { isYamlOfAuthors, partialName, rightPlace } from "./paths.ts";
import { beginning } from "./place.ts";
import { quoted } from "./shown.ts";
import { validate } from "./validate.ts";

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
      continue;
    }
    const { value: file, diagnostics: unread } = parseYaml(source);
    const recognised = recognise(file, source, unread);
    diagnostics.push(...unread, ...recognised.diagnostics);
    if (recognised.value !== undefined) filesOf(recognised.value).push(file);
  }
  const [organization] = filesOf("workspace");
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
    diagnostics,
  };
}

/** The kind under which a file is kept, and what is wrong with it. */
function recognise(
  file: YamlFile,
  source: SourceText,
  unread: readonly Diagnostic[],
): Outcome<FileKind | undefined> {
  if (file.root === undefined) {
    return { value: undefined, diagnostics: unread.length > 0 ? [] : [empty(source)] };
  }
  const kind = kindOf(file);
  if (kind === undefined) {
    // Where the file could not be read, the key that tells may be in the part that is lost.
    return { value: undefined, diagnostics: unread.length > 0 ? [] : [unknown(file)] };
  }
  const elsewhere = rightPlace(file.path, kind);
  const mistakes = validate(file, kind, source, unread);
  if (elsewhere === undefined) return { value: kind, diagnostics: mistakes };
  const misplaced = misplacedAt(file, kind, elsewhere);
  // Trust that lies elsewhere is no trust; anything else is kept, so that its names are known to other files.
  return kind === "roles" || kind === "required"
    ? { value: undefined, diagnostics: [misplaced] }
    : { value: kind, diagnostics: [misplaced, ...mistakes] };
}

function workspaceMissing(): Diagnostic {
  return diagnose(WORKSPACE_MISSING, {
    at: { file: WORKSPACE_FILE, start: 0, end: 0 },
    message: `This folder has no ${WORKSPACE_FILE}, which says whose campaigns these are`,
  });
}

function empty({ path, text }: SourceText): Diagnostic {
  return diagnose(EMPTY_FILE, {
    at: { file: path, start: 0, end: text.length },
    message: "This file is empty",
  });
}

function unknown({ path, root }: YamlFile): Diagnostic {
  const [first] = root?.kind === "map" ? root.entries : [];
  const at = root === undefined ? { file: path, start: 0, end: 0 } : beginning(root);
  if (first === undefined) {
    return diagnose(UNKNOWN_FILE, {
      at,
      message: "This file has no keys, so it is neither a campaign nor part of the library",
    });
  }
  return diagnose(UNKNOWN_FILE, {
    at,
    message: `This file begins with ${quoted(first.key.text)}, which is neither a campaign nor part of the library${didYouMean(first.key.text, TELLING_KEYS)}`,
  });
}

function misplacedAt(file: YamlFile, kind: FileKind, elsewhere: string): Diagnostic {
  const telling =
    file.root?.kind === "map" ? file.root.entries.find(({ key }) => kindOfKey(key.text) === kind) : undefined;
  return diagnose(MISPLACED_FILE, {
    at: telling?.key.span ?? { file: file.path, start: 0, end: 0 },
    message: `"${telling?.key.text ?? kind}" belongs ${elsewhere}, and is not looked for here`,
    remedy: `Move it ${elsewhere}.`,
  });
}
