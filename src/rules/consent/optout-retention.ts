import { durationInWords } from "../../calendar/index.ts";
import { isNoLonger, LIMITS, readValue } from "../../packs/index.ts";
import { lawFromMemory } from "../basis.ts";
import { rule } from "../rule.ts";
import { firstCall, unstated } from "./calls.ts";

export default rule(
  {
    code: "C113",
    name: "optout-retention",
    summary: "Opt-outs that are forgotten too soon",
    why: "An opt-out counts for years: five by federal rules, ten in Virginia. A list that is cleared earlier brings back people who said no.",
    remedy: "Write how long consents and opt-outs are kept as `retention` under `declarations`: 10 years.",
    basis: lawFromMemory("47 CFR 64.1200(d)(6)", "16 CFR 310.5", "Va. Code 59.1-514"),
    severity: "warning",
    waivable: "compliance",
    absence: true,
    limits: ["optout_kept"],
    examples: {
      good: [{ title: "Six years", edit: "recare.yaml:\n-  retention: 10 years\n+  retention: 6 years" }],
      bad: [
        {
          title: "A year",
          edit: "recare.yaml:\n-  retention: 10 years\n+  retention: 12 months",
          marks: ["12 months"],
        },
        {
          title: "Six years, with patients in Virginia",
          edit: "recare.yaml:\n-  retention: 10 years\n+  retention: 6 years\n=\nlibrary/locations.yaml:\n     telehealth:\n       - IL\n+      - VA",
          marks: ["6 years"],
        },
        { title: "Not stated", edit: "recare.yaml:\n-  retention: 10 years", marks: ["text-1"] },
      ],
    },
  },
  function* (campaign, facts) {
    const { packs } = facts.workspace;
    const step = firstCall(campaign);
    if (step === undefined) return;
    const { retention } = campaign.declarations;
    if (retention === undefined) {
      yield unstated(step, "nobody has stated how long opt-outs are kept", facts.workspace);
      return;
    }
    const kept = readValue(retention.value, LIMITS.optout_kept);
    if (!kept.ok) {
      yield { at: retention.at, message: kept.problem.message, remedy: kept.problem.remedy };
      return;
    }
    const { value } = kept;
    const places = [undefined, ...facts.whereaboutsOf(campaign).states];
    const longer = places
      .flatMap((state) => packs.times("optout_kept", state))
      .find((limit) => value.kind !== "time" || !isNoLonger(limit.value, value.time));
    if (longer === undefined) return;
    const place = longer.state === undefined ? "" : ` in ${longer.state}`;
    yield {
      at: retention.at,
      message: `opt-outs are kept for ${retention.value}, and ${durationInWords(longer.value)} are needed${place}`,
    };
  },
);
