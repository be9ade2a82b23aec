import { allowanceOf } from "../../waivers/index.ts";
import type { PacketModel } from "../model.ts";
import { happensWhen, placeOf, tally } from "../phrases.ts";
import { code, md, mdTable } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

const SIGNS = { error: "✖ error", warning: "▲ warning", info: "● note" } as const;

export function findings({ findings: found }: PacketModel): MarkdownSection {
  return {
    title: "Findings",
    line: found.length === 0 ? "✔ Nothing was found." : `${tally(found)}.`,
    body:
      found.length === 0
        ? null
        : mdTable(
            ["", "Rule", "Finding", "What to write instead", "Happens when", "Place"],
            found.map((finding) => [
              SIGNS[finding.severity],
              `${md(finding.code)} ${md(finding.rule)}`,
              md([finding.message, allowanceOf(finding)].filter((words) => words !== undefined).join(" ")) +
                (finding.witness === null ? "" : `<br>“${md(finding.witness.text)}”`),
              md(finding.remedy),
              md(happensWhen(finding)),
              code(placeOf(finding)),
            ]),
          ),
  };
}
