import { witnessWithout } from "../../template/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { aLink, aNumber, withoutAddedLines } from "../says.ts";
import { nameOf } from "../where.ts";

const LONG = ["email.body", "letter.body"];

export default outletRule(
  {
    code: "A105",
    name: "two-ways-to-answer",
    summary: "An email or letter with only one way to answer",
    why: "Some people will not follow a link, and some cannot pick up a phone. With a number and one other way, nobody is lost who wanted to come.",
    remedy: "Give {{ clinic.phone }}, and {{ actions }} or a link beside it.",
    basis: practice("outreach practice: several paths to answer reduce drop-off"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "The number before the links",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        Call us at {{ clinic.phone }}, or use a link above.\n \n         {{ bring }}",
        },
      ],
      bad: [
        {
          title: "Links and no number",
          edit: "-        También puede llamarnos al {{ clinic.phone }}.\n+        Con gusto le ayudamos.\n \n         {{ bring }}",
          marks: [
            "|\n        {{ greeting }}\n\n        {{ message.purpose }} Los planes cambian, y con gusto le ayudamos. {{ message.next_step }}\n\n        {{ actions }}\n\n        Con gusto le ayudamos.\n\n        {{ bring }}\n\n        {{ claim.visit_details_by_text }}",
          ],
        },
      ],
    },
  },
  function* (facts, _campaign, { workspace: { library } }) {
    const { outlet } = facts;
    if (!LONG.includes(outlet.part)) return;
    const written = withoutAddedLines(facts.skeleton);
    const withoutNumber = witnessWithout(written, aNumber(library));
    const withoutLink = witnessWithout(written, aLink);
    // A text with no way at all, such as a note that only says thank you, asks for no answer.
    const lacking = withoutNumber && withoutLink ? undefined : (withoutNumber ?? withoutLink);
    if (lacking === undefined) return;
    const what = withoutNumber ? "telephone number" : "link or address of a page";
    yield {
      at: outlet.at,
      message: `${nameOf(facts)} gives no ${what} to answer by${lacking.when === "" ? "" : ` ${lacking.when}`}`,
      ...(lacking.when !== "" && { witness: lacking }),
    };
  },
);
