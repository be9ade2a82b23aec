import { type Kind, lexicon, scanText } from "../../lexicon/index.ts";
import type { Claim } from "../../model/index.ts";
import type { Role } from "../../plan/index.ts";
import type { CampaignQuestions } from "../rule.ts";
import { claimUses } from "./uses.ts";

/**
 * Asks a role about the approved claims of some kinds that a campaign uses, by their register entries and by their words:
 * that they were approved is checked; whether they are true of the people written to, nobody but a person knows.
 *
 * @param says what is asked, after the names of the claims
 */
export function askAbout(kinds: readonly Kind[], role: Role, says: string): CampaignQuestions {
  return function* (campaign, facts) {
    const used = new Set(claimUses(campaign, facts).map(({ claim }) => claim));
    const about = [...used].filter((claim) => isAbout(claim, kinds)).map(({ id }) => id);
    if (about.length === 0) return;
    const named = `${about.length === 1 ? "The claim" : "The claims"} ${about.toSorted().join(", ")}:`;
    yield { role, concern: "copy", text: `${named} ${says}` };
  };
}

function isAbout({ kind, text }: Claim, kinds: readonly Kind[]): boolean {
  if (kinds.some((other) => other === kind)) return true;
  return [...text].some(([language, { value }]) =>
    scanText(value, lexicon(), language).some((hit) => kinds.includes(hit.kind)),
  );
}
