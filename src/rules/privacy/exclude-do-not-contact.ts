import { implies } from "../../audience/index.ts";
import { type Campaign, fieldSpecs, type Library } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { conditionOf, peopleOf } from "../conditions.ts";
import { rule } from "../rule.ts";

/** People to whom a campaign must not write, and how a field that says so is called. */
const GROUPS: readonly { readonly who: string; readonly called: RegExp; readonly outreachOnly?: true }[] = [
  { who: "who have died", called: /deceased|died|death/ },
  { who: "who are in hospice care", called: /hospice|palliative|end_of_life/ },
  { who: "who asked not to be contacted", called: /do_not_contact|no_contact|dnc|contact_refused/ },
  // A result or a medicine is not withheld because of a complaint; an invitation is.
  { who: "who have an open complaint", called: /complaint|grievance/, outreachOnly: true },
];

export default rule(
  {
    code: "P120",
    name: "exclude-do-not-contact",
    summary: "People who must not be written to can be in the audience",
    why: "A cheerful invitation to somebody who has died, or who is dying, hurts a family and cannot be taken back. Where the records say so, the campaign must leave these people out.",
    remedy: "Add the field to `exclude`.",
    basis: practice("outreach practice: suppression lists", "45 CFR 164.502(f) (deceased individuals)"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Left out with another line",
          edit: "-    - patient.moved_care\n-    - patient.hospice\n+    - patient.moved_care or patient.hospice",
        },
      ],
      bad: [
        {
          title: "Hospice patients are not left out",
          edit: "-    - patient.hospice",
          marks: ["include"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { library } = facts.workspace;
    const people = peopleOf(campaign);
    if (people === undefined || campaign.audience === undefined) return;
    const specs = fieldSpecs(library.fields);
    // A restricted fact that chooses people is a finding of its own.
    const chosen = new Set(facts.selectionOf(campaign).map(({ path }) => path));
    for (const { who, fields } of groupsOf(campaign, library)) {
      for (const path of fields) {
        if (chosen.has(path)) continue;
        const without = conditionOf(`not ${path}`, library);
        if (without === undefined || implies(people, without, specs) === "yes") continue;
        yield {
          at: campaign.audience.includeAt,
          message: `people ${who} can be in this audience: nothing leaves out ${path}`,
          remedy: `Add \`${path}\` to \`exclude\`.`,
        };
      }
    }
  },
  function* (campaign, { workspace: { library } }) {
    const unsaid = groupsOf(campaign, library)
      .filter(({ fields }) => fields.length === 0)
      .map(({ who }) => who);
    if (unsaid.length === 0) return;
    yield {
      role: "compliance",
      concern: "audience",
      text: `No field says ${unsaid.join(", or ")}. Are these people kept out before the records reach this campaign?`,
    };
  },
);

/** The groups that concern a campaign, each with the yes/no fields that tell who is in it. */
function groupsOf(
  { scenario }: Campaign,
  { fields }: Library,
): readonly { readonly who: string; readonly fields: readonly string[] }[] {
  const facts = [...fields.values()].filter(
    ({ path, type }) => type.kind === "yes-no" && path.startsWith("patient."),
  );
  return GROUPS.filter(({ outreachOnly }) => !(outreachOnly && scenario.urgentRequired)).map(
    ({ who, called }) => ({
      who,
      fields: facts.filter(({ path }) => called.test(path)).map(({ path }) => path),
    }),
  );
}
