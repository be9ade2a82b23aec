import type { Basis } from "../../source/index.ts";
import { rule } from "../rule.ts";
import { scriptsOf } from "./calls.ts";
import { withConsentForStaff } from "./recorded.ts";

const BASIS: Basis = {
  kind: "order",
  cites: ["FCC 22-85 (2022), ringless voicemail", "47 CFR 64.1200(a)(1)"],
  asOf: "2026-11-23",
  confidence: "memory",
};

export default rule(
  {
    code: "V108",
    name: "ringless-is-call",
    summary: "A voicemail without a ring, sent as if it were no call",
    why: "A message that is put on an answering machine without letting the phone ring is a recorded call like any other: it needs the same consent, and keeps to the same limits.",
    remedy: "State a `consent_basis` that covers recorded calls, or let staff call with `voice: live`.",
    basis: BASIS,
    severity: "error",
    pack: "us-federal",
    waivable: "never",
    examples: {
      good: [
        {
          title: "For people who agreed to recorded calls",
          edit: "library/scripts.yaml:\n   missed_visit:\n+    voice: ringless",
        },
      ],
      bad: [
        {
          title: "With consent for calls by staff",
          edit: "library/scripts.yaml:\n   missed_visit:\n+    voice: ringless\n=\nrecare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: manual-live-call",
          marks: ["missed_visit"],
        },
      ],
    },
  },
  function* (campaign) {
    for (const spoken of scriptsOf(campaign)) {
      if (spoken.script.voice?.value === "ringless") yield* withConsentForStaff(campaign, spoken);
    }
  },
);
