import {
  type Change,
  lastDayOf,
  type Verification,
  type VerifiedCampaign,
  type VerifiedSignoff,
} from "../review/index.ts";
import { languageName } from "../source/index.ts";

/** "copy in Spanish" */
export function signedPart({ concern, language }: Pick<VerifiedSignoff, "concern" | "language">): string {
  return language === null ? concern : `${concern} in ${languageName(language)}`;
}

/** "dana@clinic.example, until 2027-11-23", and whether that is only known from a review on the forge. */
export function signedBy({ signer, grade, expiresAt }: VerifiedSignoff): string {
  const forge = grade === "forge" ? ", by a review on the forge, no signature" : "";
  return `${signer}, until ${lastDayOf(expiresAt ?? "")}${forge}`;
}

/** "REWORDED the text message of text-1 in English" */
export function changeInWords({ direction, about, before, after }: Change): string {
  const shown = direction === "REWORDED" || before === null || after === null ? "" : `: ${before} → ${after}`;
  return `${direction}  ${about}${shown}`;
}

/** "1 of 8 signatures stands" */
export function standing({ signoffs }: VerifiedCampaign): string {
  if (signoffs === null) return "it has errors, so there is nothing to sign: recare check says what";
  const valid = signoffs.filter((signoff) => signoff.standing === "valid").length;
  return `${valid} of ${signoffs.length} signatures stand${valid === 1 ? "s" : ""}`;
}

/** "2 campaigns: 1 approved, 1 not" */
export function tally({ campaigns }: Verification): string {
  const signed = campaigns.filter((campaign) => campaign.signed).length;
  const count = `${campaigns.length} campaign${campaigns.length === 1 ? "" : "s"}`;
  if (campaigns.length === 0) return "No campaign to verify";
  if (signed === campaigns.length) return `${count}: everybody who must sign has signed`;
  return signed === 0
    ? `${count}: not approved`
    : `${count}: ${signed} approved, ${campaigns.length - signed} not`;
}
