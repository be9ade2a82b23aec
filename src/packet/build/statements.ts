import type { Facts } from "../../analysis/index.ts";
import { type Campaign, furtherFacts } from "../../model/index.ts";
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
    ...(used.has("sms") || used.has("phone") ? consentFacts(campaign) : []),
    ...channels.map((channel) =>
      stated(
        `Consent that a ${CHANNEL_NAMES[channel].toLowerCase()} needs`,
        workspace.organization.channels[channel].consent,
      ),
    ),
    ...(recipients.caregiver === undefined
      ? []
      : [
          stated("Permission that a caregiver holds", recipients.caregiver),
          stated("What patients agreed to about caregivers", declarations.caregiverConsent?.value),
        ]),
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
    ...furtherFacts(declarations).map(([key, says]) => stated(FACT_NAMES[key] ?? idName(key), says)),
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

/** What is stated about those who are texted and called; what only some campaigns need is left out where nobody stated it. */
function consentFacts({ declarations, languages }: Campaign): readonly Statement[] {
  const { consentRecord, numberSource, numbersChecked, doNotCall, optOut, exemption } = declarations;
  const confirmations = languages.flatMap((language) => optOut?.confirmation.get(language)?.value ?? []);
  return [
    stated("What the record of a consent holds", consentRecord && listed(consentRecord.value)),
    stated("Where phone numbers come from", numberSource?.value),
    ...(numbersChecked
      ? [stated("Numbers are checked for a new owner", `at most ${numbersChecked.value} before a message`)]
      : []),
    ...(doNotCall ? [stated("Lists that numbers are held against", listed(doNotCall.value))] : []),
    stated("Ways of opting out that are taken care of", optOut?.ways && listed(optOut.ways.value)),
    stated("What an opt-out ends", optOut?.scope?.value),
    ...(confirmations.length > 0 ? [stated("Text that confirms an opt-out", confirmations.join(" / "))] : []),
    ...(exemption
      ? [
          stated("How exempt messages cost nothing", exemption.freeToEndUser?.value),
          stated("Purpose under the health-care exemption", exemption.purpose?.value),
        ]
      : []),
  ];
}

const FACT_NAMES: Readonly<Record<string, string>> = {
  confidential_requests: "Requests for another address or way of contact",
  data_checks: "What is put right before anybody is written to",
  expected_response: "People who are expected to answer",
  funding_covers: "What the funding pays for",
  health_data_consent: "Consent to use health data of people who are no patients",
  marketing_authorization: "Authorization of marketing that somebody else pays for",
  part2: "Covered by 42 CFR Part 2",
};

function stated(about: string, says: string | undefined): Statement {
  return { about, says: says ?? null, ground: "stated" };
}
