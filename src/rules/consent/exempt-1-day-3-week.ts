import { dayInWords } from "../../analysis/index.ts";
import { lawFromMemory } from "../basis.ts";
import { rule } from "../rule.ts";
import { mostWithin } from "../timing/most-within.ts";
import { isCalled } from "./calls.ts";
import { exemptStep } from "./exemption.ts";

export default rule(
  {
    code: "C205",
    name: "exempt-1-day-3-week",
    summary: "More exempt messages than one a day or three a week",
    why: "The exemption allows one text or call a day and three a week from one provider, over all its campaigns. Recare's own caps keep that for everything that it sends; the sequence has to fit them, and so has whatever else you send.",
    remedy:
      "Give the later step a longer wait, use a letter or email for it, or write smaller `contact_limits`.",
    basis: lawFromMemory("47 CFR 64.1200(a)(9)(iv)(F)"),
    severity: "error",
    waivable: "never",
    pack: "us-federal",
    limits: ["exempt_per_day", "exempt_per_week"],
    examples: {
      good: [
        {
          title: "A text on day 1 and a call on day 8",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt",
        },
      ],
      bad: [
        {
          title: "A text and a call on one day",
          edit: "recare.yaml:\n-  consent_basis: prior-express\n+  consent_basis: healthcare-exempt\n=\ncampaign.yaml:\n-    wait: 3 days\n+    wait: 1 hour\n=\n-    wait: 4 days\n+    wait: 2 hours",
          marks: ["call-1"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    if (exemptStep(campaign) === undefined) return;
    const { packs } = facts.workspace;
    const perDay = Math.min(...packs.counts("exempt_per_day").map(({ value }) => value));
    const perWeek = Math.min(...packs.counts("exempt_per_week").map(({ value }) => value));
    const schedule = facts.scheduleOf(campaign);
    for (const [index, time] of schedule.entries()) {
      if (!isCalled(time.step)) continue;
      const own = schedule.slice(0, index + 1).filter(({ step }) => step.to === time.step.to);
      const aDay = mostWithin(own, 1, ({ step }) => isCalled(step));
      const aWeek = mostWithin(own, 7, ({ step }) => isCalled(step));
      if (aDay <= perDay && aWeek <= perWeek) continue;
      const [count, allowed] =
        aDay > perDay
          ? [`${aDay} of one day`, `${perDay} a day`]
          : [`${aWeek} of seven days`, `${perWeek} a week`];
      yield {
        at: time.step.idAt,
        message: `${time.step.id}, due on ${dayInWords(time)}, can be the text or call number ${count}, and the exemption allows ${allowed}`,
      };
    }
  },
  function* (campaign) {
    if (exemptStep(campaign) === undefined) return;
    yield {
      role: "compliance",
      concern: "timing",
      text: "Do the exempt texts and calls of all your systems together stay within one a day and three a week for each person?",
    };
  },
);
