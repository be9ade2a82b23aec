import { join } from "node:path";
import { factsOf } from "../../src/analysis/index.ts";
import { type PacketModel, packetModel } from "../../src/packet/index.ts";
import { LineIndex } from "../../src/source/index.ts";
import { BASE, compileTexts, readFolder, TODAY } from "../support/base.ts";

/** The packet of every campaign of a workspace, in the order of their ids. */
export function packetsOf(
  files: ReadonlyMap<string, string>,
  assets: ReadonlyMap<string, string> = BASE.assets,
  today = TODAY,
): readonly PacketModel[] {
  const { findings, workspace, plans } = compileTexts(files, assets, today);
  const facts = factsOf(workspace);
  return workspace.campaigns.map((campaign) =>
    packetModel({
      compiled: plans.find((plan) => plan.campaign === campaign.id),
      campaign,
      facts,
      findings: findings.filter((finding) => finding.campaign === campaign.id),
      place: ({ file, start }) => ({ file, ...new LineIndex(files.get(file) ?? "").at(start) }),
      today,
    }),
  );
}

/** The packet of the base campaign, with its file and others edited. */
export function packetOf(
  edit: (campaign: string) => string = (text) => text,
  others: Readonly<Record<string, (text: string) => string>> = {},
  today = TODAY,
): PacketModel {
  const files = new Map(
    [...BASE.files].map(([path, text]) => {
      const change = path === "campaign.yaml" ? edit : others[path];
      return [path, change === undefined ? text : change(text)];
    }),
  );
  const [packet] = packetsOf(files, BASE.assets, today);
  if (packet === undefined) throw new Error("the base workspace has no campaign");
  return packet;
}

/** The packets of the campaigns that come with the project. */
export function ownPackets(): readonly PacketModel[] {
  const { files, assets } = readFolder(join(import.meta.dirname, "../../campaigns"));
  return packetsOf(files, assets);
}

/** Replaces a text that must be there: an edit that no longer fits fails loudly. */
export function replacing(before: string, after: string): (text: string) => string {
  return (text) => {
    if (!text.includes(before)) throw new Error(`the base campaign has no "${before}"`);
    return text.replace(before, after);
  };
}
