import { carrier } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { beginningWithout } from "./beginning.ts";

export default outletRule(
  {
    code: "X101",
    name: "sms-sender",
    summary: "A text message that does not begin with who sends it",
    why: "People do not trust, and carriers do not deliver, a text from a number that does not say who it is.",
    remedy: "Begin the text with {{ sender }}.",
    basis: carrier("CTIA Messaging Principles and Best Practices 2023, section 5"),
    severity: "error",
    pack: "carriers",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "The sender first",
          edit: "-        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n+        {{ sender }} here. {{ message.purpose }} Pick a new time:",
        },
      ],
      bad: [
        {
          title: "No sender",
          edit: "-        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n+        {{ greeting }} {{ message.purpose }} Pick a new time:",
          marks: ["{{ greeting }}"],
        },
      ],
    },
  },
  function* ({ outlet }) {
    if (outlet.part !== "sms.body") return;
    const wrong = beginningWithout(outlet.template, "sender");
    if (wrong === "nothing") return;
    yield {
      at: wrong === "empty" ? outlet.at : wrong.at,
      message: `the text message of ${outlet.step} does not begin with {{ sender }}`,
    };
  },
);
