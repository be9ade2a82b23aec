import { type Facts, standingOf } from "../../analysis/index.ts";
import type { Campaign, Claim, Words } from "../../model/index.ts";
import type { ByLanguage, PacketClaim } from "../model.ts";
import { distinct } from "../words.ts";

/** Claims that some wording of the campaign states, by name or typed out, in the order of their first use. */
export function claimsOf(campaign: Campaign, facts: Facts, today: string): readonly PacketClaim[] {
  const uses = facts
    .outletsOf(campaign)
    .flatMap(({ claims, step }) => claims.map(({ claim: { id } }) => ({ id, step: step.id })));
  return distinct(uses.map(({ id }) => id)).flatMap((id) => {
    const claim = facts.workspace.library.claims.get(id);
    if (claim === undefined) return [];
    const usedIn = distinct(uses.filter((use) => use.id === id).map(({ step }) => step));
    return [describe(claim, usedIn, campaign.languages, today)];
  });
}

function describe(
  claim: Claim,
  usedIn: readonly string[],
  languages: readonly string[],
  today: string,
): PacketClaim {
  const { id, kind, text, evidence, approved, valid } = claim;
  return {
    id,
    kind,
    text: byLanguage(text, languages),
    evidence: {
      file: evidence.file.value,
      section: evidence.section ?? null,
      sha256: evidence.sha256 ?? null,
    },
    approved: { by: approved.by, role: approved.role, on: approved.on },
    from: valid.from,
    until: valid.until,
    standing: standingOf(claim, today),
    usedIn,
  };
}

/** Words in the order of the campaign's languages. */
export function byLanguage(words: Words, languages: readonly string[]): ByLanguage {
  return languages.flatMap((language) => {
    const text = words.get(language)?.value;
    return text === undefined ? [] : [{ language, text }];
  });
}
