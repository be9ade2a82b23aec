import { lawFromMemory } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "E102",
    name: "email-unsubscribe",
    summary: "An email without a way to unsubscribe",
    why: "Whoever gets an email can end it with one link, without a login and without a fee. Recare adds the link to every email from your settings.",
    remedy:
      "Write `unsubscribe_url` under `organization` in recare.yaml, an https address on one of your link domains.",
    basis: lawFromMemory("15 U.S.C. 7704(a)(3) and (4)", "16 CFR 316.5"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A page of the organization",
          edit: "recare.yaml:\n-  unsubscribe_url: https://maple.example/stop\n+  unsubscribe_url: https://maple.example/email/stop",
        },
      ],
      bad: [
        {
          title: "No page",
          edit: "recare.yaml:\n-  unsubscribe_url: https://maple.example/stop",
          marks: ["email-1"],
        },
        {
          title: "An address without https",
          edit: "recare.yaml:\n-  unsubscribe_url: https://maple.example/stop\n+  unsubscribe_url: http://maple.example/stop",
          marks: ["http://maple.example/stop"],
        },
      ],
    },
  },
  function* ({ steps }, { workspace: { organization } }) {
    const email = steps.find(({ channel }) => channel === "email");
    if (email === undefined) return;
    const url = organization.unsubscribeUrl;
    if (url === undefined) {
      yield {
        at: email.idAt,
        message: `the email ${email.id} has no unsubscribe link to end with`,
        related: [{ at: organization.at, message: "`unsubscribe_url` belongs here" }],
      };
    } else if (!/^https:\/\/[^\s]+$/.test(url.value)) {
      yield { at: url.at, message: `${url.value} is not an https address` };
    }
  },
  function* ({ steps }, { workspace: { organization } }) {
    const url = organization.unsubscribeUrl?.value;
    if (url === undefined || !steps.some(({ channel }) => channel === "email")) return;
    yield {
      role: "compliance",
      concern: "copy",
      text: `Does ${url} end all email with one click, without a login or a fee, within 10 business days, and will it work for 30 days after the last email?`,
    };
  },
);
