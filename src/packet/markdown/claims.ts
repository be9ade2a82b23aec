import type { PacketModel } from "../model.ts";
import { count, listed } from "../words.ts";
import { code, md, mdTable } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

export function claims({ claims: used }: PacketModel): MarkdownSection {
  return {
    title: "Claims and evidence",
    line: used.length === 0 ? "No claim is made." : count(used.length, "claim"),
    body:
      used.length === 0
        ? null
        : mdTable(
            ["Claim", "Approved wording", "Approved by", "Evidence", "Valid", "Used in"],
            used.map((claim) => [
              `${code(claim.id)} ${claim.standing === "valid" ? "✔ valid" : `✖ ${claim.standing}`}`,
              claim.text.map(({ language, text }) => `${md(language)}: ${md(text)}`).join("<br>"),
              md(`${claim.approved.by}, ${claim.approved.role}, ${claim.approved.on}`),
              `${code(claim.evidence.file)} ${md(claim.evidence.section ?? "")}`,
              md(`${claim.from} to ${claim.until}`),
              md(listed(claim.usedIn)),
            ]),
          ),
  };
}
