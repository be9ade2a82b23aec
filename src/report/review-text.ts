import { fieldsNamed } from "../packet/index.ts";
import type { WordRun } from "../review/index.ts";
import { languageName } from "../source/index.ts";
import { displayWidth, visible } from "./cells.ts";
import type { Paint } from "./paint.ts";
import type { PlacedCampaign, PlacedChange, ReviewFile } from "./review-file.ts";
import { placeOf } from "./review-places.ts";
import { wrap } from "./wrap.ts";

export interface ReviewTextStyle {
  readonly paint: Paint;
  readonly columns: number;
}

/** What changed, for somebody at a terminal: the gravest first, each with why it matters and where it is written. */
export function renderReviewText(review: ReviewFile, style: ReviewTextStyle): string {
  const blocks = [
    ...review.campaigns.map((campaign) => campaignText(campaign, style)),
    ...review.unreadable.map(({ campaign, file, side }) =>
      [
        `${style.paint.strong(visible(campaign))}  ${style.paint.severity.error("CANNOT TELL")}`,
        `  ${visible(file)} has an error ${side === "head" ? "now" : `in ${visible(review.base)}`}, so nothing is known of what changed in it.`,
      ].join("\n"),
    ),
  ];
  return `${[...blocks, summary(review)].join("\n\n")}\n`;
}

function summary({ campaigns, unchanged, unreadable, base, head }: ReviewFile): string {
  const counted = (n: number, what: string) => (n === 0 ? [] : [`${n} ${what}`]);
  const parts = [
    ...counted(campaigns.length, campaigns.length === 1 ? "campaign changed" : "campaigns changed"),
    ...counted(unchanged.length, "unchanged"),
    ...counted(unreadable.length, "could not be compared"),
  ];
  return `${campaigns.length + unreadable.length === 0 ? "No campaign changed, " : ""}${parts.join(", ") || "none here"}, from ${visible(base)} to ${visible(head)}`;
}

function campaignText(review: PlacedCampaign, style: ReviewTextStyle): string {
  const { paint } = style;
  const formerly = review.formerly === null ? "" : ` (formerly ${visible(review.formerly)})`;
  const lines = [
    `${paint.strong(visible(review.campaign))}${formerly}`,
    ...review.changes.flatMap((change) => ["", ...changeText(change, style)]),
    "",
    signing(review, style),
  ];
  return lines.join("\n");
}

const RISK_BRUSH = { high: "error", medium: "warning", low: "info" } as const;

function changeText(change: PlacedChange, { paint, columns }: ReviewTextStyle): readonly string[] {
  const brush = paint.severity[RISK_BRUSH[change.risk]];
  const where = placeOf(change);
  const values =
    change.words === null
      ? [beforeAfter(change)].filter((line) => line !== undefined)
      : [worded(change.words, paint)];
  return [
    `  ${brush(change.direction)}  ${paint.strong(visible(change.about))}${where === undefined ? "" : `  ${paint.faint(where)}`}`,
    ...values.map((line) => `    ${wrap(line, columns - 4, 4)}`),
    `    ${paint.faint(wrap(`${change.risk} risk: ${change.because}`, columns - 4, 4))}`,
  ];
}

/** Longer values are told at their beginning; the packet has them whole. */
const LONGEST = 300;

function beforeAfter({ before, after }: PlacedChange): string | undefined {
  const cut = (text: string) => oneLine(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  if (before === null && after === null) return undefined;
  if (before === null) return cut(after ?? "");
  if (after === null) return `was: ${cut(before)}`;
  return `${cut(before)} → ${cut(after)}`;
}

/** So many characters of what stayed the same are shown beside a change. */
const AROUND = 40;

/** `Reply [-STOP-]{+END+} to opt out`: readable without colour. */
function worded(runs: readonly WordRun[], paint: Paint): string {
  return runs
    .map(({ kind, text }, index) => {
      const line = oneLine(text);
      if (kind === "removed") return paint.removed(`[-${line}-]`);
      if (kind === "added") return paint.added(`{+${line}+}`);
      return shortened(line, index === 0, index === runs.length - 1);
    })
    .join("");
}

function shortened(text: string, first: boolean, last: boolean): string {
  const most = first || last ? AROUND : 2 * AROUND;
  if (displayWidth(text) <= most) return text;
  const begin = first ? "" : text.slice(0, AROUND).replace(/\S*$/, "");
  const end = last ? "" : text.slice(-AROUND).replace(/^\S*/, "");
  return `${begin}…${end}`;
}

function oneLine(text: string): string {
  return visible(fieldsNamed(text).replaceAll(/\s*\n\s*/g, " ¶ "));
}

function signing({ sign, head }: PlacedCampaign, { paint, columns }: ReviewTextStyle): string {
  if (head === null) return "  Nobody has to sign: nothing is sent any more.";
  const parts = sign.map(
    ({ concern, language, roles }) =>
      `${concern}${language === null ? "" : ` in ${languageName(language)}`} (${roles.map(visible).join(" and ")})`,
  );
  return `  ${paint.strong("Sign again:")} ${wrap(parts.join(", "), columns - 14, 4)}`;
}
