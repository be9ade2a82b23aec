import type { EvidenceFile, Simulated } from "../../evidence/index.ts";
import { Problem } from "../../host/index.ts";
import type { LaunchLine, Verified } from "../../packet/index.ts";
import type { CompiledPlan } from "../../plan/index.ts";
import { choices, didYouMean } from "../../source/index.ts";
import { judgedIfSigned } from "../approvals/judged.ts";
import type { Moment } from "../approvals/moment.ts";
import type { TrustFlags } from "../approvals/options.ts";
import { packetsOf } from "../build/packets.ts";
import { verifiedOf } from "../build/verified.ts";
import { type Compiled, compiledWorkspace } from "../check/compiled.ts";
import { selectionsOf } from "../check/selection.ts";
import { resultsFolder } from "../evidence/results-folder.ts";
import type { Session } from "../session.ts";

/** Campaigns that have a plan, with the workspace that they are of and what is signed in it. */
export interface CampaignsToSimulate {
  readonly plans: readonly CompiledPlan[];
  readonly compiled: Compiled;
  readonly verified: ReadonlyMap<string, Verified> | undefined;
  /** What somebody measured before. */
  readonly evidence: readonly EvidenceFile[];
  readonly prefix: string;
}

/** @throws Problem where there is no such campaign, one is named twice, or it has errors */
export function campaignsToSimulate(
  names: readonly string[],
  flags: TrustFlags & { readonly workspace?: string },
  moment: Moment,
  session: Session,
): CampaignsToSimulate {
  const [selection] = selectionsOf([flags.workspace ?? "."], session.cwd);
  if (selection === undefined) throw new Problem("There is no workspace here.", "Name one with --workspace.");
  const { prefix } = selection;
  const judged = judgedIfSigned(selection, { flags, moment, baseline: undefined }, session);
  const against = { today: moment.today, baseline: undefined, flags };
  const compiled = judged?.compiled ?? compiledWorkspace(selection, against, session);
  const plans = names.map((named) => planNamed(named, compiled, prefix));
  const twice = plans.find(({ campaign }, at) => plans.findIndex((each) => each.campaign === campaign) < at);
  if (twice !== undefined) throw new Problem(`${twice.campaign} is named twice.`, "Name each campaign once.");
  const evidence = resultsFolder(selection).files;
  return { plans, compiled, verified: judged && verifiedOf(judged), evidence, prefix };
}

function planNamed(named: string, { compilation }: Compiled, prefix: string): CompiledPlan {
  const { campaigns } = compilation.workspace;
  const campaign = campaigns.find(
    ({ id, file }) => id === named || `${prefix}${file}` === named || file === named,
  );
  if (campaign === undefined) {
    const ids = campaigns.map(({ id }) => id);
    throw new Problem(
      `There is no campaign ${named}${didYouMean(named, ids)}.`,
      `Name one of ${choices(ids)}.`,
    );
  }
  const plan = compilation.plans.find((each) => each.campaign === campaign.id);
  if (plan !== undefined) return plan;
  throw new Problem(
    `${campaign.id} has errors, and so no plan that could be simulated.`,
    `Run recare check ${prefix}${campaign.file} and mend them.`,
  );
}

/** What must be so before a campaign starts, as its packet would say it with this simulation beside it. */
export function launchLines(
  { compiled, verified, evidence }: CampaignsToSimulate,
  simulated: Simulated,
  today: string,
): readonly LaunchLine[] {
  const files = [...evidence, { path: "this simulation", evidence: simulated }];
  const whole = { ...compiled, selection: { ...compiled.selection, within: [""] } };
  const packet = packetsOf(whole, today, { verified, evidence: files }).find(
    ({ id }) => id === simulated.campaign,
  );
  return packet?.model.launch ?? [];
}
