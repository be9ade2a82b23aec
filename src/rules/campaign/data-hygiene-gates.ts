import { DATA_CHECKS } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

/** What happens to a person where a check is left out. */
const WITHOUT: Readonly<Record<(typeof DATA_CHECKS)[number], string>> = {
  duplicates: "the same person gets every message twice",
  identity: "a message reaches somebody with the same name",
  "contact-details": "a number that belongs to somebody else by now is written to",
  bounces: "an address that came back is written to again",
};

export default rule(
  {
    code: "K128",
    name: "data-hygiene-gates",
    summary: "Records that nobody puts right before the first message",
    why: "Duplicate records, mixed-up people and old numbers are the commonest way in which a good message reaches the wrong person. What is checked before launch is stated, and operations signs it.",
    remedy: `Do the check, and list it under \`declarations\` in recare.yaml: \`data_checks: [${DATA_CHECKS.join(", ")}]\`.`,
    basis: practice("data hygiene practice: duplicates, identity, contact verification, bounces"),
    severity: "warning",
    waivable: "anyone",
    absence: true,
    examples: {
      good: [
        {
          title: "In another order",
          edit: "recare.yaml:\n-  data_checks: [duplicates, identity, contact-details, bounces]\n+  data_checks: [bounces, contact-details, identity, duplicates]",
        },
      ],
      bad: [
        {
          title: "Nobody looks for duplicates",
          edit: "recare.yaml:\n-  data_checks: [duplicates, identity, contact-details, bounces]\n+  data_checks: [identity, contact-details, bounces]",
          marks: ["missed-visit"],
        },
      ],
    },
  },
  function* ({ declarations, at }) {
    const done = new Set(declarations.dataChecks.map(({ value }) => value));
    const [first, ...others] = DATA_CHECKS.filter((check) => !done.has(check));
    if (first === undefined) return;
    const more = others.length === 0 ? "" : `; nor is ${others.join(", ")}`;
    yield { at, message: `nobody has stated that ${first} is checked, so ${WITHOUT[first]}${more}` };
  },
);
