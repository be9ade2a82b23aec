import type { PacketModel } from "../model.ts";
import { shortDigest } from "../phrases.ts";
import { CONCERN_NAMES, count, idName, listed } from "../words.ts";
import { code, md, mdTable } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

export function signatures({ signatures: signs }: PacketModel): MarkdownSection {
  return {
    title: "Who signs what",
    line: count(signs.length, "concern"),
    body: mdTable(
      ["Concern", "Signed by", "Digest"],
      signs.map(({ concern, roles, digest }) => [
        CONCERN_NAMES[concern],
        md(listed(roles)),
        digest === null ? "none" : code(shortDigest(digest)),
      ]),
    ),
  };
}

export function checklists({ checklists: lists }: PacketModel): MarkdownSection {
  return {
    title: "Checklists",
    line: lists.length === 0 ? "No role is asked to check anything." : count(lists.length, "role"),
    body:
      lists.length === 0
        ? null
        : lists
            .map(
              ({ role, asks }) =>
                `<b>${md(idName(role))}</b>\n\n${asks.map((ask) => `- [ ] ${md(ask)}`).join("\n")}`,
            )
            .join("\n\n"),
  };
}
