import { law } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "P115",
    name: "confidential-comm-honored",
    summary: "Nobody has said how requests for another address are kept",
    why: "A patient may ask to be reached at another address or in another way, and need not say why. A letter to the home of somebody who asked for another one can put that person in danger.",
    remedy:
      "Write under `declarations` in recare.yaml how such requests reach the export: `confidential_requests: kept in the contact record that the export reads`.",
    basis: law("45 CFR 164.522(b)"),
    severity: "error",
    waivable: "compliance",
    absence: true,
    examples: {
      good: [
        {
          title: "Another way",
          edit: "recare.yaml:\n-  confidential_requests: kept in the contact record that the export reads\n+  confidential_requests: people with such a request are left out of the export",
        },
      ],
      bad: [
        {
          title: "No word",
          edit: "recare.yaml:\n-  confidential_requests: kept in the contact record that the export reads",
          marks: ["missed-visit"],
        },
      ],
    },
  },
  function* ({ declarations, at, id }) {
    if (declarations.confidentialRequests !== undefined) return;
    yield {
      at,
      message: `nobody has stated how ${id} keeps requests to be reached at another address or in another way`,
    };
  },
);
