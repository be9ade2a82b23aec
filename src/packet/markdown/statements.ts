import type { PacketModel } from "../model.ts";
import { GROUNDS } from "../phrases.ts";
import { count } from "../words.ts";
import { md, mdTable } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

export function statements({ statements: facts }: PacketModel): MarkdownSection {
  return {
    title: "Facts that somebody states, and consent",
    line: facts.length === 0 ? "Nothing is stated." : count(facts.length, "fact"),
    body:
      facts.length === 0
        ? null
        : mdTable(
            ["Fact", "Says", "Ground"],
            facts.map(({ about, says, ground }) => [
              md(about),
              says === null ? "▲ not stated" : md(says),
              GROUNDS[ground],
            ]),
          ),
  };
}
