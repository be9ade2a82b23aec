import { changeItem, code, md } from "../packet/index.ts";
import { languageName } from "../source/index.ts";
import type { PlacedCampaign, ReviewFile } from "./review-file.ts";

/** The first line of every comment of ours, by which the last one is found again. */
export const REVIEW_MARKER = "<!-- recare-review -->";

/** A pull-request comment holds 65,536 characters and is refused whole above that. */
const MOST = 60_000;

/** Room for saying what was left out. */
const OMITTED_LENGTH = 100;

/**
 * What changed, as a comment: decision first, then each campaign; what does not fit is left out whole, and said.
 *
 * @param link where the packets are, a web address
 */
export function renderReviewMarkdown(review: ReviewFile, link?: string): string {
  const head = heading(review, link);
  const sections = review.campaigns.map((campaign) => section(campaign));
  const kept: string[] = [];
  let length = head.length + OMITTED_LENGTH;
  for (const text of sections) {
    length += text.length + 2;
    if (length > MOST) break;
    kept.push(text);
  }
  const left = sections.length - kept.length;
  const omitted = left === 0 ? [] : [`**${left} more campaigns**: sections omitted, see the review file.`];
  return `${[head, ...kept, ...omitted].join("\n\n")}\n`;
}

function heading(
  { campaigns, unchanged, unreadable, base, head }: ReviewFile,
  link: string | undefined,
): string {
  const count = (n: number) => `${n} campaign${n === 1 ? "" : "s"}`;
  const rows = campaigns.slice(0, 100).map(({ campaign, changes, sign }) => {
    const roles = [...new Set(sign.flatMap((each) => each.roles))].map(md).join(", ");
    return `| ${md(campaign)} | ${changes[0]?.risk ?? ""} | ${changes.length} | ${roles || "nobody"} |`;
  });
  return [
    `${REVIEW_MARKER}\n### ${count(campaigns.length)} changed, ${unchanged.length} unchanged`,
    `${code(base)} → ${code(head)}${link === undefined ? "" : ` · [every message, in the packets](<${link}>)`}`,
    ...unreadable
      .slice(0, 100)
      .map(
        ({ campaign, file, side }) =>
          `✖ **${md(campaign)}** cannot be compared: ${code(file)} has an error in the ${side}.`,
      ),
    ...(rows.length === 0
      ? []
      : [["| campaign | gravest | changes | who signs again |", "|---|---|---|---|", ...rows].join("\n")]),
  ].join("\n\n");
}

function section({ campaign, formerly, changes, sign }: PlacedCampaign): string {
  const former = formerly === null ? "" : `, formerly ${md(formerly)}`;
  const again = sign
    .map(
      ({ concern, language, roles }) =>
        `${concern}${language === null ? "" : ` in ${md(languageName(language))}`} (${roles.map(md).join(", ")})`,
    )
    .join(" · ");
  return [
    `<details open><summary><b>${md(campaign)}</b>${former}: sign again ${again || "nothing"}</summary>`,
    changes.map(changeItem).join("\n"),
    "</details>",
  ].join("\n\n");
}
