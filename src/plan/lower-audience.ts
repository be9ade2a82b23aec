import type { Facts } from "../analysis/index.ts";
import type { Campaign, Organization } from "../model/index.ts";
import { fieldsRead } from "./fields-read.ts";
import { lowerCondition, lowerConditions } from "./lower-condition.ts";
import type { SourceMap } from "./source-map.ts";
import type { Plan } from "./types.ts";

/** Who is written to, in conditions and in words, and every field that is needed to know it. */
export function lowerAudience(campaign: Campaign, facts: Facts, sources: SourceMap): Plan["audience"] {
  const { audience } = campaign;
  return sources.mark(audience?.at, {
    anchor: audience?.anchor ?? "patient",
    include: lowerConditions(audience?.include ?? [], sources),
    exclude: lowerConditions(audience?.exclude ?? [], sources),
    segments: (audience?.segments ?? []).map(({ id, condition, owner, firstContact, success, at }) =>
      sources.mark(at, {
        id,
        when: condition ? lowerCondition({ value: condition, at }, sources) : null,
        owner: owner?.id ?? null,
        first_contact: firstContact ? { count: firstContact.count, unit: firstContact.unit } : null,
        success: success ?? null,
      }),
    ),
    fields: fieldsRead(campaign, facts),
    chosen_by:
      campaign.chosenBy.length > 0
        ? sources.mark(campaign.keys.get("chosen_by"), {
            fields: campaign.chosenBy.map(({ value }) => value),
            because: campaign.because?.value ?? "",
          })
        : null,
    others: campaign.others?.team.id ?? null,
    pathway: lowerPathway(campaign),
    re_enter: campaign.reEnter,
  });
}

/** Random assignment: md5 of salt and patient, its first eight hex digits compared with a threshold. */
export function lowerAssign(campaign: Campaign, sources: SourceMap): Plan["assign"] {
  const { holdout, test, id } = campaign;
  return {
    holdout: holdout
      ? sources.mark(holdout.at, { salt: `${id}|holdout`, below: threshold(holdout.value) })
      : null,
    test: test
      ? sources.mark(test.at, {
          step: test.step,
          change: test.change,
          winner: test.winner,
          salt: `${id}|test`,
          below: threshold(50),
        })
      : null,
  };
}

/** Eight hex digits that `percent` of all hashes are below. */
function threshold(percent: number): string {
  return Math.round((percent / 100) * 0x1_0000_0000)
    .toString(16)
    .padStart(8, "0");
}

/** On what consent each channel rests. */
export function lowerConsent(campaign: Campaign, organization: Organization): Plan["consent"] {
  const { declarations, recipients, steps } = campaign;
  const used = [...new Set(steps.map(({ channel }) => channel))].sort();
  return {
    basis: declarations.consentBasis?.value ?? null,
    wording: declarations.consentWording?.value ?? null,
    channels: Object.fromEntries(used.map((channel) => [channel, organization.channels[channel].consent])),
    patient: recipients.patient,
    caregiver: recipients.caregiver ?? null,
    minors: "not contacted",
  };
}

function lowerPathway({ pathway }: Campaign): Plan["audience"]["pathway"] {
  if (pathway === undefined) return null;
  const { id, soon, longLapsed, signedBy } = pathway.pathway;
  return { id, soon: soon ?? null, long_lapsed: longLapsed ?? null, signed_by: signedBy ?? null };
}
