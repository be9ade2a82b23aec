import type { RuleMeta } from "../source/index.ts";

/**
 * New scope is seen between two revisions, so that no check of one finds it: `recare approve --import` and `recare verify`
 * name it.
 */
export const NEW_SCOPE_FRESH_REVIEW: RuleMeta = {
  code: "R112",
  name: "new-scope-fresh-review",
  summary: "A new segment, step, page, language or claim that a review on the forge shall cover",
  why: "Approval of a campaign is approval of its scope. Whoever glances at a change on the forge sees lines; a new segment, a new service behind a link, or a claim that was never made has to be read as what it is: new. So it is signed with a key, after the packet, and an approval on the forge does not cover it.",
  remedy: "Have the concern signed: recare approve CAMPAIGN --concern CONCERN",
  basis: {
    kind: "policy",
    cites: ["workflow practice: new scope needs a fresh review"],
    asOf: "2026-11-23",
    confidence: "checked",
  },
  severity: "error",
  waivable: "never",
  examples: { good: [], bad: [] },
};
