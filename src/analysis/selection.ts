import { type Condition, fieldRefsOf } from "../audience/index.ts";
import type { Campaign, Library } from "../model/index.ts";
import type { Selection } from "./facts.ts";

/** Fields that decide who is written to, or what is offered, in reading order; each path once for each way and step. */
export function selectionOf(campaign: Campaign, library: Library): readonly Selection[] {
  const found: Selection[] = [];
  const add = (condition: Condition, by: Selection["by"], step: string | undefined) => {
    for (const { path, at } of fieldRefsOf(condition)) {
      found.push({ path, field: library.fields.get(path), by, step, at });
    }
  };
  for (const { value } of campaign.audience?.include ?? []) add(value, "include", undefined);
  for (const { condition } of campaign.audience?.segments ?? []) {
    if (condition) add(condition, "segment", undefined);
  }
  for (const step of campaign.steps) {
    if (step.onlyIf) add(step.onlyIf.value, "only_if", step.id);
    for (const { when } of step.offers) {
      if (when) {
        found.push({
          path: when.value,
          field: library.fields.get(when.value),
          by: "offer",
          step: step.id,
          at: when.at,
        });
      }
    }
  }
  return found;
}
