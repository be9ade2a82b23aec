import { type Condition, overlaps } from "../../audience/index.ts";
import { type Campaign, fieldSpecs, type Library, type Location, type Step } from "../../model/index.ts";
import type { LatticeWord } from "../../template/index.ts";
import { everyoneWritten } from "../campaign/everyone.ts";

/** Fields that say whose patient somebody is: their values are the names of clinics. */
function locationFields({ fields, locations }: Library): readonly string[] {
  return [...fields.values()]
    .filter(({ type }) => type.kind === "one-of" && type.values.every((value) => locations.has(value)))
    .map(({ path }) => path);
}

/**
 * Clinics whose patients a step may reach: all whom its conditions do not rule out. Without a field that names the clinic nothing rules
 * one out.
 */
export function reachedLocations(campaign: Campaign, step: Step, library: Library): readonly Location[] {
  const specs = fieldSpecs(library.fields);
  const { audience } = campaign;
  const conditions = [...(audience?.include ?? []), ...(step.onlyIf ? [step.onlyIf] : [])];
  const fields = locationFields(library);
  if (conditions.length === 0 || fields.length === 0) return [...library.locations.values()];
  const people = everyoneWritten(conditions, audience?.exclude ?? []);
  return [...library.locations.values()].filter(({ id, at }) =>
    fields.every((path) => {
      const here: Condition = {
        kind: "is",
        field: { path, at },
        values: [{ value: id, at }],
        negated: false,
        at,
      };
      return overlaps(people, here, specs) !== "no";
    }),
  );
}

/** Whether words are rendered only where a field says that the clinic is one of these. */
export function onlyAt(
  words: readonly LatticeWord[],
  locations: readonly string[],
  library: Library,
): boolean {
  const guards = locationFields(library).flatMap((path) => locations.map((id) => `${path} is ${id}`));
  return (
    words.length > 0 &&
    words.every(({ when }) => guards.some((guard) => `${when} and `.includes(`${guard} and `)))
  );
}
