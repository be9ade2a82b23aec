import type { Change } from "./diff/index.ts";
import type { Remedy } from "./remedy.ts";
import type { Signoff } from "./signoff.ts";
import type { Objection } from "./verdict.ts";

export const VERIFICATION_FORMAT = "recare.verification/1";

/** What signatures are worth, campaign by campaign. Printed in several forms. */
export interface Verification {
  readonly format: typeof VERIFICATION_FORMAT;
  readonly organisation: string;
  /** Where trust was read: `origin/main`. */
  readonly trust: string;
  /** Who wrote the change, by the names of `trust/`; null where nobody knows. */
  readonly authors: readonly string[] | null;
  /** What else is to be known, a sentence each. */
  readonly notes: readonly string[];
  /** In the order of their ids. */
  readonly campaigns: readonly VerifiedCampaign[];
  /** Statements that decide nothing because something is wrong with them. */
  readonly others: readonly OtherStatement[];
}

export interface VerifiedCampaign {
  readonly campaign: string;
  /** Whether everybody who must sign has, nobody refuses, and nobody approved their own work as far as anybody knows. */
  readonly signed: boolean;
  /** The same, and it is known who wrote the change: what a release asks. */
  readonly approved: boolean;
  /** Nothing where the campaign has an error, so that there is nothing to sign. */
  readonly signoffs: readonly VerifiedSignoff[] | null;
  readonly objections: readonly Objection[];
}

export interface VerifiedSignoff extends Signoff {
  /** What to do; null where it stands. */
  readonly remedy: Remedy | null;
  /** Of a stale one: what changed since it was signed; null where that content is not to be found. */
  readonly since: readonly Change[] | null;
}

export interface OtherStatement {
  readonly path: string;
  readonly standing: string;
  readonly why: string;
}
