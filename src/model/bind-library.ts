import type { YamlFile, YamlNode, YamlScalar } from "../syntax/index.ts";
import { entriesAt, type LibraryKind, type LoadedWorkspace, listAt, textAt } from "../workspace/index.ts";
import { type Binder, related } from "./binder.ts";
import { DUPLICATE_NAME } from "./findings.ts";
import { bindAction, bindBringItem, bindOffer, bindPage, bindPathway } from "./library/care.ts";
import { bindClaim } from "./library/claim.ts";
import { bindField, PRODUCT_FIELDS } from "./library/field.ts";
import { bindOwnWords } from "./library/own-words.ts";
import { bindLocation, bindPlaybook, bindTeam } from "./library/places.ts";
import { resolveReferences } from "./library/references.ts";
import type { Shelf } from "./library/shelf.ts";
import { bindPhrase, bindScript } from "./library/spoken.ts";
import type { Holiday, Library } from "./library.ts";
import { bindDate } from "./times.ts";

/** The shared library: every name declared once, every name within it resolved. */
export function bindLibrary(loaded: LoadedWorkspace, shelf: Shelf): Library {
  const { binder } = shelf;
  const files = (kind: LibraryKind) => loaded.library.get(kind) ?? [];
  const named = <T>(kind: LibraryKind, key: string, bind: BindEntry<T>) =>
    section(binder, files(kind), key, (name, node) => bind(shelf, name, node));
  const library: Library = {
    fields: new Map([
      ...PRODUCT_FIELDS.map((field) => [field.path, field] as const),
      ...named("fields", "fields", bindField),
    ]),
    claims: named("claims", "claims", bindClaim),
    locations: named("locations", "locations", bindLocation),
    teams: named("teams", "teams", bindTeam),
    playbooks: named("teams", "playbooks", bindPlaybook),
    actions: named("actions", "actions", bindAction),
    offers: named("actions", "offers", bindOffer),
    bring: named("actions", "bring", bindBringItem),
    pages: named("pages", "pages", bindPage),
    scripts: named("scripts", "scripts", bindScript),
    phrases: named("phrases", "phrases", bindPhrase),
    pathways: named("pathways", "pathways", bindPathway),
    words: bindOwnWords(files("words")),
    holidays: files("holidays").flatMap(({ root }) =>
      listAt(root, "holidays").flatMap((node) => holiday(binder, node)),
    ),
  };
  resolveReferences(binder, library);
  return library;
}

type BindEntry<T> = (shelf: Shelf, key: YamlScalar, node: YamlNode) => T;

/** One top-level key of a kind, over all its files. */
function section<T>(
  binder: Binder,
  files: readonly YamlFile[],
  key: string,
  bind: (key: YamlScalar, node: YamlNode) => T,
): ReadonlyMap<string, T> {
  const bound = new Map<string, T>();
  const declared = new Map<string, YamlScalar>();
  for (const entry of files.flatMap(({ root }) => entriesAt(root, key))) {
    const name = entry.key.text;
    const before = declared.get(name);
    if (before === undefined) {
      declared.set(name, entry.key);
      bound.set(name, bind(entry.key, entry.value));
    } else {
      binder.report(DUPLICATE_NAME, {
        at: entry.key.span,
        message: `"${name}" is declared twice under ${key}`,
        related: [related(before.span, "first declared here")],
      });
    }
  }
  return bound;
}

function holiday(binder: Binder, node: YamlNode): readonly Holiday[] {
  const on = bindDate(binder, textAt(node, "on"));
  return on === undefined ? [] : [{ on, name: textAt(node, "name")?.value ?? "" }];
}
