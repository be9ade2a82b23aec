/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A FHIR resource, of which nothing is known until it is looked at. */
export type Resource = { readonly [key: string]: Json };

/** A row of a roster table before its cells are read: text, as a CSV file would hold it. */
export type TextRow = { readonly [column: string]: string | undefined };

export function isRecord(value: Json | undefined): value is Resource {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A part of a resource, or nothing: `at(patient, "name", 0, "family")`. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let part = value;
  for (const step of path) {
    if (typeof step === "number") part = Array.isArray(part) ? part[step] : undefined;
    else part = isRecord(part) && Object.hasOwn(part, step) ? part[step] : undefined;
  }
  return part;
}

export function textAt(value: Json | undefined, ...path: readonly (string | number)[]): string | undefined {
  const part = at(value, ...path);
  return typeof part === "string" ? part : undefined;
}

/** The members of a list that are records. */
export function recordsAt(
  value: Json | undefined,
  ...path: readonly (string | number)[]
): readonly Resource[] {
  const part = at(value, ...path);
  return Array.isArray(part) ? part.filter(isRecord) : [];
}

/** The id in a reference to a resource of a type: `Patient/p1` → `p1`. Other types, and references of other servers, are none. */
export function idOf(reference: Json | undefined, type: string): string | undefined {
  const text = textAt(reference, "reference");
  return text === undefined
    ? undefined
    : new RegExp(`(?:^|/)${type}/([A-Za-z0-9.-]{1,64})(?:/_history/.*)?$`).exec(text)?.[1];
}

/** The id in the first reference of a list to a resource of a type. */
export function firstIdOf(references: readonly Resource[], ...types: readonly string[]): string | undefined {
  return types.flatMap((type) => references.flatMap((reference) => idOf(reference, type) ?? [])).at(0);
}

/** The first code of a CodeableConcept, or of a list of them. */
export function codeOf(concept: Json | undefined): string | undefined {
  const one = Array.isArray(concept) ? concept[0] : concept;
  return textAt(one, "coding", 0, "code");
}

/** The day of a FHIR date or dateTime, as it is written there; nothing where it is only a year or a month. */
export function dayOf(dateTime: string | undefined): string | undefined {
  return dateTime === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(dateTime)?.[0];
}

/** A FHIR dateTime that says the time of day too. */
export function instantOf(dateTime: string | undefined): string | undefined {
  return dateTime?.includes("T") ? dateTime : undefined;
}

/** When a resource was recorded: its own time where it has one, else when the server last wrote it. */
export function recordedAt(resource: Resource, own: string | undefined): string | undefined {
  return instantOf(own) ?? textAt(resource, "meta", "lastUpdated");
}

/** What FHIR has no place for is an extension of this address and the name of the column. */
export const FIELD_EXTENSION = "https://recare.dev/fhir/field/";

/** Facts that FHIR has no place for, as extensions `https://recare.dev/fhir/field/<column>`; several make a list. */
export function extraColumns(resource: Resource): TextRow {
  const values = new Map<string, string[]>();
  for (const extension of recordsAt(resource, "extension")) {
    const url = textAt(extension, "url");
    if (url === undefined || !url.startsWith(FIELD_EXTENSION)) continue;
    const [, value] = Object.entries(extension).find(([key]) => key.startsWith("value")) ?? [];
    if (value === undefined || value === null || typeof value === "object") continue;
    const column = url.slice(FIELD_EXTENSION.length);
    values.set(column, [...(values.get(column) ?? []), String(value)]);
  }
  return Object.fromEntries([...values].map(([column, texts]) => [column, texts.join("|")]));
}
