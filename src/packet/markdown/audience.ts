import { reachInWords } from "../evidence-words.ts";
import type { PacketModel } from "../model.ts";
import { fieldName, idName } from "../words.ts";
import { code, md, mdTable } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

export function audience({ audience: people, reach }: PacketModel): MarkdownSection {
  const bullets = (lines: readonly string[], none: string) =>
    lines.length === 0 ? none : lines.map((line) => `- ${md(line)}`).join("\n");
  return {
    title: "Audience",
    line: "Who is written to, and who is left out.",
    body: [
      `Each ${md(idName(people.anchor).toLowerCase())} is written to when all are true:\n\n${bullets(people.include, "Nobody: no condition is written.")}`,
      `Left out, when any may be true:\n\n${bullets(people.exclude, "Nobody is left out.")}`,
      ...(people.chosenBy === null
        ? []
        : [
            `Chosen by clinical fields: ${people.chosenBy.fields.map(code).join(", ")}. “${md(people.chosenBy.because)}”`,
          ]),
      ...(people.others === null
        ? []
        : [`People whom a clinical condition keeps out go to ${md(idName(people.others))}.`]),
      ...(people.caregiver === null ? [] : [`A caregiver is written to ${md(people.caregiver)}.`]),
      ...(people.segments.length === 0
        ? []
        : [
            mdTable(
              ["Segment", "Who"],
              people.segments.map(({ id, when }) => [code(id), md(when ?? "everybody else")]),
            ),
          ]),
      ...(reach === null ? [] : [`How many people: ${md(reachInWords(reach))}`]),
      ...(people.boundary.length === 0
        ? []
        : [
            mdTable(
              ["At the edge of", "Person", ""],
              people.boundary.flatMap(({ condition, people: near }) =>
                near.map(({ field, where, verdict }) => [
                  md(condition),
                  md(`${fieldName(field)}: ${where}`),
                  verdict,
                ]),
              ),
            ),
          ]),
    ].join("\n\n"),
  };
}
