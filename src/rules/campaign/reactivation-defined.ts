import type { Outcome, ScenarioId } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

/** Outcomes that any sequence may bring about: a visit is what all of them invite to. */
const ANYWHERE: readonly Outcome[] = ["visit booked", "visit completed", "consult scheduled"];

/** What else counts as coming back, by scenario. */
const ALSO: Readonly<Record<ScenarioId, readonly Outcome[]>> = {
  "missed-appointment": ["test completed"],
  "results-follow-up": ["test completed", "care plan updated", "therapy restarted"],
  "lapsed-chronic-care": ["test completed", "care plan updated", "therapy restarted"],
  "lapsed-medication": ["therapy restarted", "care plan updated"],
  "post-procedure-follow-up": ["test completed", "care plan updated", "therapy restarted"],
  "recommended-test": ["test completed"],
  "inquiry-follow-up": [],
  "partner-program": ["test completed", "care plan updated", "therapy restarted"],
};

/** Half a year after a message, something else has more likely brought the person back. */
const LONGEST_DAYS = 180;

export default rule(
  {
    code: "K116",
    name: "reactivation-defined",
    summary: "A goal that does not say when somebody is back",
    why: "Coming back means one outcome, within a time in which the messages can have brought it about. An outcome that this kind of campaign does not lead to, or a year of waiting, makes every number after it a guess.",
    remedy:
      "Write the outcome that the messages ask for, within a time that they can still be the reason for: `visit completed within 30 days of the first message`.",
    basis: practice("outcome measurement: an operational definition, and a window"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "Another outcome that the messages lead to",
          edit: "-goal: visit completed within 30 days of the first message\n+goal: visit booked within 6 weeks of the first message",
        },
      ],
      bad: [
        {
          title: "An outcome that a missed visit does not lead to",
          edit: "-goal: visit completed within 30 days of the first message\n+goal: therapy restarted within 30 days of the first message",
          marks: ["therapy restarted within 30 days of the first message"],
        },
        {
          title: "A year",
          edit: "-goal: visit completed within 30 days of the first message\n+goal: visit completed within 52 weeks of the first message",
          marks: ["visit completed within 52 weeks of the first message"],
        },
      ],
    },
  },
  function* ({ goal, scenario }) {
    if (goal === undefined) return;
    const possible = [...ANYWHERE, ...ALSO[scenario.id]];
    if (!possible.includes(goal.outcome)) {
      yield {
        at: goal.at,
        message: `a ${scenario.id} campaign does not lead to "${goal.outcome}"`,
        remedy: `Write one of: ${possible.join(", ")}.`,
      };
    }
    if (goal.withinDays > LONGEST_DAYS) {
      yield {
        at: goal.at,
        message: `${goal.withinDays} days after a message, nobody can tell whether it was the reason`,
        remedy: `Count at most ${LONGEST_DAYS} days from the first message.`,
      };
    }
  },
);
