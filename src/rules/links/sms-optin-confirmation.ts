import { choices, languageName } from "../../source/index.ts";
import { carrier } from "../basis.ts";
import { rule } from "../rule.ts";

/** What the first text after somebody agreed must say, in English and Spanish. */
const PARTS = [
  { what: "that message and data rates may apply", pattern: /\brates?\b|\btarifas?\b|\bcargos?\b/i },
  {
    what: "how often you write",
    pattern:
      /\bfrequency\b|\bper (?:week|month)\b|\ba (?:week|month)\b|\bfrecuencia\b|\b(?:por|al|a la) (?:semana|mes)\b/i,
  },
  { what: "HELP", pattern: /\bHELP\b|\bAYUDA\b/ },
  { what: "STOP", pattern: /\bSTOP\b/ },
] as const;

export default rule(
  {
    code: "X113",
    name: "sms-optin-confirmation",
    summary: "The text that confirms an opt-in leaves something out",
    why: "Whoever agrees to texts gets one that says who writes, how often, what it may cost, and how to get help or stop. It is the proof that the number is theirs, and carriers ask for its words.",
    remedy: "Add it to `sms_confirmation` in recare.yaml.",
    basis: carrier("CTIA Messaging Principles and Best Practices 2023, section 5.1.2.1"),
    severity: "warning",
    pack: "carriers",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "All of it",
          edit: 'recare.yaml:\n   sms_stop:\n+  sms_confirmation:\n+    en: "Maple Health: you get up to 3 texts a week. Message and data rates may apply. Reply HELP for help, STOP to opt out."\n+    es: "Maple Health: recibe hasta 3 mensajes por semana. Pueden aplicarse tarifas. Responda AYUDA o STOP."',
        },
      ],
      bad: [
        {
          title: "No word of cost or how often",
          edit: 'recare.yaml:\n   sms_stop:\n+  sms_confirmation: "Maple Health: you are signed up. Reply HELP for help, STOP to opt out."',
          marks: ['"Maple Health: you are signed up. Reply HELP for help, STOP to opt out."'],
        },
      ],
    },
  },
  function* ({ languages, steps }, { workspace: { organization } }) {
    if (!steps.some(({ channel }) => channel === "sms")) return;
    for (const [language, { value, at }] of organization.smsConfirmation) {
      if (!languages.includes(language)) continue;
      const missing = [
        ...(value.includes(organization.sender.value) ? [] : [`the name ${organization.sender.value}`]),
        ...PARTS.flatMap(({ what, pattern }) => (pattern.test(value) ? [] : [what])),
      ];
      if (missing.length === 0) continue;
      yield {
        at,
        message: `the confirmation of an opt-in in ${languageName(language)} does not say ${choices(missing)}`,
      };
    }
  },
  function* ({ steps, languages }, { workspace: { organization } }) {
    const isWritten = languages.every((language) => organization.smsConfirmation.has(language));
    if (isWritten || !steps.some(({ channel }) => channel === "sms")) return;
    yield {
      role: "compliance",
      concern: "copy",
      text: "Did everybody who agreed to texts get one that said who writes, how often, what it may cost, and how to get help or stop?",
    };
  },
);
