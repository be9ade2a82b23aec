import { isDate } from "../calendar/index.ts";
import { PACK_NAMES, type PackName } from "../source/index.ts";
import { isLimit, LIMITS, type LimitMeaning } from "./limits.ts";
import type { Pack, PackEntry } from "./pack.ts";
import { readValue } from "./value.ts";

/** A file of data/packs as it was parsed: nothing is known of its shape. */
export interface PackFile {
  readonly name: string;
  readonly content: unknown;
}

const CONFIDENCES = ["checked", "memory", "unsettled"] as const;

/**
 * The product's packs from their files, for the build. An entry under `states` counts for each of them.
 *
 * @throws Error with the file and what is wrong: a pack that cannot be read is not shipped
 */
export function assemblePacks(files: readonly PackFile[]): readonly Pack[] {
  const packs = files.map(({ name, content }) => {
    try {
      return packOf(content);
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  return [...packs].sort((a, b) => PACK_NAMES.indexOf(a.name) - PACK_NAMES.indexOf(b.name));
}

function packOf(content: unknown): Pack {
  const file = recordOf(content, "the file");
  const name = PACK_NAMES.find((known) => known === file.pack);
  if (name === undefined) throw new Error(`"${String(file.pack)}" is not the name of a pack`);
  const asOf = dateOf(file.as_of);
  const entries = listOf(file.limits, "limits").flatMap((entry) => entriesOf(entry, name, asOf));
  const places = entries.map(({ limit, state }) => `${limit} ${state ?? ""}`);
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (twice !== undefined) throw new Error(`${twice} is set twice`);
  return { name, title: textOf(file.title, "title"), asOf, entries };
}

function entriesOf(content: unknown, pack: PackName, packAsOf: string): readonly PackEntry[] {
  const entry = recordOf(content, "an entry");
  const limit = textOf(entry.limit, "limit");
  if (!isLimit(limit)) throw new Error(`"${limit}" is not a limit`);
  const meaning: LimitMeaning = LIMITS[limit];
  if (!meaning.packs.includes(pack)) throw new Error(`${limit} does not belong to this pack`);
  const value = readValue(writtenValue(entry.value), meaning);
  if (!value.ok) throw new Error(`${limit}: ${value.problem.message}`);
  const confidence = CONFIDENCES.find((known) => known === entry.confidence);
  if (confidence === undefined) throw new Error(`${limit} needs a confidence: ${CONFIDENCES.join(", ")}`);
  const states = entry.states === undefined ? [undefined] : listOf(entry.states, "states").map(stateOf);
  const cites = listOf(entry.cites, "cites").map((cite) => textOf(cite, "a citation"));
  if (cites.length === 0) throw new Error(`${limit} cites nothing`);
  const asOf = entry.as_of === undefined ? packAsOf : dateOf(entry.as_of);
  const source = textOf(entry.source, "source");
  return states.map((state) => ({ limit, state, value: value.value, cites, asOf, confidence, source }));
}

function recordOf(content: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new Error(`${what} is not a mapping`);
  }
  return Object.fromEntries(Object.entries(content));
}

function listOf(content: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(content)) throw new Error(`${what} is not a list`);
  return content;
}

function textOf(content: unknown, what: string): string {
  if (typeof content !== "string" || content.trim() === "") throw new Error(`${what} is not a text`);
  return content;
}

/** Long sets of words are written as a list. */
function writtenValue(content: unknown): string {
  return Array.isArray(content)
    ? content.map((word) => textOf(word, "a word")).join(", ")
    : textOf(content, "value");
}

function dateOf(content: unknown): string {
  const text = textOf(content, "as_of");
  if (!isDate(text)) throw new Error(`"${text}" is not a date`);
  return text;
}

function stateOf(content: unknown): string {
  const text = textOf(content, "a state");
  if (!/^[A-Z]{2}$/.test(text)) throw new Error(`"${text}" is not a state of two letters`);
  return text;
}
