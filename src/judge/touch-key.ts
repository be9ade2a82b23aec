import { canonicalJson, sha256 } from "../plan/index.ts";

/** What one touch is: the same step for the same recipient of the same enrolment is never a second one. */
export interface Touch {
  readonly campaign: string;
  readonly anchor_id: string;
  readonly entry: number;
  readonly step: string;
  readonly recipient: string;
}

/**
 * Primary key of the ledger, and the key that gateways deduplicate by: SHA-256 of the touch's canonical JSON. It names no
 * patient, so it may stand in a provider's journal.
 *
 * @example touchKey({ campaign: "missed-visit", anchor_id: "V1", entry: 1, step: "text-1", recipient: "patient" })
 */
export function touchKey({ campaign, anchor_id, entry, step, recipient }: Touch): string {
  return sha256(canonicalJson({ anchor: anchor_id, campaign, entry, recipient, step })).replace(
    "sha256:",
    "",
  );
}
