import type { YamlEntry } from "../syntax/index.ts";
import { meantWord } from "./corrected.ts";
import type { Mistake, MistakeOf } from "./mistakes.ts";
import { type Schema, schemaAt } from "./schema.ts";

/**
 * The mistakes without those that follow from another. A misspelt key is one mistake: not also a missing key, nor a
 * value of the wrong shape where further texts may have any name.
 */
export function withoutConsequences(mistakes: readonly Mistake[], schema: Schema): readonly Mistake[] {
  const misspelt = new Map<YamlEntry, Mistake>();
  const causes = new Set<Mistake>();
  for (const mistake of mistakes) {
    const cause =
      mistake.kind === "missing key"
        ? misspeltFor(mistake, schema)
        : mistake.kind === "wrong shape"
          ? misspeltName(mistake, schema)
          : undefined;
    if (cause === undefined) continue;
    causes.add(mistake);
    misspelt.set(cause.entry, cause);
  }
  const kept = mistakes.filter(
    (mistake) =>
      !causes.has(mistake) &&
      !((mistake.kind === "unknown key" || mistake.kind === "malformed key") && misspelt.has(mistake.entry)),
  );
  return [...kept, ...misspelt.values()];
}

/** In a longer mapping nobody finds a misspelt key by eye, and comparing all of them would take its time. */
const MOST_KEYS = 200;

/** The key that was probably meant to be the one that is missing. */
function misspeltFor(
  { place, map, key }: MistakeOf<"missing key">,
  schema: Schema,
): MistakeOf<"unknown key"> | undefined {
  const known = schemaAt(schema, place.path)?.properties ?? {};
  const entry = map.entries
    .slice(0, MOST_KEYS)
    .find(
      (candidate) =>
        !Object.hasOwn(known, candidate.key.text) && meantWord(candidate.key.text, [key]) !== undefined,
    );
  return entry && { kind: "unknown key", place, entry, meant: key };
}

/** A key that is taken for a name of its own, and was probably meant to be a known one. */
function misspeltName(
  { place }: MistakeOf<"wrong shape">,
  schema: Schema,
): MistakeOf<"unknown key"> | undefined {
  const { entry, owner } = place;
  if (entry === undefined || owner === undefined) return undefined;
  const known = schemaAt(schema, owner.path)?.properties;
  if (known === undefined || Object.hasOwn(known, entry.key.text)) return undefined;
  const meant = meantWord(entry.key.text, Object.keys(known));
  return meant === undefined ? undefined : { kind: "unknown key", place: owner, entry, meant };
}
