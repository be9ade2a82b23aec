import { languageName } from "../../source/index.ts";
import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { exemptStep } from "./exemption.ts";

export default outletRule(
  {
    code: "C204",
    name: "exempt-160-chars",
    summary: "An exempt text that can be longer than 160 characters",
    why: "Under the exemption a text is short: 160 characters, with the longest name and the line about STOP.",
    remedy: "Shorten the text, or give the field a smaller `longest`.",
    basis: law("47 CFR 64.1200(a)(9)(iv)(E)"),
    severity: "error",
    waivable: "never",
    pack: "us-federal",
    limits: ["exempt_characters"],
    examples: {
      good: [
        {
          title: "It fits with the longest name",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt",
        },
      ],
      bad: [
        {
          title: "One sentence more",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n=\ncampaign.yaml:\n-        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n+        {{ sender }}: {{ greeting }} {{ message.purpose }} {{ message.next_step }} Here it is:",
          marks: [
            "|\n        {{ sender }}: {{ greeting }} {{ message.purpose }} {{ message.next_step }} Here it is:\n        {{ link.book_online }} or call {{ clinic.phone }}.",
          ],
        },
      ],
    },
  },
  function* ({ outlet, length, sample }, campaign, { workspace: { packs } }) {
    if (exemptStep(campaign) === undefined || outlet.part !== "sms.body") return;
    const limit = Math.min(...packs.counts("exempt_characters").map(({ value }) => value));
    if (length.longest <= limit) return;
    const size = Number.isFinite(length.longest)
      ? `${length.longest} characters`
      : "any number of characters";
    yield {
      at: outlet.at,
      message: `in the worst case the text message of ${outlet.step} in ${languageName(outlet.language)} has ${size}, and the exemption allows ${limit}`,
      witness: { text: sample, when: "" },
    };
  },
);
