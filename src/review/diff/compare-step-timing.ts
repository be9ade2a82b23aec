import { canonicalJson, type Plan, type PlanStep } from "../../plan/index.ts";
import { conditionDirection } from "./audience.ts";
import type { Direction, DraftChange } from "./change.ts";
import { draft, words } from "./draft.ts";
import { differences, type Pointers } from "./settings.ts";

/** When a step comes, and who receives it at all. */
export function compareStepTiming(
  base: PlanStep,
  head: PlanStep,
  pointers: Pointers,
  audiences: readonly Plan["audience"][],
): readonly DraftChange[] {
  return differences(
    { value: base.when, pointer: `${pointers.base}/when` },
    { value: head.when, pointer: `${pointers.head}/when` },
    [],
  )
    .filter(({ path }) => !["wait", "only_if"].includes(path[0] ?? ""))
    .map(({ path, before, after, pointers: at }) =>
      draft({
        kind: "timing.step",
        concerns: ["timing"],
        subject: `${head.id}/${path.join("/")}`,
        about: `${words(path.join(": "))} of ${head.id}`,
        rated: {
          direction: "REWORDED",
          risk: "medium",
          because: "The order of steps, or what happens after a skip or a crash, has changed.",
        },
        before,
        after,
        step: head.id,
        pointers: at,
      }),
    )
    .concat(waitChange(base, head, pointers), conditionChange(base, head, pointers, audiences));
}

function waitChange(
  { when: base }: PlanStep,
  { id, when: head }: PlanStep,
  pointers: Pointers,
): readonly DraftChange[] {
  const [before, after] = [base.wait, head.wait];
  if (before.count === after.count && before.unit === after.unit) return [];
  const later = shortest(after) > longest(before);
  const earlier = longest(after) < shortest(before);
  const rated = later
    ? ({ direction: "LATER", risk: "low", because: "People are written to later than before." } as const)
    : earlier
      ? ({
          direction: "EARLIER",
          risk: "medium",
          because: "People are written to sooner, and closer together.",
        } as const)
      : ({
          direction: "CANNOT TELL",
          risk: "medium",
          because: "Which of the two waits is shorter depends on the day.",
        } as const);
  return [
    draft({
      kind: "timing.wait",
      concerns: ["timing"],
      subject: id,
      about: `The wait before ${id}`,
      rated,
      before,
      after,
      step: id,
      says: { before: wait(before), after: wait(after) },
      pointers,
    }),
  ];
}

type Wait = PlanStep["when"]["wait"];

/** Hours at least: the night of a clock change has one less, five business days are at least five days. */
function shortest({ count, unit }: Wait): number {
  return unit === "hour" ? count : count * 24 - (count > 0 ? 1 : 0);
}

/** Hours at most: a weekend and a holiday stand between business days. */
function longest({ count, unit }: Wait): number {
  return unit === "hour" ? count : unit === "day" ? count * 24 + (count > 0 ? 1 : 0) : count * 24 * 4 + 1;
}

function conditionChange(
  { when: base }: PlanStep,
  { id, when: head }: PlanStep,
  pointers: Pointers,
  audiences: readonly Plan["audience"][],
): readonly DraftChange[] {
  const [before, after] = [base.only_if, head.only_if];
  if (canonicalJson(before) === canonicalJson(after)) return [];
  const direction: Direction =
    before === null ? "NARROWED" : after === null ? "WIDENED" : conditionDirection(before, after, audiences);
  const narrower = direction === "NARROWED" || direction === "SAME";
  return [
    draft({
      kind: "timing.only_if",
      concerns: ["timing"],
      subject: id,
      about: `Who receives ${id}`,
      rated: {
        direction,
        risk: narrower ? "low" : "high",
        because: narrower
          ? "Nobody receives it who did not before."
          : "Somebody may receive it who did not before.",
      },
      before,
      after,
      step: id,
      says: { before: before?.english ?? "everybody", after: after?.english ?? "everybody" },
      pointers,
    }),
  ];
}

/** "3 days". */
export function wait({ count, unit }: PlanStep["when"]["wait"]): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
