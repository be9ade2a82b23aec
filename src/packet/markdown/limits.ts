import type { PacketModel } from "../model.ts";
import { md } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

export function limits({ limits: sentences }: PacketModel): MarkdownSection {
  return {
    title: "What was not checked",
    line: "Where this packet ends.",
    body: sentences.map((sentence) => `- ${md(sentence)}`).join("\n"),
  };
}
