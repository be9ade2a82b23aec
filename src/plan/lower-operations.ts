import { sayPhone } from "../analysis/index.ts";
import { type Campaign, type Team, WEEKDAYS, type Workspace } from "../model/index.ts";
import { compareText } from "../source/index.ts";
import { textByLanguage } from "./lower-words.ts";
import type { SourceMap } from "./source-map.ts";
import type { Plan } from "./types.ts";

/** Who answers what, within what time; where urgent words and people who are kept out go. */
export function lowerRespond(
  campaign: Campaign,
  { library }: Workspace,
  sources: SourceMap,
): Plan["respond"] {
  const replies = [...campaign.replies.values()].sort((a, b) => compareText(a.kind, b.kind));
  const teams = new Map<string, Team>();
  const note = (team: Team | undefined) => team && teams.set(team.id, team);
  note(campaign.owner?.team);
  note(campaign.urgent?.team);
  note(campaign.others?.team);
  for (const { owner } of campaign.audience?.segments ?? []) note(owner);
  for (const { who, next } of replies) {
    note(library.teams.get(who.value));
    if (next) note(library.teams.get(next.value.replace(/\.lead$/, "")));
  }
  return {
    owner: campaign.owner?.team.id ?? "",
    urgent: campaign.urgent?.team.id ?? null,
    replies: replies.map(({ kind, do: act, who, within, next, say, at }) =>
      sources.mark(at, {
        kind,
        do: act,
        who: who.value,
        within: within?.value ?? "",
        next: next?.value ?? null,
        say: say ? textByLanguage(library.phrases.get(say.value)?.text) : null,
      }),
    ),
    teams: [...teams.values()]
      .sort((a, b) => compareText(a.id, b.id))
      .map(({ id, lead, clinical, trainedOn, hours, capacity, at }) =>
        sources.mark(at, {
          id,
          lead,
          clinical,
          trained_on: trainedOn ?? null,
          hours: inWeekOrder(hours.days),
          calls_a_day: capacity.callsADay ?? null,
          bookings_a_day: capacity.bookingsADay ?? null,
        }),
      ),
    clinics: [...library.locations.values()]
      .sort((a, b) => compareText(a.id, b.id))
      .map(
        ({
          id,
          publicName,
          address,
          phone,
          nurseLine,
          timeZone,
          hours,
          telehealth,
          visitTypes,
          access,
          at,
        }) =>
          sources.mark(at, {
            id,
            name: publicName.value,
            address: address.value,
            phone: sayPhone(phone.value),
            nurse_line: nurseLine ? sayPhone(nurseLine.value) : null,
            time_zone: timeZone,
            hours: inWeekOrder(hours.days),
            telehealth,
            visit_types: visitTypes,
            relay: access.relay ?? null,
            interpreter: access.interpreter ?? null,
          }),
      ),
  };
}

function inWeekOrder(days: Team["hours"]["days"]): { day: string; opens: string; closes: string }[] {
  return [...days]
    .sort((a, b) => WEEKDAYS.indexOf(a.day) - WEEKDAYS.indexOf(b.day) || compareText(a.opens, b.opens))
    .map(({ day, opens, closes }) => ({ day, opens, closes }));
}

/** What counts as success, and by what it is broken down. */
export function lowerMeasure(
  { goal, measure, test, partner }: Campaign,
  sources: SourceMap,
): Plan["measure"] {
  return {
    goal: sources.mark(goal?.at, { outcome: goal?.outcome ?? "", within_days: goal?.withinDays ?? 0 }),
    outcomes: measure.map(({ value }) => value),
    by: ["segment", "channel", "step", ...(test ? ["arm"] : [])],
    partner: partner
      ? sources.mark(partner.at, {
          name: partner.name,
          shares: partner.shares,
          report: partner.report ?? null,
        })
      : null,
  };
}
