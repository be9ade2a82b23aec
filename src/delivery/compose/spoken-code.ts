import { sha256 } from "../../plan/index.ts";

/** Letters and digits that sound and look like no other (Crockford's base 32, without vowels). */
const SIGNS = "23456789BCDFGHJKMNPQRSTVWXYZ";

/**
 * What a person is asked to say when they call back: four signs that tell campaign and step to those who have the
 * plan, and to nobody else. Everybody who gets the step has the same.
 *
 * @example spokenCode("missed-visit", "call-1") // "K7QD"
 */
export function spokenCode(campaign: string, step: string): string {
  const digest = sha256(JSON.stringify(["spoken code", campaign, step])).replace(/^sha256:/, "");
  return [0, 1, 2, 3]
    .map((at) => SIGNS[Number.parseInt(digest.slice(at * 4, at * 4 + 4), 16) % SIGNS.length])
    .join("");
}
