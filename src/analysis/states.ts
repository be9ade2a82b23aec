import { type Condition, fieldsOf, judge } from "../audience/index.ts";
import { type Campaign, fieldSpecs, type Workspace } from "../model/index.ts";
import { STATES, type StateCode, stateOfAddress } from "../packs/index.ts";
import { compareText } from "../source/index.ts";

/** The field in which a roster says where a patient lives, as two letters. */
export const STATE_FIELD = "patient.state";

/** States in which people of a campaign can be. */
export interface Whereabouts {
  /** Sorted. */
  readonly states: readonly StateCode[];
  /** What tells: conditions of the audience, or only where the clinics are. */
  readonly by: "audience" | "locations";
  /** Locations whose address does not end with a state and a ZIP code. */
  readonly unplaced: readonly string[];
}

/**
 * Where people of a campaign can be. An audience that asks for `patient.state` says it; else it is every state of the
 * organisation's clinics and of their video visits, without those that the audience keeps out.
 */
export function whereaboutsOf(campaign: Campaign, { library, today }: Workspace): Whereabouts {
  const specs = fieldSpecs(library.fields);
  // A condition that asks for anything else too says nothing of states alone: they all stay possible.
  const answers = (state: StateCode, conditions: readonly { readonly value: Condition }[]) =>
    conditions
      .filter(({ value }) => [...fieldsOf(value)].every((path) => path === STATE_FIELD))
      .map(({ value }) => judge(value, { [STATE_FIELD]: state }, today, specs));
  const { include = [], exclude = [] } = campaign.audience ?? {};
  const included = STATES.filter((state) => !answers(state, include).includes(false));
  const isStated = included.length < STATES.length;
  const places = [...library.locations.values()];
  const clinics = places.flatMap(({ address, telehealth }) => [stateOfAddress(address.value), ...telehealth]);
  const states = (isStated ? included : [...new Set(clinics)])
    .filter((state) => state !== undefined)
    .filter((state) => !answers(state, exclude).includes(true));
  return {
    states: [...states].sort(compareText),
    by: isStated ? "audience" : "locations",
    unplaced: places
      .filter(({ address }) => stateOfAddress(address.value) === undefined)
      .map(({ id }) => id)
      .sort(compareText),
  };
}
