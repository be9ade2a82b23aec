import type { Base } from "../../packet/index.ts";
import { Places } from "../../report/index.ts";
import { reviewOf, trustOf } from "../../review/index.ts";
import type { Compiled } from "../check/compiled.ts";
import { HERE, type LoadedSide } from "./side.ts";

/** A compiled workspace held against a base: what its packets need to say what changed. */
export function baseOf(base: LoadedSide, { compilation }: Compiled): Base {
  const { plans, workspace } = compilation;
  const built = new Set(plans.map(({ campaign }) => campaign));
  const broken = workspace.campaigns.filter(({ id }) => !built.has(id)).map(({ id, file }) => ({ id, file }));
  const places = new Places(base.texts);
  return {
    // Whose signature counts is read from the base, never from the change that is to be signed.
    review: reviewOf(base, { name: HERE, plans, broken }, trustOf(base.texts).value.required),
    plans: base.plans,
    place: (span) => ({ file: span.file, ...places.of(span).start }),
  };
}
