import { type Condition, type Fields, parseCondition } from "../../src/audience/index.ts";
import type { Span } from "../../src/source/index.ts";
import { FIELDS } from "./sample-fields.ts";

export const locate = (start: number, end: number): Span => ({ file: "campaign.yaml", start, end });

/** A condition that must be readable. */
export function condition(text: string, fields: Fields = FIELDS): Condition {
  const { value, diagnostics } = parseCondition(text, locate, fields);
  if (value === undefined)
    throw new Error(`${text}: ${diagnostics.map(({ message }) => message).join("; ")}`);
  return value;
}
