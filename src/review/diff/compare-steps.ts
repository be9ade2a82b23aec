import type { Plan, PlanOutlet, PlanStep } from "../../plan/index.ts";
import { languageName } from "../../source/index.ts";
import { conditionDirection } from "./audience.ts";
import type { Direction, DraftChange, Risk } from "./change.ts";
import { draft, words } from "./draft.ts";
import { differences } from "./settings.ts";
import { pairSteps, type StepPair } from "./steps.ts";
import { sameLetters, wordDiff } from "./word-diff.ts";

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
      ...compareTiming(pair.base, pair.head, pointers, [base.audience, head.audience]),
    ];
  });
}

type Pointers = { readonly base: string; readonly head: string };

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

function wait({ count, unit }: PlanStep["when"]["wait"]): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
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
            pointers,
          }),
        ];
  return [
    ...one("id", "The name", "low", "The step is the same under another name."),
    ...one("channel", "The channel", "high", "The message reaches people another way."),
    ...one("to", "The reader", "high", "Somebody else reads the message."),
  ];
}

const OUTLET_NAMES: ReadonlyMap<string, string> = new Map([
  ["sms.body", "The text message"],
  ["email.sender", "The sender"],
  ["email.subject", "The subject"],
  ["email.preheader", "The preheader"],
  ["email.body", "The email"],
  ["phone.opening", "The opening"],
  ["phone.third_party", "What somebody else is told"],
  ["phone.voicemail", "The voicemail"],
  ["phone.verified", "What is said after verification"],
  ["phone.objection", "The answer to an objection"],
  ["phone.clinical_question", "The clinical hand-off"],
  ["letter.envelope", "The envelope"],
  ["letter.body", "The letter"],
  ["portal.title", "The portal title"],
  ["portal.body", "The portal message"],
]);

function outletKey({ part, name, language, arm }: PlanOutlet): string {
  return [part, name ?? "", language, arm].join("/");
}

function compareWordings(base: PlanStep, head: PlanStep, pointers: Pointers): readonly DraftChange[] {
  const old = new Map(base.content.outlets.map((outlet) => [outletKey(outlet), outlet]));
  const now = new Map(head.content.outlets.map((outlet) => [outletKey(outlet), outlet]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [before, after] = [old.get(key), now.get(key)];
    const outlet = after ?? before;
    if (outlet === undefined || (before && after && JSON.stringify(before) === JSON.stringify(after)))
      return [];
    const where = [
      outlet.name === null ? "" : ` (${words(outlet.name).toLowerCase()})`,
      ` of ${head.id} in ${languageName(outlet.language)}`,
      outlet.arm === "a" ? "" : ", the other arm of the test",
    ].join("");
    return [
      draft({
        kind: "copy.wording",
        concerns: ["copy"],
        subject: `${head.id}/${key}`,
        about: `${OUTLET_NAMES.get(outlet.part) ?? words(outlet.part)}${where}`,
        rated: wordingRated(before, after),
        before: before?.source,
        after: after?.source,
        pointers,
        ...(before && after && { words: wordDiff(before.source, after.source) }),
      }),
    ];
  });
}

function wordingRated(
  before: PlanOutlet | undefined,
  after: PlanOutlet | undefined,
): { readonly direction: Direction; readonly risk: Risk; readonly because: string } {
  if (after === undefined)
    return { direction: "REMOVED", risk: "low", because: "Patients read less than before." };
  if (before === undefined)
    return { direction: "ADDED", risk: "high", because: "Patients read words that nobody has seen." };
  return sameLetters(before.source, after.source)
    ? {
        direction: "REWORDED",
        risk: "low",
        because:
          "Only case, white space or punctuation differ: an expedited review, and a signature all the same.",
      }
    : { direction: "REWORDED", risk: "high", because: "Patients read other words than before." };
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
      pointers: at,
    });
  });
}

function compareTiming(
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
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
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
      says: { before: before?.english ?? "everybody", after: after?.english ?? "everybody" },
      pointers,
    }),
  ];
}
