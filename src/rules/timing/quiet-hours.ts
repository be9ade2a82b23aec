import { timeOfDay } from "../../calendar/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";

/** 8 a.m. to 9 p.m. at the called party's location. */
const EARLIEST = 8 * 60;
const LATEST = 21 * 60;

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
  function* ({ window, at }) {
    if (window.opens >= EARLIEST && window.closes <= LATEST) return;
    yield {
      at: window.hoursAt ?? at,
      message: `messages may leave between ${timeOfDay(window.opens)} and ${timeOfDay(window.closes)}, outside 08:00 to 21:00`,
    };
  },
);
