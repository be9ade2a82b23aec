import type { PacketModel } from "../../packet/index.ts";
import { type Paint, visible, wrap } from "../../report/index.ts";
import { counts } from "../../source/index.ts";

/** A campaign after a build: what its reviewers are given, and where. */
export interface Built {
  readonly model: PacketModel;
  /** Path of the packet as shown; nothing where the campaign was not built. */
  readonly packet: string | undefined;
}

/**
 * What a build did, campaign by campaign.
 *
 * @param index Path of the page that lists all packets; nothing where it was not written.
 */
export function buildSummary(
  campaigns: readonly Built[],
  index: string | undefined,
  paint: Paint,
  columns: number,
): string {
  const built = campaigns.filter(({ packet }) => packet !== undefined).length;
  const blocks = campaigns.map((campaign) => campaignBlock(campaign, paint, columns));
  return `${[...blocks, totals(built, campaigns.length - built, index)].join("\n")}\n`;
}

function campaignBlock({ model, packet }: Built, paint: Paint, columns: number): string {
  const { campaign, title } = model.identity;
  const line = (text: string) => `  ${wrap(visible(text), columns - 2, 4).replaceAll("\n", "\n  ")}`;
  const name = paint.strong(campaign);
  const result =
    packet === undefined
      ? paint.severity.error(line(`Not built: ${counted(errorsOf(model), "error")}.`))
      : `${paint.added("  Packet:")} ${visible(packet)}`;
  return [
    title === campaign ? name : `${name}  ${visible(title)}`,
    line(audienceSentence(model)),
    ...stepLines(model).map((step) => `    ${visible(step)}`),
    ...(packet === undefined ? [] : notes(model).map(line)),
    result,
    "",
  ].join("\n");
}

/** "For each visit: the visit was missed, and …; not if the visit was rebooked." */
function audienceSentence({ audience }: PacketModel): string {
  const include = audience.include.map(bare).join(", and ");
  const exclude = audience.exclude.map(bare).join(", or ");
  return `For each ${audience.anchor.replaceAll("_", " ")}${include === "" ? "" : `: ${include}`}${exclude === "" ? "" : `; not if ${exclude}`}.`;
}

function bare(sentence: string): string {
  return sentence.replace(/\.$/, "");
}

/** "day 4         email  email-1", in columns. */
function stepLines({ steps }: PacketModel): readonly string[] {
  const rows = steps.map((step) => ({ when: days(step), ...step }));
  const widthOf = (words: readonly string[]) => Math.max(0, ...words.map((word) => word.length));
  const whenWidth = widthOf(rows.map(({ when }) => when));
  const channelWidth = widthOf(rows.map(({ channel }) => channel));
  return rows.map(({ when, channel, id, to }) => {
    const recipient = to === "caregiver" ? "  to the caregiver" : "";
    return `${when.padEnd(whenWidth)}  ${channel.padEnd(channelWidth)}  ${id}${recipient}`;
  });
}

function days({ earliest, latest }: PacketModel["steps"][number]): string {
  return earliest === latest ? `day ${earliest}` : `day ${earliest} to ${latest}`;
}

function notes(model: PacketModel): readonly string[] {
  const warnings = model.findings.filter(
    (finding) => finding.severity === "warning" && counts(finding),
  ).length;
  const allowed = model.findings.filter((finding) => !counts(finding)).length;
  return [
    ...(warnings === 0 ? [] : [`${counted(warnings, "warning")} to read in the packet.`]),
    ...(allowed === 0
      ? []
      : [`${counted(allowed, "finding")} that somebody let stand: the packet says who and why.`]),
  ];
}

function errorsOf(model: PacketModel): number {
  return model.findings.filter((finding) => finding.severity === "error" && counts(finding)).length;
}

function totals(built: number, failed: number, index: string | undefined): string {
  const done = `${counted(built, "campaign")} built${failed === 0 ? "" : `, ${failed} not built`}`;
  return index === undefined || built === 0 ? done : `${done}; begin with ${visible(index)}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
