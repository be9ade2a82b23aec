import { seenWithin } from "../../analysis/index.ts";
import { durationInWords } from "../../calendar/index.ts";
import { isNoLonger, LIMITS, readValue } from "../../packs/index.ts";
import { lawFromMemory } from "../basis.ts";
import { rule } from "../rule.ts";
import { firstCall, unstated } from "./calls.ts";

export default rule(
  {
    code: "C111",
    name: "reassigned-number-check",
    summary: "Old numbers that may have a new owner",
    why: "People whom nobody has seen for months may have given up their number, and a stranger reads that somebody is a patient. The reassigned numbers database tells, and a recent check protects the sender.",
    remedy:
      "Have numbers checked shortly before a message, and write numbers_checked: 30 days under `declarations`.",
    basis: lawFromMemory("47 CFR 64.1200(m)", "47 CFR 64.1200(l)"),
    severity: "warning",
    waivable: "anyone",
    absence: true,
    pack: "us-federal",
    limits: ["number_check_age", "number_check_after"],
    examples: {
      good: [
        {
          title: "People of the last two weeks need no check",
          edit: "recare.yaml:\n-  numbers_checked: 30 days",
        },
        {
          title: "People of the last year, with numbers checked each month",
          edit: "-    - visit.date was 1 to 14 days ago\n+    - visit.date was 1 to 12 months ago",
        },
      ],
      bad: [
        {
          title: "People of the last year, and no check",
          edit: "-    - visit.date was 1 to 14 days ago\n+    - visit.date was 1 to 12 months ago\n=\nrecare.yaml:\n-  numbers_checked: 30 days",
          marks: ["text-1"],
        },
        {
          title: "People of the last year, checked once a year",
          edit: "-    - visit.date was 1 to 14 days ago\n+    - visit.date was 1 to 12 months ago\n=\nrecare.yaml:\n-  numbers_checked: 30 days\n+  numbers_checked: 12 months",
          marks: ["12 months"],
        },
      ],
    },
  },
  function* (campaign, { workspace }) {
    const { packs, library } = workspace;
    const step = firstCall(campaign);
    const after = packs.times("number_check_after").map(({ value }) => durationInWords(value));
    const lapsed = after.find((amount) => !seenWithin(campaign, library, amount));
    if (step === undefined || lapsed === undefined) return;
    const { numbersChecked } = campaign.declarations;
    if (numbersChecked === undefined) {
      const message = `${step.id} may reach people who were last seen more than ${lapsed} ago, and nobody has stated when their numbers were checked`;
      yield unstated(step, message, workspace);
      return;
    }
    const time = readValue(numbersChecked.value, LIMITS.number_check_age);
    if (!time.ok) {
      yield { at: numbersChecked.at, message: time.problem.message, remedy: time.problem.remedy };
      return;
    }
    const { value } = time;
    const old = packs
      .times("number_check_age")
      .find((limit) => value.kind !== "time" || !isNoLonger(value.time, limit.value));
    if (old === undefined) return;
    yield {
      at: numbersChecked.at,
      message: `numbers are checked up to ${numbersChecked.value} before a message, and ${durationInWords(old.value)} are the most`,
    };
  },
);
