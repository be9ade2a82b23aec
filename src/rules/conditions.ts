import { type Condition, parseCondition } from "../audience/index.ts";
import { type Campaign, fieldSpecs, type Library } from "../model/index.ts";
import type { Span } from "../source/index.ts";
import { everyoneWritten } from "./campaign/everyone.ts";

const NOWHERE: Span = { file: "", start: 0, end: 0 };

/** A question that a rule puts to the algebra, in the audience language; nothing where the fields do not allow it. */
export function conditionOf(text: string, { fields }: Library): Condition | undefined {
  return parseCondition(text, () => NOWHERE, fieldSpecs(fields)).value;
}

/** Everybody whom a campaign writes to, as one condition; nothing where it says no audience. */
export function peopleOf({ audience }: Campaign): Condition | undefined {
  return audience && everyoneWritten(audience.include, audience.exclude);
}
