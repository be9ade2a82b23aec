import { carrier } from "../basis.ts";
import { rule } from "../rule.ts";

/** What people write where there is no registration. */
const NONE = /^(?:none|no|n\/?a|tbd|todo|pending|unregistered|not registered|applied)\b/i;

export default rule(
  {
    code: "X109",
    name: "sms-10dlc-registered",
    summary: "Texts from a number that carriers do not know",
    why: "Carriers deliver texts of organizations only from numbers that are registered with a campaign that fits what is sent. An unregistered number is filtered: nobody reads the message, and nobody tells you.",
    remedy:
      "Write `sender_registration` under `declarations`: the campaign id of the 10DLC registry, or the number of the short code or the verified toll-free number.",
    basis: carrier("The Campaign Registry (10DLC)", "CTIA Short Code Monitoring Handbook"),
    severity: "error",
    pack: "carriers",
    waivable: "compliance",
    absence: true,
    examples: {
      good: [
        {
          title: "A short code",
          edit: "recare.yaml:\n-  sender_registration: 10DLC-C7Q4M2\n+  sender_registration: short code 62753",
        },
      ],
      bad: [
        {
          title: "Nothing stated",
          edit: "recare.yaml:\n-  sender_registration: 10DLC-C7Q4M2",
          marks: ["text-1"],
        },
        {
          title: "Not yet",
          edit: "recare.yaml:\n-  sender_registration: 10DLC-C7Q4M2\n+  sender_registration: pending",
          marks: ["pending"],
        },
      ],
    },
  },
  function* ({ steps, declarations }, { workspace: { organization } }) {
    const text = steps.find(({ channel }) => channel === "sms");
    if (text === undefined) return;
    const stated = declarations.senderRegistration;
    if (stated === undefined) {
      yield {
        at: text.idAt,
        message: `${text.id} sends texts, and nobody has stated with which registration`,
        related: [
          { at: organization.at, message: "`declarations` belongs in this file, or in the campaign" },
        ],
      };
    } else if (NONE.test(stated.value.trim())) {
      yield { at: stated.at, message: `"${stated.value}" is no registration that carriers know` };
    }
  },
  function* ({ steps, scenario, declarations }) {
    const registration = declarations.senderRegistration?.value;
    if (registration === undefined || !steps.some(({ channel }) => channel === "sms")) return;
    yield {
      role: "compliance",
      concern: "copy",
      text: `Does the use that ${registration} is registered for cover messages to ${scenario.about}?`,
    };
  },
);
