import { unsettledOrder } from "../basis.ts";
import { rule } from "../rule.ts";
import { firstCall } from "./calls.ts";

export default rule(
  {
    code: "C112",
    name: "optout-scope-declared",
    summary: "An opt-out whose scope is not stated, or is too narrow",
    why: "STOP may end all automated messages, or only those of one kind. The rule that decides it is new and still moving, so the wide reading is the safe one; whoever takes the narrow one should say so.",
    remedy:
      "Write scope: everything under `opt_out`. For this-kind, counsel approves it as a limit of your own in library/packs.yaml: optout_scopes.",
    basis: unsettledOrder("47 CFR 64.1200(a)(10)", "DA 26-12 (waived until 31 January 2027)", "FCC 26-67"),
    severity: "warning",
    waivable: "compliance",
    absence: true,
    pack: "us-federal",
    limits: ["optout_scopes"],
    examples: {
      good: [
        {
          title: "The narrow scope, approved by counsel",
          edit: "recare.yaml:\n-    scope: everything\n+    scope: this-kind\n=\nlibrary/packs.yaml:\n+limits:\n+  - pack: us-federal\n+    limit: optout_scopes\n+    value: everything, this-kind\n+    because: counsel reads FCC 26-67 so\n+    approved_by: R. Salas, counsel\n+    on: 2026-11-02\n+    until: 2027-01-31",
        },
      ],
      bad: [
        { title: "Not stated", edit: "recare.yaml:\n-    scope: everything", marks: ["opt_out"] },
        {
          title: "The narrow scope",
          edit: "recare.yaml:\n-    scope: everything\n+    scope: this-kind",
          marks: ["this-kind"],
        },
      ],
    },
  },
  function* (campaign, { workspace: { packs } }) {
    const { optOut } = campaign.declarations;
    // Without any word about opting out, that is the finding.
    if (optOut === undefined || firstCall(campaign) === undefined) return;
    const { scope } = optOut;
    if (scope === undefined) {
      yield { at: optOut.at, message: "nobody has stated what an opt-out ends" };
      return;
    }
    const narrow = packs.words("optout_scopes").find(({ value }) => !value.includes(scope.value));
    if (narrow === undefined) return;
    yield {
      at: scope.at,
      message: `an opt-out ends ${scope.value === "this-kind" ? "only messages of this kind" : scope.value}, and ${narrow.pack} asks for ${narrow.value.join(" or ")}`,
    };
  },
);
