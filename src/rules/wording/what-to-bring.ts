import { languageName } from "../../source/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "W112",
    name: "what-to-bring",
    summary: "Things to bring that nobody is told of",
    why: "Somebody who comes without the list of medicines may have to come again. What a visit needs is said where there is room for it: in an email, a letter or the portal.",
    remedy: "Print {{ bring }} in one of the longer messages, or take `bring` out.",
    basis: practice("visit preparation practice: up to five things, in long messages"),
    severity: "info",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "One thing, printed",
          edit: "   bring:\n-    - medication_list\n     - insurance_card",
        },
      ],
      bad: [
        {
          title: "Printed in Spanish only",
          edit: "         You can also call us at {{ clinic.phone }}.\n \n-        {{ bring }}\n-\n         {{ claim.visit_details_by_text }}",
          marks: ["medication_list"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const [first] = campaign.bring;
    if (first === undefined) return;
    const told = new Set(
      facts
        .outletsOf(campaign)
        .flatMap(({ outlet, inserts }) =>
          inserts.some(({ what }) => what === "bring") ? [outlet.language] : [],
        ),
    );
    const untold = campaign.languages.filter((language) => !told.has(language));
    if (untold.length === 0) return;
    const things = campaign.bring.length === 1 ? "the thing" : `the ${campaign.bring.length} things`;
    const where = told.size === 0 ? "no message" : `no message in ${untold.map(languageName).join(" or ")}`;
    yield { at: first.at, message: `${where} names ${things} to bring` };
  },
);
