import type { Facts } from "../../analysis/index.ts";
import type { Campaign } from "../../model/index.ts";
import type { PacketClaim, Statement } from "../model.ts";
import { CHANNEL_NAMES, distinct, idName, languageName, listed } from "../words.ts";

/** Consent, and every other fact that a packet rests on, each with its ground. */
export function statementsOf(
  campaign: Campaign,
  { workspace }: Facts,
  claims: readonly PacketClaim[],
): readonly Statement[] {
  const { declarations, steps, recipients } = campaign;
  const channels = distinct(steps.map(({ channel }) => channel));
  const used = new Set(channels);
  return [
    stated("Consent basis", declarations.consentBasis?.value),
    stated("Consent wording that people saw", declarations.consentWording?.value),
    ...channels.map((channel) =>
      stated(
        `Consent that a ${CHANNEL_NAMES[channel].toLowerCase()} needs`,
        workspace.organization.channels[channel].consent,
      ),
    ),
    ...(recipients.caregiver === undefined
      ? []
      : [stated("Permission that a caregiver holds", recipients.caregiver)]),
    stated("Who pays for it", declarations.funding?.value),
    ...declarations.vendors
      .filter(({ handles }) => handles.some((channel) => used.has(channel)))
      .map(({ name, handles, agreement }) =>
        stated(
          `Agreement with ${name} (${listed(handles.map((channel) => CHANNEL_NAMES[channel].toLowerCase()))})`,
          agreement,
        ),
      ),
    ...(used.has("sms")
      ? [stated("Registration of the text sender", declarations.senderRegistration?.value)]
      : []),
    stated("How long records are kept", declarations.retention?.value),
    ...(used.has("email")
      ? [
          stated("Who reads answers to email", declarations.mailboxReadBy?.value),
          stated("What protects facts in email", declarations.emailProtection?.value),
        ]
      : []),
    ...campaign.languages.slice(1).map((language) => {
      const review = declarations.translations.get(language);
      return stated(
        `Who read the ${languageName(language)}`,
        review && `${review.by}, on ${review.on}${review.wording ? ` (${review.wording.value})` : ""}`,
      );
    }),
    ...(campaign.owner === undefined
      ? []
      : [stated(`Training of ${idName(campaign.owner.team.id)}`, campaign.owner.team.trainedOn)]),
    ...claims.map(({ evidence, id }) => ({
      about: `Evidence of the claim ${id}`,
      says: evidence.sha256 === null ? null : `${evidence.file}, digest ${evidence.sha256.slice(0, 12)}…`,
      ground: "measured" as const,
    })),
  ];
}

function stated(about: string, says: string | undefined): Statement {
  return { about, says: says ?? null, ground: "stated" };
}
