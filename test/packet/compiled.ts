import { factsOf } from "../../src/analysis/index.ts";
import { type PacketModel, packetModel } from "../../src/packet/index.ts";
import { LineIndex } from "../../src/source/index.ts";
import { BASE, compileTexts, TODAY } from "../support/base.ts";

/** The base workspace with a file replaced, and the packet of its only campaign. */
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
  const { findings, workspace, plans } = compileTexts(files, BASE.assets, today);
  const [campaign] = workspace.campaigns;
  if (campaign === undefined) throw new Error("the base workspace has no campaign");
  return packetModel({
    compiled: plans.find((plan) => plan.campaign === campaign.id),
    campaign,
    facts: factsOf(workspace),
    findings: findings.filter((finding) => finding.campaign === campaign.id),
    place: (span) => {
      const { line, column } = new LineIndex(files.get(span.file) ?? "").at(span.start);
      return { file: span.file, line, column };
    },
    today,
  });
}

/** Replaces a text that must be there: an edit that no longer fits fails loudly. */
export function replacing(before: string, after: string): (text: string) => string {
  return (text) => {
    if (!text.includes(before)) throw new Error(`the base campaign has no "${before}"`);
    return text.replace(before, after);
  };
}
