import type { Change } from "./diff/index.ts";

/** Kinds of change that widen what a campaign is about, when something is added. */
const WIDENS: ReadonlySet<string> = new Set([
  "campaign",
  "step",
  "audience.segments",
  "copy.claim",
  "copy.languages",
  "copy.actions",
  "privacy.pages",
]);

/**
 * What is new in the scope of a campaign, of all changes since its approval: a segment, a step, a page, a language, a claim.
 * That needs a fresh review (rule R112): it is signed with a key, and no review on the forge covers it.
 */
export function newScope(changes: readonly Change[]): readonly Change[] {
  return changes.filter(
    ({ kind, direction, before }) =>
      direction === "CANNOT TELL" || (WIDENS.has(kind) && (direction === "ADDED" || before === null)),
  );
}
