import { SCENARIO_IDS } from "../../model/index.ts";
import { choices } from "../../source/index.ts";
import { carrier } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "X114",
    name: "sms-one-optin-per-campaign",
    summary: "Texts about something that people did not agree to",
    why: "An opt-in is for what it said. Whoever agreed to reminders about booked visits has not agreed to be asked back after a year; carriers treat that as no consent at all.",
    remedy:
      "Send to people who agreed to this kind of message, and name it under `consent_covers` in `declarations`.",
    basis: carrier("CTIA Messaging Principles and Best Practices 2023, sections 5.1.2.2 and 5.1.4"),
    severity: "error",
    pack: "carriers",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "This kind is among them",
          edit: "recare.yaml:\n   retention: 10 years\n+  consent_covers: [missed-appointment, recommended-test]",
        },
      ],
      bad: [
        {
          title: "Agreed to something else",
          edit: "recare.yaml:\n   retention: 10 years\n+  consent_covers: [inquiry-follow-up]",
          marks: ["text-1"],
        },
        {
          title: "No kind of campaign has this name",
          edit: "recare.yaml:\n   retention: 10 years\n+  consent_covers: [missed-appointment, reminders]",
          marks: ["reminders"],
        },
      ],
    },
  },
  function* ({ steps, scenario, declarations }) {
    const covered = declarations.consentCovers;
    const text = steps.find(({ channel }) => channel === "sms");
    if (text === undefined || covered.length === 0) return;
    for (const { value, at } of covered) {
      if (SCENARIO_IDS.some((id) => id === value)) continue;
      yield {
        at,
        message: `"${value}" is no scenario`,
        remedy: `Write one of ${choices([...SCENARIO_IDS])}.`,
      };
    }
    if (covered.some(({ value }) => value === scenario.id)) return;
    yield {
      at: text.idAt,
      message: `${text.id} is part of a ${scenario.id} campaign, and the stated consent covers ${choices(covered.map(({ value }) => value)).replace(" or ", " and ")}`,
      related: [{ at: covered[0]?.at ?? text.idAt, message: "stated here" }],
    };
  },
  function* ({ steps, scenario, declarations }) {
    if (declarations.consentCovers.length > 0 || !steps.some(({ channel }) => channel === "sms")) return;
    const wording = declarations.consentWording?.value;
    yield {
      role: "compliance",
      concern: "audience",
      text: `Did everybody who gets these texts agree${wording ? ` (${wording})` : ""} to messages to ${scenario.about}, and not only to others?`,
    };
  },
);
