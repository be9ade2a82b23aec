import { listed } from "../source/index.ts";
import { asYaml } from "./as-yaml.ts";
import type { FileKind } from "./kind.ts";
import type { Place } from "./place.ts";
import { type Schema, schemaAt } from "./schema.ts";
import { quoted, shown } from "./shown.ts";

/** A file that is held against the schema of its kind. */
export interface HeldFile {
  readonly kind: FileKind;
  readonly schema: Schema;
  readonly text: string;
}

/** What the language says of a place. */
export function schemaOf(place: Place, file: HeldFile): Schema {
  return schemaAt(file.schema, place.path) ?? {};
}

/** What belongs at a place, in words. */
export function expected(form: Schema): string {
  return form["x-expected"] ?? "a text";
}

/** What to call a value at the beginning of a sentence; names of files and keys stay as they are written. */
export function subject(place: Place, file: HeldFile): string {
  return nameOf(place, file).replace(
    /^(?:this|item) /,
    (word) => word.charAt(0).toUpperCase() + word.slice(1),
  );
}

/** What to call a value: by its key, or by its position under the list's key. */
export function nameOf({ path, owner }: Place, file: HeldFile): string {
  const step = path.at(-1);
  if (step === undefined || owner === undefined) return NAMES_OF_FILES[file.kind] ?? "this file";
  return typeof step === "number" ? `item ${step + 1} of ${nameOf(owner, file)}` : quoted(step);
}

const NAMES_OF_FILES: Partial<Record<FileKind, string>> = {
  workspace: "recare.yaml",
  campaign: "this campaign",
};

/** An example of what belongs at a place, with its key where it has one. */
export function sample(place: Place, form: Schema): string {
  const [example] = form.examples ?? [];
  return example === undefined ? expected(form) : withKey(place, asYaml(example));
}

/** A value as it stands beside the key of its place. */
export function withKey({ entry }: Place, value: string): string {
  return entry === undefined ? value : `${shown(entry.key.text)}: ${value}`;
}

/** A missing key with what it might hold. */
export function snippet(key: string, form: Schema): string {
  const [example] = form.examples ?? [];
  if (typeof example !== "object") return example === undefined ? `${key}:` : `${key}: ${asYaml(example)}`;
  return form.required === undefined ? `${key}: ${asYaml(example)}` : `${key}: with ${listed(form.required)}`;
}

/** With a full stop, unless an example has brought one. */
export function sentence(words: string): string {
  return words.endsWith(".") ? words : `${words}.`;
}
