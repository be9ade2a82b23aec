import type { PacketModel } from "../model.ts";
import { hoursOf, whoOf } from "../phrases.ts";
import { count, idName, REPLY_NAMES } from "../words.ts";
import { md, mdTable } from "./escape.ts";
import { load } from "./load.ts";
import type { MarkdownSection } from "./section.ts";

export function answering(model: PacketModel): MarkdownSection {
  const { answering: people } = model;
  return {
    title: "Who answers",
    line:
      people.replies.length === 0
        ? "✖ Nobody is named to answer."
        : `${count(people.replies.length, "kind")} of reply`,
    body:
      people.replies.length === 0
        ? null
        : [
            ...(people.urgent === null ? [] : [`What cannot wait goes to ${md(idName(people.urgent))}.`]),
            mdTable(
              ["Reply", "We", "Who", "Within", "Otherwise"],
              people.replies.map((reply) => [
                REPLY_NAMES[reply.kind],
                md(reply.does),
                md(whoOf(reply.who)),
                md(reply.within ?? "✖ no time stated"),
                reply.next === null ? "–" : md(whoOf(reply.next)),
              ]),
            ),
            mdTable(
              ["Team", "Lead", "Hours"],
              people.teams.map((team) => [md(idName(team.id)), md(team.lead), md(hoursOf(team.hours))]),
            ),
            ...load(model),
          ].join("\n\n"),
  };
}
