import type { RuleMeta } from "../source/index.ts";

/** What differs between the findings about a baseline. */
function baselineRule(meta: Omit<RuleMeta, "basis" | "waivable" | "severity">): RuleMeta {
  return {
    basis: {
      kind: "policy",
      cites: ["organization default: a baseline only shrinks"],
      asOf: "2026-11-23",
      confidence: "checked",
    },
    severity: "error",
    waivable: "never",
    ...meta,
  };
}

const EMPTY = {
  title: "A baseline without entries",
  edit: 'recare-baseline.json:\n+{ "format": "recare.baseline/1", "findings": [] }',
};

export const BASELINE_UNREADABLE = baselineRule({
  code: "R108",
  name: "baseline-unreadable",
  summary: "A baseline that cannot be read",
  why: "A baseline that is half read would let some findings pass and others not, and nobody could say which.",
  remedy: "Write it again with `recare baseline`, and look at what changed; it is not edited by hand.",
  examples: {
    good: [EMPTY],
    bad: [
      {
        title: "An entry without its place",
        edit: 'recare-baseline.json:\n+{ "format": "recare.baseline/1", "findings": [{ "rule": "blame" }] }',
        marks: ['{ "rule": "blame" }'],
      },
    ],
  },
});

export const BASELINE_STALE = baselineRule({
  code: "R109",
  name: "baseline-stale",
  summary: "A baseline entry of a finding that is gone",
  why: "An entry that outlives its finding lets the same mistake come back unseen. What was mended stays mended.",
  remedy: "Run `recare baseline --prune`, which takes out what is gone and adds nothing.",
  examples: {
    good: [EMPTY],
    bad: [
      {
        title: "Words that were mended",
        edit: 'recare-baseline.json:\n+{ "format": "recare.baseline/1", "findings": [\n+{ "rule": "blame", "severity": "error", "path": "campaign.yaml#message.purpose.en", "fingerprint": "0123456789abcdef" }] }',
        marks: [
          '{ "rule": "blame", "severity": "error", "path": "campaign.yaml#message.purpose.en", "fingerprint": "0123456789abcdef" }',
        ],
      },
    ],
  },
});

export const BASELINE_REFUSED = baselineRule({
  code: "R110",
  name: "baseline-refused",
  summary: "A baseline entry of a rule that not everybody may waive",
  why: "A baseline holds what anybody may let stand. What protects patients is mended, or waived with a signature where its rule allows that; a list of old findings is no signature.",
  remedy: "Take the entry out with `recare baseline`, and mend what it is about.",
  examples: {
    good: [EMPTY],
    bad: [
      {
        title: "A clinical word",
        edit: 'recare-baseline.json:\n+{ "format": "recare.baseline/1", "findings": [\n+{ "rule": "no-diagnosis-in-sms", "severity": "error", "path": "campaign.yaml#message.purpose.en", "fingerprint": "0123456789abcdef" }] }',
        marks: [
          '{ "rule": "no-diagnosis-in-sms", "severity": "error", "path": "campaign.yaml#message.purpose.en", "fingerprint": "0123456789abcdef" }',
        ],
      },
    ],
  },
});

export const BASELINE_FINDINGS: readonly RuleMeta[] = [BASELINE_UNREADABLE, BASELINE_STALE, BASELINE_REFUSED];
