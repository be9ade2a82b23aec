import { dayInWords } from "../../analysis/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "T108",
    name: "step-after-goal-window",
    summary: "A step after the time in which success is counted",
    why: "A message that leaves after the goal's window cannot count towards the goal. Either the goal is too short, or the step is one too many.",
    remedy: "Shorten the waits, lengthen the goal, or take the step out.",
    basis: practice("outcome measurement: a touch belongs within its window"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A goal that covers the sequence",
          edit: "-goal: visit completed within 30 days of the first message\n+goal: visit completed within 6 weeks of the first message",
        },
      ],
      bad: [
        {
          title: "A letter after the end",
          edit: "-goal: visit completed within 30 days of the first message\n+goal: visit completed within 10 days of the first message",
          marks: ["letter-1"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { goal } = campaign;
    const schedule = facts.scheduleOf(campaign);
    const first = schedule[0];
    if (goal === undefined || first === undefined) return;
    for (const time of schedule) {
      const after = time.latest - first.latest;
      if (after < goal.withinDays) continue;
      yield {
        at: time.step.idAt,
        message: `${time.step.id} is due on ${dayInWords(time)}, ${after} days after the first message, and the goal counts ${goal.withinDays} days`,
        related: [{ at: goal.at, message: "the goal is here" }],
      };
    }
  },
);
