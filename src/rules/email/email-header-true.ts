import { choices } from "../../source/index.ts";
import { lawFromMemory } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "E103",
    name: "email-header-true",
    summary: "An email that does not come from your own domain",
    why: "Patients, and their mail programs, judge an email by the address after the name. One from a stranger's domain looks like fraud, and the law asks that the sender be the true one.",
    remedy: "Write `email_from` under `organization`, an address on one of your `link_domains`.",
    basis: lawFromMemory("15 U.S.C. 7704(a)(1)"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A subdomain of your own",
          edit: "recare.yaml:\n-  email_from: care@maple.example\n+  email_from: care@mail.maple.example",
        },
      ],
      bad: [
        {
          title: "The mail vendor's domain",
          edit: "recare.yaml:\n-  email_from: care@maple.example\n+  email_from: maple@bulkmail.example",
          marks: ["maple@bulkmail.example"],
        },
        {
          title: "No address",
          edit: "recare.yaml:\n-  email_from: care@maple.example",
          marks: ["email-1"],
        },
      ],
    },
  },
  function* ({ steps }, { workspace: { organization } }) {
    const email = steps.find(({ channel }) => channel === "email");
    if (email === undefined) return;
    const from = organization.emailFrom;
    if (from === undefined) {
      yield {
        at: email.idAt,
        message: `nobody has said from which address the email ${email.id} comes`,
        related: [{ at: organization.at, message: "`email_from` belongs here" }],
      };
      return;
    }
    const host = from.value.slice(from.value.lastIndexOf("@") + 1).toLowerCase();
    const own = organization.linkDomains.map(({ value }) => value.toLowerCase());
    if (own.some((domain) => host === domain || host.endsWith(`.${domain}`))) return;
    yield {
      at: from.at,
      message: `email comes from ${host}, which is not one of your domains (${choices(own) || "none is declared"})`,
      related: [
        { at: organization.linkDomains[0]?.at ?? organization.at, message: "`link_domains` is here" },
      ],
    };
  },
);
