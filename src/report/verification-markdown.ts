import { code, md } from "../packet/index.ts";
import type { Verification, VerifiedCampaign, VerifiedSignoff } from "../review/index.ts";
import { changeInWords, signedBy, signedPart, standing, tally } from "./verification-words.ts";

/** A pull-request comment holds 65,536 characters and is refused whole above that. */
const MOST = 60_000;
const MOST_CHANGES = 10;

/** As a comment: the decision first, then each campaign as a table; what does not fit is left out whole, and said. */
export function renderVerificationMarkdown(verification: Verification): string {
  const { campaigns, others, notes, authors, trust } = verification;
  const head = [
    "<!-- recare-verification -->",
    `### ${md(tally(verification))}`,
    `Trust was read from ${code(trust)}. ${authors === null ? "Who wrote the change is not known." : `Written by ${md(authors.join(", ") || "nobody")}.`}`,
    ...notes.map(md),
  ].join("\n\n");
  const wrong = others.map(({ path, standing: is, why }) => `- ${code(path)}: **${md(is)}**. ${md(why)}`);
  const sections = [
    ...campaigns.map(section),
    ...(wrong.length === 0 ? [] : [`**Statements that count for nothing**\n\n${wrong.join("\n")}`]),
  ];
  const kept: string[] = [];
  let length = head.length;
  for (const text of sections) {
    length += text.length + 2;
    if (length > MOST) break;
    kept.push(text);
  }
  const left = sections.length - kept.length;
  const omitted = left === 0 ? [] : [`**${left} more sections were left out**: see the verification file.`];
  return `${[head, ...kept, ...omitted].join("\n\n")}\n`;
}

function section(campaign: VerifiedCampaign): string {
  const rows = (campaign.signoffs ?? []).map(row);
  return [
    `#### ${campaign.signed ? "✔" : "✖"} ${md(campaign.campaign)}: ${md(standing(campaign))}`,
    ...(rows.length === 0
      ? []
      : [["| what | role | | why, and what to do |", "|---|---|---|---|", ...rows].join("\n")]),
    ...campaign.objections.map(({ why, remedy }) => `▲ ${md(why)} ${md(remedy)}`),
  ].join("\n\n");
}

function row(signoff: VerifiedSignoff): string {
  const { standing: is, why, remedy, since } = signoff;
  const changes = (since ?? []).slice(0, MOST_CHANGES).map((change) => `<br>${md(changeInWords(change))}`);
  const about =
    is === "valid"
      ? md(signedBy(signoff))
      : `${md(why)} ${remedy === null ? "" : `${md(remedy.text)} ${remedy.command === null ? "" : code(remedy.command)}`}${changes.join("")}`;
  return `| ${md(signedPart(signoff))} | ${md(signoff.role)} | ${is === "valid" ? "✔" : "✖"} ${is} | ${about} |`;
}
