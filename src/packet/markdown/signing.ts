import type { ApprovalState, PacketModel } from "../model.ts";
import { shortDigest } from "../phrases.ts";
import { CONCERN_NAMES, count, distinct, idName, languageName, listed } from "../words.ts";
import { code, md, mdTable } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

export function signatures({ signatures: signs, approvals, since }: PacketModel): MarkdownSection {
  return {
    title: "Approvals",
    line:
      since === null
        ? count(signs.length, "concern")
        : `${since.changed.length} of ${count(signs.length, "concern")} changed`,
    body: mdTable(
      [
        "Concern",
        ...(since === null ? [] : ["Since the base"]),
        "Who signs, and whether they have",
        "Digest",
      ],
      signs.map(({ concern, digest }) => [
        CONCERN_NAMES[concern],
        ...(since === null ? [] : [since.changed.includes(concern) ? "▲ changed" : "✔ unchanged"]),
        statesOf(approvals.filter((each) => each.concern === concern)),
        digest === null ? "none" : code(shortDigest(digest)),
      ]),
    ),
  };
}

/** "Clinical and compliance: not verified here". */
function statesOf(approvals: readonly ApprovalState[]): string {
  return distinct(approvals.map(({ state }) => state))
    .map((state) => {
      const roles = approvals
        .filter((each) => each.state === state)
        .map(({ role, language }) =>
          language === null ? idName(role) : `${idName(role)} (${languageName(language)})`,
        );
      return `${md(listed(roles))}: ${state}`;
    })
    .join("<br>");
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
