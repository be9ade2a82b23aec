import { entryOf, type YamlEntry, type YamlMap, type YamlNode } from "../syntax/index.ts";
import { type Place, placeAt } from "./place.ts";
import type { SchemaError } from "./validators.generated.js";

/** One thing that an author got wrong, whatever number of errors a validator makes of it. */
export type Mistake =
  | { readonly kind: "wrong shape"; readonly place: Place }
  | {
      readonly kind: "unknown key";
      readonly place: Place;
      readonly entry: YamlEntry;
      readonly meant?: string;
    }
  | { readonly kind: "malformed key"; readonly place: Place; readonly entry: YamlEntry }
  | { readonly kind: "missing key"; readonly place: Place; readonly map: YamlMap; readonly key: string }
  | { readonly kind: "not a choice"; readonly place: Place; readonly text: string }
  | { readonly kind: "malformed"; readonly place: Place; readonly text: string }
  | { readonly kind: "empty"; readonly place: Place }
  | { readonly kind: "too many"; readonly place: Place; readonly count: number; readonly item: YamlNode }
  | { readonly kind: "repeated"; readonly place: Place; readonly item: YamlNode };

/** A mistake of one kind. */
export type MistakeOf<K extends Mistake["kind"]> = Extract<Mistake, { readonly kind: K }>;

/** More mistakes than this in one file are a file of another kind; nobody reads on. */
const MOST_ERRORS = 200;

/** A value of the wrong shape is not also blamed for its form: of two mistakes at one place the first kind stands. */
const GRAVEST_FIRST: readonly Mistake["kind"][] = [
  "wrong shape",
  "unknown key",
  "malformed key",
  "missing key",
  "not a choice",
  "malformed",
  "empty",
  "too many",
  "repeated",
];

/** The mistakes behind a validator's errors, one for each place. */
export function mistakesOf(root: YamlNode, errors: readonly SchemaError[]): readonly Mistake[] {
  const bySubject = new Map<string, Mistake>();
  for (const error of errors.slice(0, MOST_ERRORS)) {
    const place = placeAt(root, error.instancePath);
    const mistake = place && !isLeftOut(place.node) ? mistakeAt(place, error) : undefined;
    if (mistake === undefined) continue;
    const subject = subjectOf(mistake);
    const before = bySubject.get(subject);
    if (before === undefined || rank(mistake) < rank(before)) bySubject.set(subject, mistake);
  }
  return [...bySubject.values()];
}

/** A left-out value is reported where the file is read. */
function isLeftOut(node: YamlNode): boolean {
  return node.kind === "scalar" && node.isNull;
}

function rank(mistake: Mistake): number {
  return GRAVEST_FIRST.indexOf(mistake.kind);
}

/** What a mistake is about: a value, a key, or a key that is not there. */
function subjectOf(mistake: Mistake): string {
  switch (mistake.kind) {
    case "missing key":
      return `${mistake.place.node.span.start} lacks ${mistake.key}`;
    case "unknown key":
    case "malformed key":
      return `key at ${mistake.entry.key.span.start}`;
    case "repeated":
      return `value at ${mistake.item.span.start}`;
    default:
      return `value at ${mistake.place.node.span.start}`;
  }
}

function mistakeAt(place: Place, { keyword, params }: SchemaError): Mistake | undefined {
  const { node } = place;
  const named = (param: string) => String(params[param]);
  switch (keyword) {
    case "type":
      return { kind: "wrong shape", place };
    case "enum":
      return node.kind === "scalar" ? { kind: "not a choice", place, text: node.text } : undefined;
    // The form of a key is reported at its mapping, too; `propertyNames` says it once more, with the key.
    case "pattern":
    case "maxLength":
      return node.kind === "scalar" ? { kind: "malformed", place, text: node.text } : undefined;
    case "minItems":
    case "minProperties":
      return { kind: "empty", place };
    case "maxItems": {
      const limit = Number(params.limit);
      const item = node.kind === "seq" ? node.items[limit] : undefined;
      return node.kind === "seq" && item
        ? { kind: "too many", place, count: node.items.length, item }
        : undefined;
    }
    case "uniqueItems": {
      const later = Math.max(Number(params.i), Number(params.j));
      const item = node.kind === "seq" ? node.items[later] : undefined;
      return item && { kind: "repeated", place, item };
    }
    case "required":
      return node.kind === "map"
        ? { kind: "missing key", place, map: node, key: named("missingProperty") }
        : undefined;
    case "additionalProperties": {
      const entry = entryOf(node, named("additionalProperty"));
      return entry && { kind: "unknown key", place, entry };
    }
    case "propertyNames": {
      const entry = entryOf(node, named("propertyName"));
      return entry && { kind: "malformed key", place, entry };
    }
    default:
      return undefined;
  }
}
