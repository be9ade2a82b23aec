import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical.ts";
import { concernValue } from "./concerns.ts";
import type { Concern, Plan } from "./types.ts";

/** `sha256:` and the hex digest of the text's UTF-8 bytes. */
export function sha256(text: string): string {
  return `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
}

/**
 * What one signature covers: the sections of the plan that belong to a concern.
 *
 * Organisation, campaign and concern are inside the hash, so that equal content elsewhere has another digest.
 */
export function concernDigest(plan: Plan, concern: Concern): string {
  return sha256(
    canonicalJson({
      v: 1,
      organisation: plan.identity.organisation,
      campaign: plan.identity.campaign,
      concern,
      value: concernValue(plan, concern),
    }),
  );
}

/** All five, by concern. */
export function concernDigests(plan: Plan): Readonly<Record<Concern, string>> {
  return {
    audience: concernDigest(plan, "audience"),
    copy: concernDigest(plan, "copy"),
    privacy: concernDigest(plan, "privacy"),
    timing: concernDigest(plan, "timing"),
    operations: concernDigest(plan, "operations"),
  };
}
