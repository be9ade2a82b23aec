import { OPT_OUT_WAYS, type OptOutWay } from "../../model/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { firstCall, unstated } from "./calls.ts";

const SAID: Readonly<Record<OptOutWay, string>> = {
  keywords: "a word such as STOP or CANCEL",
  "own-words": "a reply in their own words",
  "told-to-staff": "telling somebody of your staff",
  voicemail: "a voicemail",
  email: "an email",
};

export default rule(
  {
    code: "C106",
    name: "optout-any-means",
    summary: "Ways to opt out that nobody listens to",
    why: "People may say stop in any reasonable way: with a word such as STOP, in their own words, to whoever answers the phone, by voicemail or email. Each way needs somebody, or something, that takes the number off.",
    remedy: `Write \`opt_out\` under \`declarations\`, with ways: [${OPT_OUT_WAYS.join(", ")}], and with scope and confirmation; and have each of them taken care of.`,
    basis: law("FCC 24-24, 89 FR 15756", "47 CFR 64.1200(a)(10)", "47 CFR 64.1200(a)(11)"),
    severity: "error",
    waivable: "compliance",
    absence: true,
    pack: "us-federal",
    limits: ["optout_words"],
    examples: {
      good: [
        {
          title: "Another order",
          edit: "recare.yaml:\n     ways:\n-      - keywords\n-      - own-words\n+      - own-words\n+      - keywords",
        },
      ],
      bad: [
        {
          title: "Only a word is understood",
          edit: "recare.yaml:\n       - keywords\n-      - own-words\n-      - told-to-staff\n-      - voicemail\n-      - email",
          marks: ["ways"],
        },
      ],
    },
  },
  function* (campaign, { workspace }) {
    const step = firstCall(campaign);
    if (step === undefined) return;
    const { optOut } = campaign.declarations;
    if (optOut === undefined) {
      const message = `${step.id} texts or calls people, and nobody has stated how they can opt out`;
      yield unstated(step, message, workspace);
      return;
    }
    const texts = campaign.steps.some(({ channel }) => channel === "sms");
    const needed = OPT_OUT_WAYS.filter((way) => texts || (way !== "keywords" && way !== "own-words"));
    const missing = needed.filter((way) => !optOut.ways?.value.includes(way));
    if (missing.length === 0) return;
    yield {
      at: optOut.ways?.at ?? optOut.at,
      message: `nobody takes care of an opt-out by ${missing.map((way) => SAID[way]).join(", or by ")}`,
      remedy: `Add ${missing.join(", ")} to \`ways\`, and have it taken care of.`,
    };
  },
  function* (campaign) {
    const ways = campaign.declarations.optOut?.ways?.value ?? [];
    if (firstCall(campaign) === undefined || ways.length === 0) return;
    yield {
      role: "compliance",
      concern: "timing",
      text: `Is each of these ways to opt out taken care of today, by somebody who was told so: ${ways.map((way) => SAID[way]).join(", ")}?`,
    };
  },
);
