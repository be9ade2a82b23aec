import { compareText, type Digests, type Outcome } from "../source/index.ts";
import type { LoadedWorkspace } from "../workspace/index.ts";
import { CampaignBinding } from "./bind-campaign.ts";
import { bindLibrary } from "./bind-library.ts";
import { bindOrganization } from "./bind-organization.ts";
import { bindPacks } from "./bind-packs.ts";
import { bindTrust } from "./bind-trust.ts";
import { Binder, related } from "./binder.ts";
import type { Campaign } from "./campaign.ts";
import { DUPLICATE_NAME } from "./findings.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Trees as a typed model: every name resolved across files, presets and policy applied, tightening only.
 *
 * Total: what could not be read is left out, and has a finding here or had one before.
 *
 * @param assets SHA-256 of the files that claims rest on, by path
 * @param today the day of the check, ISO date
 */
export function bind(loaded: LoadedWorkspace, assets: Digests, today: string): Outcome<Workspace> {
  const binder = new Binder(loaded.partials);
  const root = loaded.organization?.root ?? emptyMap("recare.yaml");
  const organization = bindOrganization(binder, root);
  const library = bindLibrary(loaded, { binder, assets, first: organization.languages[0] ?? "en" });
  const packs = bindPacks(binder, root, loaded.library.get("limits") ?? [], today);
  const campaigns = new CampaignBinding(binder, organization, library);
  const bound = new Map<string, Campaign>();
  for (const file of loaded.campaigns) {
    if (file.root?.kind !== "map") continue;
    const campaign = campaigns.bind(file, file.root);
    const before = bound.get(campaign.id);
    if (before === undefined) bound.set(campaign.id, campaign);
    else {
      binder.report(DUPLICATE_NAME, {
        at: campaign.at,
        message: `two campaigns are called "${campaign.id}"`,
        related: [related(before.at, "first declared here")],
      });
    }
  }
  const sorted = [...bound.values()].sort((a, b) => compareText(a.id, b.id));
  return {
    value: { organization, library, packs, trust: bindTrust(loaded), campaigns: sorted, today },
    diagnostics: binder.diagnostics,
  };
}

function emptyMap(file: string): {
  readonly kind: "map";
  readonly entries: readonly [];
  readonly span: { file: string; start: 0; end: 0 };
} {
  return { kind: "map", entries: [], span: { file, start: 0, end: 0 } };
}
