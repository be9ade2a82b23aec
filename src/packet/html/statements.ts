import type { PacketModel } from "../model.ts";
import { GROUNDS } from "../phrases.ts";
import { badge, type Section, table } from "./section.ts";

export function statements({ statements: facts }: PacketModel): Section {
  return {
    id: "facts",
    title: "Facts that somebody states, and consent",
    line:
      facts.length === 0
        ? "Nothing is stated."
        : "No file can show these. Each says on what ground it stands here.",
    body:
      facts.length === 0
        ? null
        : table(
            "Facts and their ground",
            [{ head: "Fact" }, { head: "Says" }, { head: "Ground" }],
            facts.map(({ about, says, ground }) => [
              about,
              says ?? badge("warn", "not stated"),
              badge(ground === "stated" ? "quiet" : "good", GROUNDS[ground]),
            ]),
          ),
  };
}
