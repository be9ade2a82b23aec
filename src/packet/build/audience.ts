import type { Facts } from "../../analysis/index.ts";
import { boundaryPeople, type Condition, english, type Fields, type Truth } from "../../audience/index.ts";
import { type Campaign, fieldSpecs, type Sourced, type Wait } from "../../model/index.ts";
import type { Plan } from "../../plan/index.ts";
import type { Audience, Boundary, BoundaryPerson } from "../model.ts";
import { count } from "../words.ts";
import { waterfallOf } from "./waterfall.ts";

/** @param former the plan of the base; nothing without one */
export function audienceOf(
  campaign: Campaign,
  facts: Facts,
  today: string,
  former: Plan | undefined,
): Audience {
  const fields = fieldSpecs(facts.workspace.library.fields);
  const { audience, chosenBy, because } = campaign;
  return {
    anchor: audience?.anchor ?? "patient",
    include: (audience?.include ?? []).map(({ value }) => english(value)),
    exclude: (audience?.exclude ?? []).map(({ value }) => english(value)),
    segments: (audience?.segments ?? []).map(({ id, condition, owner, firstContact, success }) => ({
      id,
      when: condition === undefined ? null : english(condition),
      owner: owner?.id ?? null,
      firstContact: firstContact === undefined ? null : waitInWords(firstContact),
      success: success ?? null,
    })),
    chosenBy:
      chosenBy.length === 0
        ? null
        : { fields: chosenBy.map(({ value }) => value), because: because?.value ?? "No reason is written." },
    others: campaign.others?.team.id ?? null,
    caregiver: campaign.recipients.caregiver ?? null,
    boundary: boundariesOf(campaign, fields, today),
    waterfall: waterfallOf(campaign, former, fields, today),
  };
}

/** A reviewer looks at some people of each condition, not at every code of a long list. */
const MOST = 12;

/** People at the edges of each condition: the quickest way to see a day too many or too few. */
function boundariesOf({ audience }: Campaign, fields: Fields, today: string): readonly Boundary[] {
  const beside = (
    conditions: readonly Sourced<Condition>[],
    verdictOf: (truth: Truth) => BoundaryPerson["verdict"],
  ) =>
    conditions.map(({ value }): Boundary => {
      const people = boundaryPeople(value, today, fields);
      return {
        condition: english(value),
        people: people
          .slice(0, MOST)
          .map(({ field, label, truth }) => ({ field, where: label, verdict: verdictOf(truth) })),
        more: Math.max(0, people.length - MOST),
      };
    });
  return [...beside(audience?.include ?? [], included), ...beside(audience?.exclude ?? [], keptOut)];
}

function included(truth: Truth): BoundaryPerson["verdict"] {
  return truth === "unknown" ? "out: unknown" : truth ? "in" : "out";
}

function keptOut(truth: Truth): BoundaryPerson["verdict"] {
  return truth === "unknown" ? "out: unknown" : truth ? "out" : "in";
}

/** "3 business days". */
export function waitInWords(wait: Wait): string {
  return count(wait.count, wait.unit);
}
