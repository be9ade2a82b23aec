import { choices, type Diagnostic, diagnose, didYouMean } from "../source/index.ts";
import { asYaml } from "./as-yaml.ts";
import { corrected, correctedLanguage, yesOrNo } from "./corrected.ts";
import {
  EMPTY_VALUE,
  MALFORMED,
  MALFORMED_KEY,
  MISSING_KEY,
  NOT_A_CHOICE,
  NOT_A_LANGUAGE,
  NOT_YES_OR_NO,
  REPEATED,
  TOO_MANY,
  UNKNOWN_KEY,
  WRONG_SHAPE,
} from "./findings.ts";
import { type FileKind, kindOfKey } from "./kind.ts";
import type { Mistake } from "./mistakes.ts";
import { beginning, type Place, underlined } from "./place.ts";
import { homeOf, resolved, type Schema, schemaAt, schemaOfKey } from "./schema.ts";
import { quoted, shown } from "./shown.ts";

/** The file that a mistake is in. */
export interface Explained {
  readonly kind: FileKind;
  readonly schema: Schema;
  readonly text: string;
}

type Of<K extends Mistake["kind"]> = Extract<Mistake, { kind: K }>;

/** A mistake in the author's words. */
export function explain(mistake: Mistake, file: Explained): Diagnostic {
  switch (mistake.kind) {
    case "unknown key":
      return unknownKey(mistake, file);
    case "malformed key":
      return malformedKey(mistake, file);
    case "missing key":
      return missingKey(mistake, file);
    case "wrong shape":
      return wrongShape(mistake, file);
    case "not a choice":
      return notAChoice(mistake, file);
    case "malformed":
      return malformed(mistake, file);
    case "empty":
      return diagnose(EMPTY_VALUE, {
        at: mistake.place.entry?.key.span ?? mistake.place.node.span,
        message: `${capital(nameOf(mistake.place, file))} is empty`,
        remedy: `Write ${sample(mistake.place, schemaOf(mistake.place, file))}, or delete the line.`,
      });
    case "too many": {
      const most = schemaOf(mistake.place, file).maxItems ?? 0;
      return diagnose(TOO_MANY, {
        at: beginning(mistake.item),
        message: `${capital(nameOf(mistake.place, file))} has ${mistake.count} items; at most ${most} are allowed`,
        remedy: `Keep the ${most} most important ones.`,
      });
    }
    case "repeated": {
      const written = mistake.item.kind === "scalar" ? quoted(mistake.item.text) : "this item";
      return diagnose(REPEATED, {
        at: beginning(mistake.item),
        message: `${written} stands twice in ${nameOf(mistake.place, file)}`,
      });
    }
  }
}

function unknownKey({ place, entry, meant }: Of<"unknown key">, file: Explained): Diagnostic {
  const written = entry.key.text;
  const allowed = Object.keys(schemaOf(place, file).properties ?? {});
  const at = entry.key.span;
  const here = `${quoted(written)} is not a key of ${nameOf(place, file)}`;
  if (meant !== undefined) {
    return diagnose(UNKNOWN_KEY, {
      at,
      message: `${here}; did you mean "${meant}"?`,
      remedy: `Write ${meant}:`,
    });
  }
  const home = homeOf(file.schema, written);
  if (home !== undefined) return keyOutOfPlace(here, written, home, at);
  const ownFile = place.path.length === 0 ? kindOfKey(written) : undefined;
  if (ownFile !== undefined) {
    return diagnose(UNKNOWN_KEY, {
      at,
      message: `${here}`,
      remedy: `Move ${written}: to a file of its own.`,
    });
  }
  const free = allowed.filter((key) => !hasKey(place, key));
  return diagnose(UNKNOWN_KEY, {
    at,
    message: `${here}${didYouMean(written, free)}`,
    remedy:
      allowed.length === 0 ? "Delete the line." : `Write one of ${choices(allowed, 40)}, or delete the line.`,
  });
}

function keyOutOfPlace(here: string, key: string, home: readonly string[], at: Diagnostic["at"]): Diagnostic {
  return home.length === 0
    ? diagnose(UNKNOWN_KEY, {
        at,
        message: `${here}; it belongs at the left margin`,
        remedy: `Write ${key}: without blanks before it.`,
      })
    : diagnose(UNKNOWN_KEY, {
        at,
        message: `${here}; it belongs under "${home.join(": ")}"`,
        remedy: `Move ${key}: below ${home.at(-1)}: and indent it further.`,
      });
}

function hasKey({ node }: Place, key: string): boolean {
  return node.kind === "map" && node.entries.some((entry) => entry.key.text === key);
}

function malformedKey({ place, entry }: Of<"malformed key">, file: Explained): Diagnostic {
  const names = schemaOf(place, file).propertyNames ?? {};
  const written = entry.key.text;
  const at = entry.key.span;
  if (names.$ref === LANGUAGE) {
    const code = correctedLanguage(written);
    return diagnose(NOT_A_LANGUAGE, {
      at,
      message: `${quoted(written)} is not a language code`,
      remedy: `Write ${code === undefined ? "a code such as en for English or es for Spanish" : `${code}:`}`,
    });
  }
  const form = resolved(file.schema, names);
  const better = corrected(written, form);
  return diagnose(MALFORMED_KEY, {
    at,
    message: `${quoted(written)} cannot be a name in ${nameOf(place, file)}`,
    remedy: better === undefined ? `Write ${expected(form)}.` : `Write ${better}:`,
  });
}

const LANGUAGE = "#/$defs/language";

function missingKey({ place, map, key }: Of<"missing key">, file: Explained): Diagnostic {
  const wanted = schemaOfKey(file.schema, schemaOf(place, file), key) ?? {};
  return diagnose(MISSING_KEY, {
    at: place.entry?.key.span ?? beginning(map),
    message: `${capital(nameOf(place, file))} has no "${key}"`,
    remedy: `Add ${snippet(key, wanted)}${wanted.description === undefined ? "." : ` — ${wanted.description}`}`,
  });
}

function wrongShape({ place }: Of<"wrong shape">, file: Explained): Diagnostic {
  const wanted = schemaOf(place, file);
  const types = [wanted.type ?? []].flat();
  const found = { scalar: "one text", seq: "a list", map: "a block of keys" }[place.node.kind];
  return diagnose(WRONG_SHAPE, {
    at: underlined(place, file.text),
    message: `${capital(nameOf(place, file))} is ${found}, where ${belongs(types)} belongs`,
    remedy: shapeRemedy(place, wanted, types),
  });
}

function belongs(types: readonly string[]): string {
  const has = (type: string) => types.includes(type);
  const one = has("string") || has("integer") || has("number");
  if (one && has("object")) return "one text or a block of keys";
  if (one && has("array")) return "one text or a list";
  if (has("array")) return "a list";
  return has("object") ? "a block of keys" : "one text";
}

function shapeRemedy(place: Place, wanted: Schema, types: readonly string[]): string {
  const keys = Object.keys(wanted.properties ?? {});
  if (
    types.length === 1 &&
    types[0] === "object" &&
    wanted.additionalProperties === false &&
    keys.length > 0
  ) {
    return `Below it, indented and each on a line of its own, write ${choices(keys, 40)}.`;
  }
  if (types.length === 1 && types[0] === "array") {
    return `Write each item on a line of its own after a dash, or between brackets: ${sample(place, wanted)}.`;
  }
  return `Write ${sample(place, wanted)}.`;
}

function notAChoice({ place, text }: Of<"not a choice">, file: Explained): Diagnostic {
  const values = schemaOf(place, file).enum ?? [];
  const at = underlined(place, file.text);
  const word = yesOrNo(text);
  if (word !== undefined && values.includes(word)) {
    return diagnose(NOT_YES_OR_NO, {
      at,
      message: `${capital(nameOf(place, file))} is ${quoted(text)}; the language says yes and no`,
      remedy: `Write ${place.entry === undefined ? word : `${shown(place.entry.key.text)}: ${word}`}.`,
    });
  }
  return diagnose(NOT_A_CHOICE, {
    at,
    message: `${capital(nameOf(place, file))} is ${quoted(text)}, which is not in the list${didYouMean(text, values)}`,
    remedy: `Write ${values.length === 1 ? "" : "one of "}${choices(values, 40)}.`,
  });
}

function malformed({ place, text }: Of<"malformed">, file: Explained): Diagnostic {
  const form = schemaOf(place, file);
  const at = underlined(place, file.text);
  const name = capital(nameOf(place, file));
  if (text.trim() === "") {
    return diagnose(EMPTY_VALUE, {
      at,
      message: `${name} is empty`,
      remedy: `Write ${sample(place, form)}, or delete the line.`,
    });
  }
  const better = corrected(text, form);
  return diagnose(MALFORMED, {
    at,
    message: `${name} is ${quoted(text)}; it should be ${expected(form)}`,
    remedy: `Write ${better === undefined ? sample(place, form) : withKey(place, better)}.`,
  });
}

function schemaOf(place: Place, file: Explained): Schema {
  return schemaAt(file.schema, place.path) ?? {};
}

function expected(form: Schema): string {
  return form["x-expected"] ?? "a text";
}

/** What to call a value: by its key, or by its position under the list's key. */
function nameOf({ path, owner }: Place, file: Explained): string {
  const step = path.at(-1);
  if (step === undefined || owner === undefined) return NAMES_OF_FILES[file.kind] ?? "this file";
  return typeof step === "number" ? `item ${step + 1} of ${nameOf(owner, file)}` : quoted(step);
}

const NAMES_OF_FILES: Partial<Record<FileKind, string>> = {
  workspace: "recare.yaml",
  campaign: "this campaign",
};

/** An example of what belongs at a place, with its key where it has one. */
function sample(place: Place, form: Schema): string {
  const [example] = form.examples ?? [];
  return example === undefined ? expected(form) : withKey(place, asYaml(example));
}

function withKey({ entry }: Place, value: string): string {
  return entry === undefined ? value : `${shown(entry.key.text)}: ${value}`;
}

function snippet(key: string, form: Schema): string {
  const [example] = form.examples ?? [];
  return typeof example === "object" || example === undefined ? `${key}:` : `${key}: ${asYaml(example)}`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
