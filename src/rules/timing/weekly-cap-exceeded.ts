import { dayInWords } from "../../analysis/index.ts";
import { policy } from "../basis.ts";
import { rule } from "../rule.ts";
import { mostWithin } from "./most-within.ts";

export default rule(
  {
    code: "T104",
    name: "weekly-cap-exceeded",
    summary: "A sequence that breaks its own frequency cap",
    why: "The cap holds back every message above it. A sequence that plans more messages in a day or a week than the cap allows will not run as it is written.",
    remedy: "Give the later step a longer wait, or take a step out.",
    basis: policy(
      "organization default: `contact_limits`",
      "47 CFR 64.1200(a)(9)(iv)(F): one a day, three a week, in exempt mode",
    ),
    severity: "error",
    waivable: "never",
    examples: {
      good: [{ title: "A longer wait", edit: "-    wait: 3 days\n+    wait: 5 days" }],
      bad: [
        {
          title: "Two messages on one day",
          edit: "-    wait: 3 days\n+    wait: 4 hours",
          marks: ["email-1"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { limits } = campaign;
    const related = limits.at ? [{ at: limits.at, message: "the limits are set here" }] : [];
    const schedule = facts.scheduleOf(campaign);
    for (const [index, time] of schedule.entries()) {
      const own = schedule.slice(0, index + 1).filter(({ step }) => step.to === time.step.to);
      const sameDay = mostWithin(own, 1);
      const sameWeek = mostWithin(own, 7);
      if (sameDay > limits.perDay) {
        yield {
          at: time.step.idAt,
          message: `${time.step.id} can be the message number ${sameDay} of ${dayInWords(time)}, and ${limits.perDay} a day ${limits.perDay === 1 ? "is" : "are"} allowed`,
          related,
        };
      } else if (sameWeek > limits.perWeek) {
        yield {
          at: time.step.idAt,
          message: `${time.step.id}, due on ${dayInWords(time)}, is the message number ${sameWeek} within seven days, and ${limits.perWeek} a week are allowed`,
          related,
        };
      }
    }
  },
);
