import { choices, languageName } from "../../source/index.ts";
import { carrier } from "../basis.ts";
import { rule } from "../rule.ts";
import { givesNumber } from "../says.ts";

export default rule(
  {
    code: "X103",
    name: "sms-help",
    summary: "No answer to HELP",
    why: "Whoever replies HELP must get an answer with the sender's name, a way to reach a person, and how to stop.",
    remedy:
      "Write `sms_help` in recare.yaml, for every language, with your name, a phone number and the word STOP.",
    basis: carrier("CTIA Short Code Monitoring Handbook", "10DLC registration practice"),
    severity: "error",
    pack: "carriers",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Name and number",
          edit: 'recare.yaml:\n-    en: "Maple Health: for help, call +1 217 555 0100. Reply STOP to opt out."\n+    en: "Maple Health help: call +1 217 555 0100. Reply STOP to opt out."',
        },
      ],
      bad: [
        {
          title: "An answer without a number",
          edit: 'recare.yaml:\n-    en: "Maple Health: for help, call +1 217 555 0100. Reply STOP to opt out."\n+    en: "Maple Health: ask at the desk. Reply STOP to opt out."',
          marks: ['"Maple Health: ask at the desk. Reply STOP to opt out."'],
        },
        {
          title: "No way to stop",
          edit: 'recare.yaml:\n-    en: "Maple Health: for help, call +1 217 555 0100. Reply STOP to opt out."\n+    en: "Maple Health: for help, call +1 217 555 0100."',
          marks: ['"Maple Health: for help, call +1 217 555 0100."'],
        },
      ],
    },
  },
  function* ({ languages, steps, at }, { workspace: { organization } }) {
    if (!steps.some(({ channel }) => channel === "sms")) return;
    for (const language of languages) {
      const help = organization.smsHelp.get(language);
      if (help === undefined) {
        yield {
          at,
          message: `this campaign sends texts in ${languageName(language)}, and nobody wrote the answer to HELP in ${languageName(language)}`,
          related: [{ at: organization.at, message: "`sms_help` belongs here" }],
        };
        continue;
      }
      const lacks = [
        ...(help.value.includes(organization.sender.value) ? [] : [`the name ${organization.sender.value}`]),
        ...(givesNumber(help.value) ? [] : ["a phone number with its area code"]),
        ...(/\bSTOP\b/.test(help.value) ? [] : ["the word STOP"]),
      ];
      if (lacks.length === 0) continue;
      yield {
        at: help.at,
        message: `the answer to HELP in ${languageName(language)} does not give ${choices(lacks)}`,
      };
    }
  },
);
