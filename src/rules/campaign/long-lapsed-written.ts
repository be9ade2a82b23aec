import { type Condition, fieldsOf, overlaps } from "../../audience/index.ts";
import { type Campaign, fieldSpecs, type Library, type Pathway } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { conditionOf, peopleOf } from "../conditions.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "K130",
    name: "long-lapsed-written",
    summary: "People whom a pathway gives to a clinician are written to",
    why: "After a long time away somebody needs a clinician's look before an invitation, and the pathway says after how long, and whose task it is. A campaign of that pathway keeps to it.",
    remedy: "Keep these people out in `include`, and write the pathway's team under `others`.",
    basis: practice("clinical pathway: `long_lapsed` and `others` of library/pathways.yaml"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Nobody who is long lapsed",
          edit: " owner: north_scheduling\n+pathway: primary_care\n+others: nurse_triage",
        },
      ],
      bad: [
        {
          title: "Two years, where eighteen months are signed",
          edit: " owner: north_scheduling\n+pathway: primary_care\n+others: nurse_triage\n=\n-    - visit.date was 1 to 14 days ago\n+    - visit.date was 1 to 24 months ago",
          marks: ["visit.date was 1 to 24 months ago"],
        },
        {
          title: "Nobody looks after those who are left out",
          edit: " owner: north_scheduling\n+pathway: primary_care",
          marks: ["primary_care"],
        },
        {
          title: "A pathway that no clinician signed",
          edit: " owner: north_scheduling\n+pathway: primary_care\n+others: nurse_triage\n=\nlibrary/pathways.yaml:\n-    signed_by: Dr. A. Okafor",
          marks: ["primary_care"],
        },
      ],
    },
  },
  function* (campaign, { workspace: { library } }) {
    const { pathway: named, others } = campaign;
    if (named === undefined) return;
    const { pathway, at } = named;
    const related = [{ at: pathway.at, message: "the pathway is here" }];
    if (pathway.signedBy === undefined) {
      yield {
        at: pathway.at,
        message: `no clinician has signed the pathway ${pathway.id}`,
        remedy: "Have a clinician decide its times, and write the name under `signed_by`.",
      };
    }
    if (pathway.others !== undefined && others?.team.id !== pathway.others.value) {
      yield {
        at: others?.at ?? at,
        message: `the pathway ${pathway.id} gives people who are not written to to ${pathway.others.value}, and this campaign ${others === undefined ? "to nobody" : `to ${others.team.id}`}`,
        remedy: `Write \`others: ${pathway.others.value}\`.`,
        related,
      };
    }
    yield* longLapsed(campaign, pathway, library);
  },
);

/** Lines by which somebody can be in the audience who has been away for longer than the pathway allows. */
function* longLapsed(campaign: Campaign, pathway: Pathway, library: Library) {
  const people = peopleOf(campaign);
  if (people === undefined || pathway.longLapsed === undefined) return;
  const specs = fieldSpecs(library.fields);
  for (const line of campaign.audience?.include ?? []) {
    for (const path of fieldsOf(line.value)) {
      if (library.fields.get(path)?.type.kind !== "date") continue;
      const away: Condition | undefined = conditionOf(
        `${path} was more than ${pathway.longLapsed} ago`,
        library,
      );
      if (away === undefined || overlaps(people, away, specs) === "no") continue;
      yield {
        at: line.at,
        message: `somebody can be in this audience for whom ${path} was more than ${pathway.longLapsed} ago, and the pathway ${pathway.id} gives them to ${pathway.others?.value ?? "a clinician"}`,
        related: [{ at: pathway.at, message: "the pathway is here" }],
      };
    }
  }
}
