import type { Channel } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

/** More than this to one person is no longer an offer. */
const MOST_TOUCHES = 6;
/** From here on, somebody who has not answered on a channel is not reached by it. */
const SAME_CHANNEL = 3;

const MESSAGES: Readonly<Record<Channel, string>> = {
  sms: "text messages",
  email: "emails",
  phone: "calls",
  letter: "letters",
  portal: "portal messages",
};

export default rule(
  {
    code: "K119",
    name: "sequence-shape",
    summary: "A sequence that goes on in the same way",
    why: "Somebody who did not answer three texts will not answer a fourth. A sequence ends after a few messages, and its last one offers another way.",
    remedy: "Make one of the later steps a call, a letter or another channel, and keep to six messages.",
    basis: practice("outreach sequencing: few touches, another way at the end"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "Two letters, then a call",
          edit: "letters.yaml:\n+campaign: letters\n+scenario: missed-appointment\n+owner: north_scheduling\n+goal: visit booked within 60 days of the first message\n+languages: [en]\n+audience:\n+  for_each: visit\n+  include: [visit.status is cancelled]\n+message: {purpose: We would like to see you., next_step: Pick a time.}\n+sequence:\n+  - {step: letter-a, channel: letter, text: Please call us.}\n+  - {step: letter-b, channel: letter, wait: 9 days, text: Please call us.}\n+  - {step: call-c, channel: phone, wait: 9 days, script: missed_visit}",
        },
      ],
      bad: [
        {
          title: "Three letters and nothing else",
          edit: "letters.yaml:\n+campaign: letters\n+scenario: missed-appointment\n+owner: north_scheduling\n+goal: visit booked within 60 days of the first message\n+languages: [en]\n+audience:\n+  for_each: visit\n+  include: [visit.status is cancelled]\n+message: {purpose: We would like to see you., next_step: Pick a time.}\n+sequence:\n+  - {step: letter-a, channel: letter, text: Please call us.}\n+  - {step: letter-b, channel: letter, wait: 9 days, text: Please call us.}\n+  - {step: letter-c, channel: letter, wait: 9 days, text: Please call us.}",
          marks: ["letter-c"],
        },
      ],
    },
  },
  function* ({ steps }) {
    for (const recipient of ["patient", "caregiver"] as const) {
      const own = steps.filter(({ to }) => to === recipient);
      const channels = new Set(own.map(({ channel }) => channel));
      const extra = own[MOST_TOUCHES];
      if (extra !== undefined) {
        yield {
          at: extra.idAt,
          message: `${extra.id} is message number ${MOST_TOUCHES + 1} to one ${recipient}`,
          remedy: `End after ${MOST_TOUCHES} messages.`,
        };
      }
      const last = own.at(-1);
      if (last === undefined || own.length < SAME_CHANNEL || channels.size > 1) continue;
      yield {
        at: last.idAt,
        message: `all ${own.length} messages to the ${recipient} are ${MESSAGES[last.channel]}`,
        remedy: "Make one of them a call, a letter or another channel.",
      };
    }
  },
);
