import type { Plan, PlanStep } from "../../plan/index.ts";
import type { DraftChange, Risk } from "./change.ts";
import { compareStepTiming, wait } from "./compare-step-timing.ts";
import { compareWordings } from "./compare-wordings.ts";
import { draft, words } from "./draft.ts";
import { differences, type Pointers } from "./settings.ts";
import { pairSteps, type StepPair } from "./steps.ts";

/** What each step says, to whom, and when. */
export function compareSteps(base: Plan, head: Plan): readonly DraftChange[] {
  return pairSteps(base.steps, head.steps).flatMap((pair) => {
    const pointers = {
      base: pair.base === undefined ? "/steps" : `/steps/${base.steps.indexOf(pair.base)}`,
      head: pair.head === undefined ? "/steps" : `/steps/${head.steps.indexOf(pair.head)}`,
    };
    if (pair.base === undefined || pair.head === undefined) return [wholeStep(pair, pointers)];
    return [
      ...compareIdentity(pair.base, pair.head, pointers),
      ...compareWordings(pair.base, pair.head, pointers),
      ...compareContent(pair.base, pair.head, pointers),
      ...compareStepTiming(pair.base, pair.head, pointers, [base.audience, head.audience]),
    ];
  });
}

function wholeStep({ base, head }: StepPair, pointers: Pointers): DraftChange {
  const step = head ?? base;
  const added = head !== undefined;
  return draft({
    kind: "step",
    concerns: ["copy", "timing"],
    subject: step?.id ?? "",
    about: `The step ${step?.id}`,
    rated: added
      ? { direction: "ADDED", risk: "high", because: "Patients receive something that nobody has seen." }
      : { direction: "REMOVED", risk: "low", because: "Patients receive less than before." },
    before: base?.id,
    after: head?.id,
    ...(step && { step: step.id }),
    says: {
      before: base === undefined ? null : summary(base),
      after: head === undefined ? null : summary(head),
    },
    pointers,
  });
}

function summary({ channel, to, when }: PlanStep): string {
  return `${channel} to the ${to}, ${wait(when.wait)} after the step before`;
}

function compareIdentity(base: PlanStep, head: PlanStep, pointers: Pointers): readonly DraftChange[] {
  const one = (key: "id" | "channel" | "to", about: string, risk: Risk, because: string) =>
    base[key] === head[key]
      ? []
      : [
          draft({
            kind: `step.${key}`,
            concerns: ["copy", "timing"],
            subject: head.id,
            about: `${about} of ${head.id}`,
            rated: { direction: "REWORDED", risk, because },
            before: base[key],
            after: head[key],
            step: head.id,
            pointers,
          }),
        ];
  return [
    ...one("id", "The name", "low", "The step is the same under another name."),
    ...one("channel", "The channel", "high", "The message reaches people another way."),
    ...one("to", "The reader", "high", "Somebody else reads the message."),
  ];
}

/** What stands beside the wordings: claims, links, offers, words for codes, what a caller asks and writes down. */
function compareContent(base: PlanStep, head: PlanStep, pointers: Pointers): readonly DraftChange[] {
  const { outlets: _, ...old } = base.content;
  const { outlets: __, ...now } = head.content;
  return differences(
    { value: old, pointer: `${pointers.base}/content` },
    { value: now, pointer: `${pointers.head}/content` },
    [],
  ).map(({ path, before, after, pointers: at }) => {
    const [section = "", ...rest] = path;
    const claim = section === "claims";
    const because = claim
      ? "A claim is made that was not made before, rests on something else, or is no longer made."
      : "What a step offers, asks or prints has changed.";
    return draft({
      kind: claim ? "copy.claim" : `copy.${section}`,
      concerns: ["copy"],
      subject: `${head.id}/${path.join("/")}`,
      about: `${[words(section), ...rest].join(": ")} of ${head.id}`,
      rated: {
        direction: before === undefined ? "ADDED" : after === undefined ? "REMOVED" : "REWORDED",
        risk: after === undefined ? "low" : claim ? "high" : "medium",
        because,
      },
      before,
      after,
      step: head.id,
      pointers: at,
    });
  });
}
