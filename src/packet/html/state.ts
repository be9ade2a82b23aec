import type { ApprovalState } from "../model.ts";
import type { Markup } from "./markup.ts";
import { badge } from "./section.ts";

const TONES: Readonly<Record<ApprovalState["state"], Parameters<typeof badge>[0]>> = {
  valid: "good",
  needed: "warn",
  stale: "warn",
  expired: "warn",
  "not verified here": "quiet",
  superseded: "bad",
  withdrawn: "bad",
  rejected: "bad",
  "self-approval": "bad",
  "wrong campaign": "bad",
  "wrong role": "bad",
  "wrong grade": "bad",
  revoked: "bad",
  forged: "bad",
};

/** How a sign-off stands, in the words of the packet: "still valid", "stale, needed again". */
export function stateBadge(state: ApprovalState["state"]): Markup {
  return badge(TONES[state], STATE_WORDS[state] ?? state);
}

const STATE_WORDS: Partial<Readonly<Record<ApprovalState["state"], string>>> = {
  valid: "still valid",
  stale: "stale, needed again",
  expired: "expired, needed again",
};
