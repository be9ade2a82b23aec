import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { scriptsOf } from "./calls.ts";

export default rule(
  {
    code: "V111",
    name: "script-newer-than-training",
    summary: "Callers who were trained before the script was written",
    why: "A caller who never practised the new words falls back on the old ones. Whoever changes a script sees to it that the team is trained on it before the first call.",
    remedy: "Train the team on the new words, and write the day as `trained_on` in library/teams.yaml.",
    basis: practice("call-centre practice: train before calls begin"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "Trained after the last change",
          edit: "library/scripts.yaml:\n   missed_visit:\n+    revised: 2026-10-12",
        },
      ],
      bad: [
        {
          title: "Changed after the training",
          edit: "library/scripts.yaml:\n   missed_visit:\n+    revised: 2026-11-10",
          marks: ["missed_visit"],
        },
      ],
    },
  },
  function* (campaign) {
    const team = campaign.owner?.team;
    // A team that was never trained is found by the rule about training itself.
    if (team?.trainedOn === undefined) return;
    for (const { script, at } of scriptsOf(campaign)) {
      if (script.revised === undefined || script.revised.value <= team.trainedOn) continue;
      yield {
        at,
        message: `${team.id} was trained on ${team.trainedOn}, and the script ${script.id} was changed on ${script.revised.value}`,
        related: [
          { at: script.revised.at, message: "changed here" },
          { at: team.at, message: "the team is declared here" },
        ],
      };
    }
  },
  function* (campaign) {
    const owner = campaign.owner?.team;
    if (owner === undefined || scriptsOf(campaign).length === 0) return;
    const scripts = scriptsOf(campaign).map(({ script }) => script.id);
    yield {
      role: "operations",
      concern: "copy",
      text: `Has everybody who calls for ${owner.id} practised these words of ${scripts.join(" and ")}?`,
    };
  },
);
