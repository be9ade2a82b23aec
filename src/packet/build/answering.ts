import { type Facts, sayPhone } from "../../analysis/index.ts";
import { type Campaign, type Hours, REPLY_KINDS, WEEKDAYS } from "../../model/index.ts";
import { compareText } from "../../source/index.ts";
import type { Answering, Opening } from "../model.ts";

/** Who answers; of the teams only those whom this campaign names. */
export function answeringOf(campaign: Campaign, { workspace }: Facts): Answering {
  const { library } = workspace;
  const replies = REPLY_KINDS.flatMap((kind) => campaign.replies.get(kind) ?? []);
  const named = new Set(
    [
      campaign.owner?.team.id,
      campaign.urgent?.team.id,
      campaign.others?.team.id,
      ...(campaign.audience?.segments ?? []).map(({ owner }) => owner?.id),
      ...replies.flatMap(({ who, next }) => [who.value, next?.value.replace(/\.lead$/, "")]),
    ].filter((id) => id !== undefined),
  );
  return {
    replies: replies.map(({ kind, do: does, who, within, next }) => ({
      kind,
      does,
      who: who.value,
      within: within?.value ?? null,
      next: next?.value ?? null,
    })),
    urgent: campaign.urgent?.team.id ?? null,
    teams: [...library.teams.values()]
      .filter(({ id }) => named.has(id))
      .toSorted((a, b) => compareText(a.id, b.id))
      .map(({ id, lead, clinical, capacity, trainedOn, hours }) => ({
        id,
        lead,
        clinical,
        callsADay: capacity.callsADay ?? null,
        bookingsADay: capacity.bookingsADay ?? null,
        trainedOn: trainedOn ?? null,
        hours: inWeekOrder(hours),
      })),
    clinics: [...library.locations.values()]
      .toSorted((a, b) => compareText(a.id, b.id))
      .map(({ id, publicName, phone, nurseLine, timeZone, hours }) => ({
        id,
        name: publicName.value,
        phone: sayPhone(phone.value),
        nurseLine: nurseLine === undefined ? null : sayPhone(nurseLine.value),
        timeZone,
        hours: inWeekOrder(hours),
      })),
  };
}

function inWeekOrder({ days }: Hours): readonly Opening[] {
  return days
    .map(({ day, opens, closes }) => ({ day, opens, closes }))
    .toSorted((a, b) => WEEKDAYS.indexOf(a.day) - WEEKDAYS.indexOf(b.day) || compareText(a.opens, b.opens));
}
