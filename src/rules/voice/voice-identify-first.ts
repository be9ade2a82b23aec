import { witnessWithout } from "../../template/index.ts";
import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { theSender } from "../says.ts";

export default outletRule(
  {
    code: "V101",
    name: "voice-identify-first",
    summary: "A call that does not begin with who is calling",
    why: "Whoever picks up decides in the first seconds whether to trust the voice. The organization is named in the first words, whatever the patient's record says.",
    remedy: "Name the organization in `open`, with {{ sender }}.",
    basis: law("47 CFR 64.1200(b)(1)"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "The clinic by its public name",
          edit: "library/scripts.yaml:\n-      en: Hello, this is {{ caller }} from {{ sender }}. May I speak with {{ patient.first_name }}?\n+      en: Hello, this is {{ caller }} from {{ clinic.name }}. May I speak with {{ patient.first_name }}?",
        },
      ],
      bad: [
        {
          title: "A caller without an organization",
          edit: "library/scripts.yaml:\n-      en: Hello, this is {{ caller }} from {{ sender }}. May I speak with {{ patient.first_name }}?\n+      en: Hello, this is {{ caller }}. May I speak with {{ patient.first_name }}?",
          marks: ["Hello, this is {{ caller }}. May I speak with {{ patient.first_name }}?"],
        },
        {
          title: "Named for some patients only",
          edit: "library/scripts.yaml:\n-      en: Hello, this is {{ caller }} from {{ sender }}. May I speak with {{ patient.first_name }}?\n+      en: 'Hello, this is {{ caller }}{% if visit.type == \"annual-exam\" %} from {{ sender }}{% endif %}.'",
          marks: [
            "'Hello, this is {{ caller }}{% if visit.type == \"annual-exam\" %} from {{ sender }}{% endif %}.'",
          ],
        },
      ],
    },
  },
  function* ({ outlet, skeleton }, _campaign, { workspace: { organization, library } }) {
    if (outlet.part !== "phone.opening") return;
    const silent = witnessWithout(skeleton, theSender(organization, library));
    if (silent === undefined) return;
    yield {
      at: outlet.at,
      message: `the opening of ${outlet.step} does not name ${organization.sender.value}${silent.when === "" ? "" : ` ${silent.when}`}`,
      ...(silent.when !== "" && { witness: silent }),
    };
  },
);
