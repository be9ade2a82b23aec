import { overlaps, satisfiable } from "../../audience/index.ts";
import { fieldSpecs } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { everyoneWritten } from "./everyone.ts";

export default rule(
  {
    code: "K109",
    name: "step-unreachable",
    summary: "A step that no patient can reach",
    why: "A step whose condition nobody in the audience meets is never sent. Whoever reads the page believes that it is.",
    remedy: "Mend the step's `only_if`, or take the step out.",
    basis: practice("the algebra of conditions: unsatisfiable"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A condition that some meet",
          edit: "     script: missed_visit\n+    only_if: visit.type is annual-exam",
        },
      ],
      bad: [
        {
          title: "A condition that the audience rules out",
          edit: "     script: missed_visit\n+    only_if: visit.status is completed",
          marks: ["visit.status is completed"],
        },
        {
          title: "A caregiver step where caregivers are not written to",
          edit: "   - step: letter-1\n     channel: letter\n+    to: caregiver",
          marks: ["letter-1"],
        },
      ],
    },
  },
  function* (campaign, { workspace }) {
    const specs = fieldSpecs(workspace.library.fields);
    const { audience } = campaign;
    const people = everyoneWritten(audience?.include ?? [], audience?.exclude ?? []);
    for (const { id, idAt, to, onlyIf } of campaign.steps) {
      if (to === "caregiver" && campaign.recipients.caregiver === undefined) {
        yield {
          at: idAt,
          message: `${id} goes to caregivers, and this campaign does not say that it writes to them`,
          remedy: "Add `recipients: {patient: always, caregiver: with permission to schedule}`.",
        };
      }
      if (onlyIf === undefined) continue;
      const reachable =
        audience === undefined || audience.include.length === 0
          ? satisfiable(onlyIf.value, specs)
          : overlaps(people, onlyIf.value, specs);
      if (reachable === "no") {
        yield {
          at: onlyIf.at,
          message: `nobody in the audience can meet the condition of ${id}`,
          related: audience ? [{ at: audience.includeAt, message: "the audience is here" }] : [],
        };
      }
    }
  },
);
