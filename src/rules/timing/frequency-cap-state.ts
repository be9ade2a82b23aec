import { dayInWords } from "../../analysis/index.ts";
import { lawFromMemory } from "../basis.ts";
import { firstCall, isCalled } from "../consent/calls.ts";
import { rule } from "../rule.ts";
import { mostWithin } from "./most-within.ts";

export default rule(
  {
    code: "T105",
    name: "frequency-cap-state",
    summary: "More texts and calls in 24 hours than a state allows",
    why: "Florida, Oklahoma and Maryland allow three sales calls or texts about one subject within 24 hours. Recare's own cap is stricter by default; the sequence itself should not plan more.",
    remedy: "Give the later step a longer wait, or take a step out.",
    basis: lawFromMemory("Fla. Stat. 501.616(6)(b)", "15 O.S. 775C", "Md. Code Com. Law 14-4502"),
    severity: "warning",
    waivable: "compliance",
    pack: "us-states",
    limits: ["messages_a_day"],
    examples: {
      good: [
        {
          title: "Two on one day, in Florida",
          edit: "library/locations.yaml:\n-    address: 12 Oak Street, Springfield, IL 62701\n+    address: 12 Oak Street, Tampa, FL 33601\n=\ncampaign.yaml:\n-    wait: 3 days\n+    wait: 1 hour\n=\n-    wait: 4 days\n+    wait: 1 hour",
        },
      ],
      bad: [
        {
          title: "Four on one day, in Florida",
          edit: "library/locations.yaml:\n-    address: 12 Oak Street, Springfield, IL 62701\n+    address: 12 Oak Street, Tampa, FL 33601\n=\ncampaign.yaml:\n-  - step: email-1\n+  - step: call-2\n+    channel: phone\n+    wait: 1 hour\n+    script: missed_visit\n+  - step: call-3\n+    channel: phone\n+    wait: 1 hour\n+    script: missed_visit\n+  - step: call-4\n+    channel: phone\n+    wait: 1 hour\n+    script: missed_visit\n+  - step: email-1",
          marks: ["call-4"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { packs } = facts.workspace;
    if (firstCall(campaign) === undefined) return;
    const limits = facts
      .whereaboutsOf(campaign)
      .states.flatMap((state) => packs.counts("messages_a_day", state));
    const strictest = limits.sort((a, b) => a.value - b.value)[0];
    if (strictest === undefined) return;
    const schedule = facts.scheduleOf(campaign);
    for (const [index, time] of schedule.entries()) {
      if (!isCalled(time.step)) continue;
      const own = schedule.slice(0, index + 1).filter(({ step }) => step.to === time.step.to);
      const count = mostWithin(own, 1, ({ step }) => isCalled(step));
      if (count <= strictest.value) continue;
      yield {
        at: time.step.idAt,
        message: `${time.step.id} can be the text or call number ${count} of ${dayInWords(time)}, and ${strictest.state ?? "a state"} allows ${strictest.value} in 24 hours`,
      };
    }
  },
);
