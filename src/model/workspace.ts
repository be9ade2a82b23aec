import type { Packs } from "../packs/index.ts";
import type { Campaign } from "./campaign.ts";
import type { Library } from "./library.ts";
import type { Organization } from "./organization.ts";
import type { TrustPolicy } from "./trust-policy.ts";

/** Everything that was read, bound and typed; the only thing that analysis, rules and plans look at. */
export interface Workspace {
  readonly organization: Organization;
  readonly library: Library;
  /** Law, carriers' rules and practice as numbers, with the organisation's own among them. */
  readonly packs: Packs;
  /** Who signs what, as the files here say. */
  readonly trust: TrustPolicy;
  /** In the order of their ids. */
  readonly campaigns: readonly Campaign[];
  /** The day of the check, ISO date: decides what has expired. */
  readonly today: string;
}
