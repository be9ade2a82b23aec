import type { Answering, PacketModel } from "../model.ts";
import { hoursOf, whoOf } from "../phrases.ts";
import { count, idName, REPLY_NAMES } from "../words.ts";
import { load } from "./load.ts";
import { html, type Markup } from "./markup.ts";
import { badge, type Section, table } from "./section.ts";

export function answering(model: PacketModel): Section {
  const { answering: people } = model;
  const { replies, urgent } = people;
  return {
    id: "answering",
    title: "Who answers",
    line:
      replies.length === 0
        ? "✖ Nobody is named to answer."
        : `${count(replies.length, "kind")} of reply, each with a person and a time.`,
    body: html`
${urgent !== null && html`<p class="urgent"><b>What cannot wait</b> goes to ${idName(urgent)}.</p>`}
${
  replies.length > 0 &&
  table(
    "What happens when a patient…",
    [{ head: "Reply" }, { head: "We" }, { head: "Who" }, { head: "Within" }, { head: "Otherwise" }],
    replies.map((reply) => [
      REPLY_NAMES[reply.kind],
      reply.does,
      whoOf(reply.who),
      reply.within ?? "✖ no time stated",
      reply.next === null ? "–" : whoOf(reply.next),
    ]),
  )
}
${teams(people)}
${load(model)}
${clinics(people)}`,
  };
}

function teams({ teams: all }: Answering): Markup | null {
  if (all.length === 0) return null;
  return table(
    "Teams",
    [
      { head: "Team" },
      { head: "Lead" },
      { head: "Hours" },
      { head: "Calls a day", as: "number" },
      { head: "Bookings a day", as: "number" },
      { head: "Trained on", as: "number" },
    ],
    all.map((team) => [
      html`${idName(team.id)} ${team.clinical && badge("quiet", "clinical")}`,
      team.lead,
      hoursOf(team.hours),
      team.callsADay ?? "–",
      team.bookingsADay ?? "–",
      team.trainedOn ?? "not stated",
    ]),
  );
}

function clinics({ clinics: all }: Answering): Markup | null {
  if (all.length === 0) return null;
  return table(
    "Clinics",
    [{ head: "Clinic" }, { head: "Phone" }, { head: "Nurse line" }, { head: "Hours" }, { head: "Time zone" }],
    all.map((clinic) => [
      clinic.name,
      clinic.phone,
      clinic.nurseLine ?? "–",
      hoursOf(clinic.hours),
      clinic.timeZone,
    ]),
  );
}
