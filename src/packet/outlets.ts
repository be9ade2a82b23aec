import type { OutletPart } from "../model/index.ts";
import type { PacketOutlet, PacketStep } from "./model.ts";
import { distinct } from "./words.ts";

/** Languages in which a step has words, in the order of its outlets. */
export function languagesOf(step: PacketStep): readonly string[] {
  return distinct(step.outlets.map((outlet) => outlet.language));
}

/** The outlets of one part: one for each arm of a test, or each name where there are several. */
export function partOf(step: PacketStep, part: OutletPart, language: string): readonly PacketOutlet[] {
  return step.outlets.filter((outlet) => outlet.part === part && outlet.language === language);
}

/** Two arms of a test: each outlet says which it is. */
export function isTested(outlets: readonly PacketOutlet[]): boolean {
  return outlets.some((outlet) => outlet.arm === "b");
}

/** How many wordings are shown, where that is not all of them: "12 of 96 shown". */
export function shownOf({ wordings }: PacketOutlet): string | null {
  const { shown, total, complete } = wordings;
  if (complete && shown.length === total) return null;
  return `${shown.length} of ${complete ? total : `at least ${total}`} wordings shown`;
}
