import type { FileKind } from "./kind.ts";
import { schemaTexts } from "./validators.generated.js";

/** The keywords of our schemas that explain a mistake; what is checked is compiled ahead of time. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  /** What belongs here in words, after "write": "a date like 2026-11-23". */
  readonly "x-expected"?: string;
  /** The room that reads the value and says what is wrong with it; here its form is only shown to editors. */
  readonly "x-reader"?: string;
}

/** Steps from the root of a file: keys of mappings, positions in lists. */
export type Path = readonly (string | number)[];

const parsed = new Map<FileKind, Schema>();

/** The schema of a kind of file, parsed when the first mistake asks for it. */
export function schemaOf(kind: FileKind): Schema {
  const before = parsed.get(kind);
  if (before !== undefined) return before;
  const schema: Schema = JSON.parse(schemaTexts[kind]);
  parsed.set(kind, schema);
  return schema;
}

/** A schema with its reference followed; what is said beside the reference wins over what it refers to. */
export function resolved(root: Schema, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...beside } = schema;
  const definition = root.$defs?.[$ref.slice("#/$defs/".length)];
  return definition === undefined ? beside : { ...resolved(root, definition), ...beside };
}

/** The schema of the value under a key. */
export function schemaOfKey(root: Schema, schema: Schema, key: string): Schema | undefined {
  const known = schema.properties;
  const named = known !== undefined && Object.hasOwn(known, key) ? known[key] : undefined;
  const child = named ?? (schema.additionalProperties || undefined);
  return child && resolved(root, child);
}

/** The schema of the value at a path; nothing where the language has no such place. */
export function schemaAt(root: Schema, path: Path): Schema | undefined {
  let here: Schema | undefined = resolved(root, root);
  for (const step of path) {
    if (here === undefined) return undefined;
    if (typeof step === "number") here = here.items && resolved(root, here.items);
    else here = schemaOfKey(root, here, step);
  }
  return here;
}

/** The nearest place to the root where a key is known, as the keys above it; nothing where no place knows it. */
export function homeOf(root: Schema, key: string): readonly string[] | undefined {
  let level: { readonly schema: Schema; readonly above: readonly string[] }[] = [
    { schema: resolved(root, root), above: [] },
  ];
  // No place of the language lies deeper.
  for (let depth = 0; depth < 8 && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { schema, above } of level) {
      if (schema.properties !== undefined && Object.hasOwn(schema.properties, key)) return above;
      for (const child of [schema.items, schema.additionalProperties]) {
        if (child) next.push({ schema: resolved(root, child), above });
      }
      for (const [name, child] of Object.entries(schema.properties ?? {})) {
        next.push({ schema: resolved(root, child), above: [...above, name] });
      }
    }
    level = next;
  }
  return undefined;
}
