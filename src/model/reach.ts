import type { FieldSpec } from "../audience/index.ts";
import { ANCHORS, type Anchor } from "./campaign.ts";

/** What a campaign's conditions and texts may ask about: its anchor, and what belongs to that one alone. */
export interface Reach {
  readonly specs: ReadonlyMap<string, FieldSpec>;
  readonly anchor: Anchor;
}

/** Anchors of which an enrolment has one other: the order that a result answers. All have a patient and a clinic. */
const PARENTS: Readonly<Partial<Record<Anchor, readonly Anchor[]>>> = {
  result: ["order", "visit"],
  procedure: ["visit", "order"],
  prescription: ["care_plan"],
};

/**
 * Whether a field is one fact for each enrolment. From a visit there are many results, or none.
 *
 * @example isInReach("result.urgency", "visit") // false
 */
export function isInReach(path: string, anchor: Anchor): boolean {
  const root = ANCHORS.find((name) => name === path.split(".")[0]);
  return (
    root === undefined || root === "patient" || root === anchor || (PARENTS[anchor] ?? []).includes(root)
  );
}
