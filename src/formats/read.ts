import { mistakeText } from "./mistake.ts";
import { validators } from "./validators.generated.js";

/** Files that programs exchange, each with a schema in `schemas/` and its name and version under `format`. */
export const FORMATS = ["plan", "release", "provenance", "review", "simulation", "reach", "results"] as const;
export type FormatName = (typeof FORMATS)[number];

/** A larger file is refused unread: a review of a thousand changed campaigns is a tenth of this. */
export const MOST_CHARACTERS = 64 * 1024 * 1024;

/** What reads a value walks it by recursion; the conditions of a plan are bounded far below this. */
const MOST_DEPTH = 200;

/** So many mistakes are told; a file of another kind has thousands. */
const MOST_MISTAKES = 10;

export type Read<T> =
  | { readonly value: T; readonly mistakes?: undefined }
  | { readonly value?: undefined; readonly mistakes: readonly string[] };

/**
 * A file in one of our formats, from whoever wrote it: either it has exactly the form of its schema, or it is refused
 * with what is wrong and where. What a format asks for beyond its form (digests, signatures) its reader checks.
 *
 * @typeParam T the type that the schema describes; a test holds the two together
 *
 * @example
 * const { value, mistakes } = readFormat<Plan>("plan", text);
 * // mistakes: ["/steps/0/channel: must be text, is a number"]
 */
export function readFormat<T>(format: FormatName, text: string): Read<T> {
  if (text.length > MOST_CHARACTERS) {
    return {
      mistakes: [`the file has ${text.length} characters; more than ${MOST_CHARACTERS} are not read`],
    };
  }
  let value: unknown;
  try {
    value = parsed(text);
  } catch (error) {
    return { mistakes: [`it is not JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  if (isDeeper(text, MOST_DEPTH)) return { mistakes: [`it is nested more than ${MOST_DEPTH} levels deep`] };
  const named = formatNamed(value);
  const expected = `recare.${format}/1`;
  if (named !== expected) {
    const found = named === undefined ? "it names no format" : `its format is ${JSON.stringify(named)}`;
    return { mistakes: [`${found}; "format": "${expected}" is expected`] };
  }
  const validate = validators[format];
  if (isOfForm<T>(value, validate)) return { value };
  const mistakes = (validate.errors ?? []).map((error) => mistakeText(error, value));
  const told = [...new Set(mistakes)];
  const more = told.length - MOST_MISTAKES;
  return { mistakes: more > 0 ? [...told.slice(0, MOST_MISTAKES), `and ${more} more`] : told };
}

/** The format that a file names itself; nothing where it is no JSON, or names none. */
export function formatOf(text: string): string | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  try {
    return formatNamed(parsed(text));
  } catch {
    return undefined;
  }
}

/** @throws SyntaxError */
function parsed(text: string): unknown {
  return JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
}

function isOfForm<T>(value: unknown, validate: (value: unknown) => boolean): value is T {
  return validate(value);
}

function formatNamed(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("format" in value)) return undefined;
  return typeof value.format === "string" ? value.format.slice(0, 60) : undefined;
}

/** Whether the brackets of a JSON text are nested deeper than that. */
function isDeeper(json: string, most: number): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < json.length; i++) {
    const character = json[i];
    if (isQuoted && character === "\\") i += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "[" || character === "{")) depth += 1;
    else if (!isQuoted && (character === "]" || character === "}")) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
