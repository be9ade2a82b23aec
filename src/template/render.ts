import { engine } from "./engine.ts";
import { print } from "./print.ts";
import type { Template } from "./tree.ts";

/** The facts of one patient, by the parts of their paths; words for patients under `say`. Plain data only. */
export interface PatientFacts {
  readonly [name: string]: PatientFact;
}
export type PatientFact =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly PatientFact[]
  | PatientFacts;

/**
 * Prepares a template, or one that was printed before, for rendering many times with the real engine.
 *
 * Values are data: Liquid inside them is printed as it stands, never read. Nothing is escaped for HTML; each channel
 * does that where it writes.
 *
 * @throws liquidjs' ParseError for a source that did not come from `print`.
 */
export function renderer(template: Template | string): (facts: PatientFacts) => string {
  const liquid = engine();
  const parsed = liquid.parse(typeof template === "string" ? template : print(template));
  return (facts) => String(liquid.renderSync(parsed, facts));
}

/**
 * One rendering with the real engine.
 *
 * @example render("Hi {{ patient.first_name }}", { patient: { first_name: "Ana" } }) // "Hi Ana"
 */
export function render(template: Template | string, facts: PatientFacts): string {
  return renderer(template)(facts);
}
