import { overlaps } from "../../audience/index.ts";
import type { Campaign } from "../../model/index.ts";
import { fieldSpecs } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { workspaceRule } from "../rule.ts";
import { everyoneWritten } from "./everyone.ts";

export default workspaceRule(
  {
    code: "K108",
    name: "campaigns-overlap",
    summary: "Two campaigns for the same people, without priority",
    why: "Somebody in two audiences would get two sequences at once. The frequency cap holds one back, and without a priority chance decides which.",
    remedy: "Give one of them a higher `priority`, or tell the audiences apart.",
    basis: practice("the algebra of conditions: overlap; cannot tell counts as overlap"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "People whom the other campaign leaves out",
          edit: "second.yaml:\n+campaign: second-visit\n+scenario: missed-appointment\n+owner: north_scheduling\n+goal: visit booked within 30 days of the first message\n+languages: [en]\n+audience:\n+  for_each: visit\n+  include:\n+    - visit.status is cancelled\n+message:\n+  purpose: We would like to see you.\n+  next_step: Pick a time.\n+sequence:\n+  - step: letter-1\n+    channel: letter\n+    text: Please call us.",
        },
      ],
      bad: [
        {
          title: "The same people again",
          edit: "second.yaml:\n+campaign: second-visit\n+scenario: missed-appointment\n+owner: north_scheduling\n+goal: visit booked within 30 days of the first message\n+languages: [en]\n+audience:\n+  for_each: visit\n+  include:\n+    - visit.status is missed\n+message:\n+  purpose: We would like to see you.\n+  next_step: Pick a time.\n+sequence:\n+  - step: letter-1\n+    channel: letter\n+    text: Please call us.",
          marks: ["include"],
        },
      ],
    },
  },
  function* ({ campaigns, library }) {
    const specs = fieldSpecs(library.fields);
    for (const [index, later] of campaigns.entries()) {
      for (const earlier of campaigns.slice(0, index)) {
        if (!compete(earlier, later)) continue;
        const answer = overlaps(everyone(earlier), everyone(later), specs);
        if (answer === "no") continue;
        yield {
          at: later.audience?.includeAt ?? later.at,
          campaign: later.id,
          message:
            answer === "yes"
              ? `somebody can be in ${later.id} and in ${earlier.id} at once, and both have priority ${later.priority}`
              : `it cannot be told whether somebody can be in ${later.id} and in ${earlier.id} at once, and both have priority ${later.priority}`,
          related: [
            { at: earlier.audience?.includeAt ?? earlier.at, message: `the audience of ${earlier.id}` },
          ],
        };
      }
    }
  },
);

/** Campaigns about the same kind of thing, with nothing that says which goes first. */
function compete(a: Campaign, b: Campaign): boolean {
  return (
    a.audience !== undefined &&
    b.audience !== undefined &&
    a.audience.anchor === b.audience.anchor &&
    a.priority === b.priority
  );
}

function everyone({ audience }: Campaign) {
  return everyoneWritten(audience?.include ?? [], audience?.exclude ?? []);
}
