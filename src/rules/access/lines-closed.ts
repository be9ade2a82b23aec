import { sayPhone } from "../../analysis/index.ts";
import { timeOfDay, WEEKDAY_NAMES } from "../../calendar/index.ts";
import type { Library, Location, SendWindow } from "../../model/index.ts";
import { type Says, witnessWithout } from "../../template/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { aLink, aNumber, maySay, withoutAddedLines } from "../says.ts";
import { nameOf } from "../where.ts";

/** Read at eight, a message to call from nine on is still in mind. */
const BEFORE_OPENING = 2 * 60;

const READ_AT_ONCE = ["sms.body", "email.body", "portal.body"];

export default outletRule(
  {
    code: "A109",
    name: "lines-closed",
    summary: "“Call us”, sent when nobody answers",
    why: "People act on a message in the minutes after they read it. One that can only be answered by a call, and comes when the lines are closed, is answered by nobody, and the wish is gone in the morning.",
    remedy:
      "Give a second way, such as {{ link.<action> }}; or narrow `send_between` to the clinics' hours, from two hours before they open.",
    basis: practice("outreach practice: ask for a call while somebody answers"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A call or a link",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        Call {{ clinic.phone }} or see {{ link.book_online }}.",
        },
        {
          title: "Sent while somebody answers",
          edit: '-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        Please call {{ clinic.phone }}.\n=\nrecare.yaml:\n-  hours: "09:00-19:00"\n-  days: mon-sat\n+  hours: "09:00-17:00"\n+  days: mon-fri',
        },
      ],
      bad: [
        {
          title: "A call alone, at seven in the evening",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        Please call {{ clinic.phone }}.",
          marks: [
            "|\n        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n        Please call {{ clinic.phone }}.",
          ],
        },
      ],
    },
  },
  function* (facts, { window }, { workspace: { library } }) {
    const { outlet } = facts;
    if (!READ_AT_ONCE.includes(outlet.part)) return;
    const written = withoutAddedLines(facts.skeleton);
    if (!maySay(written, aClinicsNumber(library))) return;
    const only = witnessWithout(written, aLink);
    if (only === undefined) return;
    for (const location of library.locations.values()) {
      const gap = gapOf(location, window);
      if (gap === undefined) continue;
      yield {
        at: outlet.at,
        message: `${nameOf(facts)} can only be answered by a call${only.when === "" ? "" : ` ${only.when}`}, and ${gap}`,
        related: [
          { at: location.hours.at, message: "these are its hours" },
          ...(window.hoursAt ? [{ at: window.hoursAt, message: "messages may leave in these hours" }] : []),
        ],
        ...(only.when !== "" && { witness: only }),
      };
      return;
    }
  },
);

/** Whether a piece gives the number of a clinic; a nurse line has hours of its own. */
function aClinicsNumber(library: Library): Says {
  const nurses = [...library.locations.values()].flatMap(({ nurseLine }) =>
    nurseLine ? sayPhone(nurseLine.value) : [],
  );
  const number = aNumber(library);
  return (piece) => number(piece) && !(piece.kind === "lit" && nurses.includes(piece.text));
}

/** When a message may leave and the clinic's line is closed, in words; nothing where there is no such time. */
function gapOf({ publicName, hours }: Location, window: SendWindow): string | undefined {
  for (const day of window.days) {
    const open = hours.days.filter((opening) => opening.day === day);
    if (open.length === 0) return `${publicName.value} is closed on ${WEEKDAY_NAMES[day]}`;
    const opens = open.map(({ opens: time }) => time).sort()[0] ?? "";
    const closes =
      open
        .map(({ closes: time }) => time)
        .sort()
        .at(-1) ?? "";
    if (timeOfDay(window.closes) > closes) {
      return `messages leave until ${timeOfDay(window.closes)}, when ${publicName.value} has closed (${closes} on ${WEEKDAY_NAMES[day]})`;
    }
    if (timeOfDay(window.opens + BEFORE_OPENING) < opens) {
      return `messages leave from ${timeOfDay(window.opens)}, long before ${publicName.value} opens (${opens} on ${WEEKDAY_NAMES[day]})`;
    }
  }
  return undefined;
}
