import { resolve } from "node:path";
import { factsOf } from "../../analysis/index.ts";
import { dayOfCheck } from "../../host/index.ts";
import type { Campaign } from "../../model/index.ts";
import { type Base, type PacketModel, packetModel } from "../../packet/index.ts";
import { Places, paintFor, renderText } from "../../report/index.ts";
import type { BaselineChoice } from "../check/baseline-option.ts";
import { verdict } from "../check/check.ts";
import { type Compiled, compiledWorkspace } from "../check/compiled.ts";
import { isSelected, onlyWorkspace, type Selection } from "../check/selection.ts";
import { baseOf } from "../diff/base.ts";
import { sideOf } from "../diff/side.ts";
import { EXIT } from "../exit-codes.ts";
import type { Session } from "../session.ts";
import { Folder } from "./folder.ts";
import { type Built, buildSummary } from "./summary.ts";

export interface BuildOptions {
  readonly out: string;
  readonly today: string | undefined;
  readonly baseline: BaselineChoice;
  /** A git revision or a folder that the packets say what changed since; nothing where nobody named one. */
  readonly base: string | undefined;
  /** Prints findings, and no summary of what was built. */
  readonly quiet: boolean;
}

/**
 * `recare build`: findings, then a plan and a packet for each campaign without an error, then what was done.
 *
 * @throws Problem for paths in several workspaces, a base that cannot be loaded, and a folder that cannot be written.
 */
export function build(paths: readonly string[], options: BuildOptions, session: Session): void {
  const today = dayOfCheck(options.today, session.env, session.now);
  const selection = onlyWorkspace(paths, session.cwd);
  const compiled = compiledWorkspace(selection, { today, baseline: options.baseline }, session);
  const base =
    options.base === undefined
      ? undefined
      : baseOf(sideOf(options.base, { here: selection.root, today }, session), compiled);
  const campaigns = campaignsOf(compiled, today, base);
  const code = verdict(compiled.findings, "error");
  const isComplete = campaigns.every(({ plan }) => plan !== undefined);
  session.end(code === EXIT.clean && !isComplete ? EXIT.findings : code);

  const folder = new Folder(resolve(session.cwd, options.out), options.out);
  const built = campaigns.map(({ model, plan }): Built => {
    if (plan === undefined) return { model, packet: undefined };
    return { model, packet: folder.writeCampaign(model, plan) };
  });
  const standing = built.flatMap(({ model, packet }) => (packet === undefined ? [] : [model]));
  let index: string | undefined;
  if (isWhole(compiled.selection)) {
    index = folder.writeIndex(standing, compiled.compilation.workspace.organization.name);
    folder.keepOnly(new Set(standing.map(({ identity }) => identity.campaign)));
  } else {
    for (const { model, packet } of built) if (packet === undefined) folder.remove(model.identity.campaign);
  }

  const { colour, columns } = session.stdout;
  if (compiled.findings.length > 0) {
    session.print(`${renderText(compiled, { colour, columns, quiet: true })}\n`);
  }
  if (!options.quiet) session.print(buildSummary(built, index, paintFor(colour), columns));
}

function isWhole({ within }: Selection): boolean {
  return within.includes("");
}

type Plan = Compiled["compilation"]["plans"][number];

export interface CampaignToBuild {
  readonly model: PacketModel;
  /** Nothing where the campaign has an error. */
  readonly plan: Plan | undefined;
}

/** The packets of the campaigns that were asked about, in the order of their ids. */
export function campaignsOf(
  { selection, compilation, texts }: Compiled,
  today: string,
  base: Base | undefined,
): readonly CampaignToBuild[] {
  const { workspace, plans, findings } = compilation;
  const facts = factsOf(workspace);
  const places = new Places(texts);
  const about = (campaign: Campaign) =>
    findings.filter((finding) => finding.campaign === campaign.id || finding.at.file === campaign.file);
  return workspace.campaigns
    .filter(({ file }) => isSelected(file, selection))
    .map((campaign) => {
      const plan = plans.find((candidate) => candidate.campaign === campaign.id);
      const model = packetModel({
        compiled: plan,
        campaign,
        facts,
        findings: about(campaign),
        place: (span) => ({ file: span.file, ...places.of(span).start }),
        today,
        base,
      });
      return { model, plan };
    });
}
