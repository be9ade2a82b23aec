import type { PacketModel } from "../model.ts";
import { count, listed } from "../words.ts";
import { md } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

/** What no program can answer, each with those who answer it with their signature. */
export function questions({ questions: all }: PacketModel): MarkdownSection {
  return {
    title: "Questions to answer, and to sign",
    line: all.length === 0 ? "None." : `${count(all.length, "question")}.`,
    body:
      all.length === 0
        ? null
        : all.map(({ text, roles }) => `- ${md(text)} (${md(listed(roles))})`).join("\n"),
  };
}
