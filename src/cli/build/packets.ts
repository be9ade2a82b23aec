import { factsOf, lazy } from "../../analysis/index.ts";
import type { EvidenceFile } from "../../evidence/index.ts";
import type { Campaign } from "../../model/index.ts";
import { type Base, type PacketModel, packetModel, type Verified } from "../../packet/index.ts";
import type { CompiledPlan } from "../../plan/index.ts";
import { Places } from "../../report/index.ts";
import type { Compiled } from "../check/compiled.ts";
import { isSelected } from "../check/selection.ts";

/** A campaign with what its reviewers read. */
export interface CampaignToBuild {
  readonly id: string;
  readonly file: string;
  /** Worked out when it is asked for. */
  readonly model: PacketModel;
  /** Nothing where the campaign has an error. */
  readonly plan: CompiledPlan | undefined;
}

/** What stands beside the campaigns of a packet. */
export interface Beside {
  /** What they are held against; nothing where nobody named one. */
  readonly base?: Base | undefined;
  /** What verification found, by campaign; nothing where nobody verified, which the packets then say. */
  readonly verified?: ReadonlyMap<string, Verified> | undefined;
  /** What somebody measured, in the order of its files. */
  readonly evidence: readonly EvidenceFile[];
}

/** The packets of the campaigns that were asked about, in the order of their ids. */
export function packetsOf(compiled: Compiled, today: string, beside: Beside): readonly CampaignToBuild[] {
  const { selection, compilation } = compiled;
  const print = printer(compiled, today, beside);
  return compilation.workspace.campaigns
    .filter(({ file }) => isSelected(file, selection))
    .map((campaign) => {
      const { id, file } = campaign;
      const plan = compilation.plans.find((candidate) => candidate.campaign === id);
      const model = lazy(() => print(campaign, plan));
      return {
        id,
        file,
        plan,
        get model() {
          return model();
        },
      };
    });
}

/**
 * The packet of one campaign that has a plan, without what is signed already: one approval does not change what the next
 * person reads.
 */
export function packetOf(
  compiled: Compiled,
  plan: CompiledPlan,
  today: string,
  evidence: readonly EvidenceFile[],
): PacketModel {
  const campaign = compiled.compilation.workspace.campaigns.find(({ id }) => id === plan.campaign);
  if (campaign === undefined)
    throw new Error(`a plan was made for ${plan.campaign}, which is no campaign here`);
  return printer(compiled, today, { evidence })(campaign, plan);
}

/** Makes packets of one compilation; what campaigns share is looked up once for all of them. */
function printer(
  { compilation: { workspace, findings }, texts }: Compiled,
  today: string,
  { base, verified, evidence }: Beside,
): (campaign: Campaign, plan: CompiledPlan | undefined) => PacketModel {
  const places = new Places(texts);
  const facts = factsOf(workspace);
  return (campaign, plan) =>
    packetModel({
      compiled: plan,
      campaign,
      facts,
      findings: findings.filter(
        (finding) => finding.campaign === campaign.id || finding.at.file === campaign.file,
      ),
      place: (span) => ({ file: span.file, ...places.of(span).start }),
      today,
      base,
      verified: verified?.get(campaign.id),
      evidence,
    });
}
