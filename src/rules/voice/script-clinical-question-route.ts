import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { scriptsOf } from "./calls.ts";

/** Kinds of reply that only somebody clinical may answer. */
const CLINICAL = ["clinical_question", "urgent_words"] as const;

export default rule(
  {
    code: "V106",
    name: "script-clinical-question-route",
    summary: "A clinical question that reaches nobody clinical",
    why: "Whoever schedules visits is not trained to answer what a symptom means, and a patient cannot tell. Callers need words with which to hand a question over, and the team that gets it must be clinical.",
    remedy:
      "Give the script a `clinical_question` phrase, and let a team with `clinical: yes` answer `clinical_question` and `urgent_words` in the playbook.",
    basis: practice("call-centre practice: clinical questions go to clinicians or triage"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "Another clinical phrase",
          edit: "library/scripts.yaml:\n-    clinical_question: clinical_hand_off\n+    clinical_question: emergency_line",
        },
      ],
      bad: [
        {
          title: "No words for a clinical question",
          edit: "library/scripts.yaml:\n-    clinical_question: clinical_hand_off",
          marks: ["missed_visit"],
        },
        {
          title: "The schedulers answer",
          edit: "library/teams.yaml:\n       do: warm transfer\n-      who: nurse_triage\n+      who: north_scheduling",
          marks: ["north_scheduling"],
        },
      ],
    },
  },
  function* (campaign, { workspace: { library } }) {
    for (const { script, step, at } of scriptsOf(campaign)) {
      if (script.clinicalQuestion !== undefined) continue;
      yield {
        at,
        message: `the script ${script.id} does not say what to do with a clinical question in ${step}`,
        related: [{ at: script.at, message: "`clinical_question` belongs in this script" }],
      };
    }
    for (const kind of CLINICAL) {
      const who = campaign.replies.get(kind)?.who;
      const team = who && library.teams.get(who.value.replace(/\.lead$/, ""));
      if (who === undefined || team?.clinical !== false) continue;
      yield {
        at: who.at,
        message: `${kind} is answered by ${team.id}, which is not a clinical team`,
        related: [{ at: team.at, message: "declared here, without `clinical: yes`" }],
      };
    }
  },
);
