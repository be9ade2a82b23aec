import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "C110",
    name: "cross-channel-suppression",
    summary: "A stop on one channel that the others do not hear",
    why: "Somebody who replied STOP to a text and is called two days later was not heard. Recare ends a sequence on every channel when somebody opts out, books, dies or moves on; what your other systems record has to reach it.",
    remedy: "Write reaches: every-channel under `opt_out`, and have it so.",
    basis: practice(
      "47 CFR 64.1200(a)(10): a request in any reasonable way",
      "one person, one list of stops",
    ),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Said, not only assumed",
          edit: "recare.yaml:\n     scope: everything\n+    reaches: every-channel",
        },
      ],
      bad: [
        {
          title: "STOP ends the texts, and the calls go on",
          edit: "recare.yaml:\n     scope: everything\n+    reaches: that-channel",
          marks: ["that-channel"],
        },
      ],
    },
  },
  function* ({ steps, declarations: { optOut } }) {
    const channels = [...new Set(steps.map(({ channel }) => channel))];
    const reaches = optOut?.reaches;
    if (reaches?.value !== "that-channel" || channels.length < 2) return;
    yield {
      at: reaches.at,
      message: `an opt-out ends only the channel that it came by, and this campaign goes on by others: ${channels.join(", ")}`,
    };
  },
  function* ({ steps, scenario }) {
    if (steps.length < 2) return;
    yield {
      role: "compliance",
      concern: "timing",
      text: `Does what ends this sequence (${scenario.stopOn.join(", ")}) reach Recare before the next message, whichever of your systems records it?`,
    };
  },
);
