import { type Diagnostic, diagnose, listed, type Span } from "../source/index.ts";
import type { YamlNode } from "../syntax/index.ts";
import { corrected, meantWord } from "./corrected.ts";
import { MALFORMED_KEY, MISSING_KEY, UNKNOWN_KEY } from "./findings/keys.ts";
import { kindOfKey } from "./kind.ts";
import { LANGUAGE, notALanguage } from "./language.ts";
import type { MistakeOf } from "./mistakes.ts";
import { expected, type HeldFile, nameOf, schemaOf, sentence, snippet, subject } from "./naming.ts";
import { rightPlace } from "./paths.ts";
import { beginning } from "./place.ts";
import { homeOf, resolved, schemaOfKey } from "./schema.ts";
import { quoted } from "./shown.ts";

export function unknownKey(mistake: MistakeOf<"unknown key">, file: HeldFile): Diagnostic {
  const { place, entry } = mistake;
  const written = entry.key.text;
  const known = Object.keys(schemaOf(place, file).properties ?? {});
  const at = entry.key.span;
  const here = `${quoted(written)} is not a key of ${nameOf(place, file)}`;
  const home = mistake.meant === undefined ? homeOf(file.schema, written) : undefined;
  if (home !== undefined) return keyOutOfPlace(here, written, home, at);
  const ownFile = place.path.length === 0 ? kindOfKey(written) : undefined;
  if (ownFile !== undefined) {
    return diagnose(UNKNOWN_KEY, {
      at,
      message: `${here}.`,
      remedy: `Move it to a file of its own ${rightPlace("", ownFile) ?? ""}.`,
    });
  }
  const free = known.filter((key) => !keysIn(place.node).has(key));
  const meant = mistake.meant ?? meantWord(written, free);
  const choice = known.length === 0 ? "" : ` The keys here are ${listed(known)}.`;
  return diagnose(UNKNOWN_KEY, {
    at,
    message: meant === undefined ? `${here}.` : `${here}; did you mean "${meant}"?`,
    remedy: `${meant === undefined ? "Delete the line." : `Rename it to ${meant}.`}${choice}`,
  });
}

function keyOutOfPlace(here: string, key: string, home: readonly string[], at: Span): Diagnostic {
  return home.length === 0
    ? diagnose(UNKNOWN_KEY, {
        at,
        message: `${here}; it belongs at the left margin.`,
        remedy: `Move it out, so that ${key}: begins its line.`,
      })
    : diagnose(UNKNOWN_KEY, {
        at,
        message: `${here}; it belongs under "${home.join(" > ")}".`,
        remedy: `Move it below ${home.at(-1)}: and indent it further than that line.`,
      });
}

const keysOfMaps = new WeakMap<YamlNode, ReadonlySet<string>>();

/** The keys of a mapping, collected once however many of them are unknown. */
function keysIn(node: YamlNode): ReadonlySet<string> {
  const before = keysOfMaps.get(node);
  if (before !== undefined) return before;
  const keys = new Set(node.kind === "map" ? node.entries.map(({ key }) => key.text) : []);
  keysOfMaps.set(node, keys);
  return keys;
}

export function malformedKey({ place, entry }: MistakeOf<"malformed key">, file: HeldFile): Diagnostic {
  const form = resolved(file.schema, schemaOf(place, file).propertyNames ?? {});
  const written = entry.key.text;
  const at = entry.key.span;
  if (form.title === LANGUAGE) return notALanguage(at, written, (code) => `Rename it to ${code}.`);
  const better = corrected(written, form);
  return diagnose(MALFORMED_KEY, {
    at,
    message: `${quoted(written)} cannot be a name in ${nameOf(place, file)}.`,
    remedy: better === undefined ? `Write ${expected(form)}.` : `Rename it to ${better}.`,
  });
}

export function missingKey({ place, map, key }: MistakeOf<"missing key">, file: HeldFile): Diagnostic {
  const wanted = schemaOfKey(file.schema, schemaOf(place, file), key) ?? {};
  return diagnose(MISSING_KEY, {
    at: place.entry?.key.span ?? beginning(map),
    message: `${subject(place, file)} has no "${key}".`,
    remedy: `${sentence(`Add ${snippet(key, wanted)}`)} ${wanted.description ?? ""}`.trimEnd(),
  });
}
