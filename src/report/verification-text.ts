import type { Verification, VerifiedCampaign, VerifiedSignoff } from "../review/index.ts";
import { displayWidth, visible } from "./cells.ts";
import type { Paint } from "./paint.ts";
import { changeInWords, signedBy, signedPart, standing, tally } from "./verification-words.ts";
import { wrap } from "./wrap.ts";

interface Style {
  readonly paint: Paint;
  readonly columns: number;
}

/** Changes that are shown of each stale signature; the packet and `recare diff` show all. */
const MOST_CHANGES = 5;

/** For somebody at a terminal: each signature that is asked for, whether it stands, why not, and what to do. */
export function renderVerificationText(verification: Verification, style: Style): string {
  const { paint, columns } = style;
  const others = verification.others.map(({ path, standing: is, why }) =>
    block(`${paint.severity.warning("▲")} ${visible(`${path}: ${is}. ${why}`)}`, columns),
  );
  const closing = [
    `Trust was read from ${verification.trust}.`,
    verification.authors === null ? "" : `Written by ${verification.authors.join(", ") || "nobody"}.`,
    ...verification.notes,
  ].filter((line) => line !== "");
  const isSigned = verification.campaigns.every(({ signed }) => signed);
  return [
    ...verification.campaigns.map((campaign) => campaignText(campaign, style)),
    ...(others.length === 0 ? [] : [`Statements that count for nothing:\n${others.join("\n")}\n`]),
    `${closing.map((line) => wrap(visible(line), columns)).join("\n")}\n`,
    `${(isSigned ? paint.added : paint.severity.error)(tally(verification))}\n`,
  ].join("\n");
}

function campaignText(campaign: VerifiedCampaign, style: Style): string {
  const { paint, columns } = style;
  const signoffs = campaign.signoffs ?? [];
  const width = Math.max(0, ...signoffs.map((signoff) => displayWidth(nameOf(signoff))));
  const lines = [
    `${paint.strong(visible(campaign.campaign))}  ${standing(campaign)}`,
    "",
    ...signoffs.flatMap((signoff) => signoffLines(signoff, width, style)),
    ...campaign.objections.flatMap(({ kind, why, remedy }) => [
      block(
        `${paint.severity[kind === "authors not known" ? "warning" : "error"]("▲")} ${visible(`${why} ${remedy}`)}`,
        columns,
      ),
    ]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function nameOf(signoff: VerifiedSignoff): string {
  return `${signedPart(signoff)}, ${signoff.role}`;
}

function signoffLines(signoff: VerifiedSignoff, width: number, { paint, columns }: Style): readonly string[] {
  const name = visible(nameOf(signoff)).padEnd(width);
  if (signoff.standing === "valid") return [`  ${paint.added("✔")} ${name}  ${visible(signedBy(signoff))}`];
  const { standing: is, why, remedy, since } = signoff;
  const changes = since ?? [];
  const line = (text: string) => `      ${wrap(visible(text), columns - 6, 8)}`;
  return [
    `  ${paint.severity.error("✖")} ${name}  ${paint.strong(is)}`,
    // That it is needed is said already.
    ...(is === "needed" ? [] : [line(why)]),
    ...changes.slice(0, MOST_CHANGES).map((change) => line(changeInWords(change))),
    ...(changes.length > MOST_CHANGES
      ? [line(`and ${changes.length - MOST_CHANGES} more: recare diff`)]
      : []),
    ...(is === "stale" && since === null
      ? [line("What was signed is in no revision here, so what changed since is not known.")]
      : []),
    ...(remedy === null ? [] : [line(remedy.text)]),
    // A command is copied as it stands.
    ...(remedy?.command ? [`        ${visible(remedy.command)}`] : []),
  ];
}

function block(text: string, columns: number): string {
  return `  ${wrap(text, columns - 4, 4)}`;
}
