import { daysInWords, timeOfDay } from "../../calendar/index.ts";
import { isWithinWeek, weekInWords } from "../../packs/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";
import { weekOf } from "./week-of.ts";

export default rule(
  {
    code: "T101",
    name: "quiet-hours",
    summary: "Messages at night",
    why: "Calls and texts belong in the day, on the clock of the person who receives them. Federal rules draw the line at 8 a.m. and 9 p.m. for solicitations; Recare keeps it for every message.",
    remedy: 'Write hours between 08:00 and 21:00 under `send_between`, for example "09:00-19:00".',
    basis: law("47 CFR 64.1200(c)(1)", "16 CFR 310.4(c)"),
    severity: "error",
    waivable: "never",
    limits: ["quiet_hours"],
    examples: {
      good: [
        {
          title: "Daytime",
          edit: 'recare.yaml:\n-  hours: "09:00-19:00"\n+  hours: "08:00-20:00"',
        },
      ],
      bad: [
        {
          title: "An hour too late",
          edit: 'recare.yaml:\n-  hours: "09:00-19:00"\n+  hours: "09:00-22:00"',
          marks: ['"09:00-22:00"'],
        },
      ],
    },
  },
  function* ({ window, at }, { workspace: { packs } }) {
    const outside = packs.hours("quiet_hours").find(({ value }) => !isWithinWeek(weekOf(window), value));
    if (outside === undefined) return;
    yield {
      at: window.hoursAt ?? at,
      message: `messages may leave between ${timeOfDay(window.opens)} and ${timeOfDay(window.closes)} on ${daysInWords(window.days)}, outside ${weekInWords(outside.value)}`,
    };
  },
);
