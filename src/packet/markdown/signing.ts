import type { Subject } from "../../plan/index.ts";
import type { ApprovalState, PacketModel, PacketSubject } from "../model.ts";
import { shortDigest } from "../phrases.ts";
import { CONCERN_NAMES, count, distinct, idName, listed, subjectInWords } from "../words.ts";
import { code, md, mdTable } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

export function signatures({ signatures: signs, subjects, approvals, since }: PacketModel): MarkdownSection {
  const hasChanged = (one: PacketSubject) => since?.sign.some((each) => isSame(each, one)) === true;
  const rows =
    subjects.length === 0
      ? signs.map(({ concern, roles }) => [
          CONCERN_NAMES[concern],
          `${md(listed(roles.map(idName)))}, when there is a plan`,
        ])
      : subjects.map((subject) => [
          md(subjectInWords(subject)),
          ...(since === null ? [] : [hasChanged(subject) ? "▲ changed" : "✔ unchanged"]),
          statesOf(approvals.filter((each) => isSame(each, subject))),
          code(shortDigest(subject.digest)),
        ]);
  const heads =
    subjects.length === 0
      ? ["Concern", "Who signs"]
      : [
          "Signed part",
          ...(since === null ? [] : ["Since the base"]),
          "Who signs, and whether they have",
          "Digest",
        ];
  return {
    title: "Approvals",
    line:
      since === null
        ? count(signs.length, "concern")
        : `${since.changed.length} of ${count(signs.length, "concern")} changed`,
    body: mdTable(heads, rows),
  };
}

function isSame(a: Subject, b: Subject): boolean {
  return a.concern === b.concern && a.language === b.language;
}

/** "Clinical and compliance: not verified here". */
function statesOf(approvals: readonly ApprovalState[]): string {
  return distinct(approvals.map(({ state }) => state))
    .map((state) => {
      const roles = approvals.filter((each) => each.state === state).map(({ role }) => idName(role));
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
