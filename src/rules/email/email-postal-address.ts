import { lawFromMemory } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "E101",
    name: "email-postal-address",
    summary: "An email without a postal address",
    why: "An email says where its sender can be found in the world. Recare adds the line to every email from your settings.",
    remedy: "Write `postal_address` under `organization` in recare.yaml.",
    basis: lawFromMemory("15 U.S.C. 7704(a)(5)(A)(iii)", "16 CFR 316.2"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "An address",
          edit: "recare.yaml:\n-  postal_address: 400 Oak Street, Springfield, IL 62701\n+  postal_address: 410 Oak Street, Springfield, IL 62701",
        },
      ],
      bad: [
        {
          title: "No address",
          edit: "recare.yaml:\n-  postal_address: 400 Oak Street, Springfield, IL 62701",
          marks: ["email-1"],
        },
      ],
    },
  },
  function* ({ steps }, { workspace: { organization } }) {
    const email = steps.find(({ channel }) => channel === "email");
    if (email === undefined || organization.postalAddress !== undefined) return;
    yield {
      at: email.idAt,
      message: `the email ${email.id} has no postal address to end with`,
      related: [{ at: organization.at, message: "`postal_address` belongs here" }],
    };
  },
);
