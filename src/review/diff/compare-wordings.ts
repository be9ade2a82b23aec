import { canonicalJson, type PlanOutlet, type PlanStep } from "../../plan/index.ts";
import { languageName } from "../../source/index.ts";
import type { Direction, DraftChange, Risk } from "./change.ts";
import { draft, words } from "./draft.ts";
import type { Pointers } from "./settings.ts";
import { sameLetters, wordDiff } from "./word-diff.ts";

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

/** What a step says, outlet by outlet and language by language. */
export function compareWordings(base: PlanStep, head: PlanStep, pointers: Pointers): readonly DraftChange[] {
  const old = new Map(base.content.outlets.map((outlet) => [outletKey(outlet), outlet]));
  const now = new Map(head.content.outlets.map((outlet) => [outletKey(outlet), outlet]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [before, after] = [old.get(key), now.get(key)];
    const outlet = after ?? before;
    if (outlet === undefined || (before && after && canonicalJson(before) === canonicalJson(after)))
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
        step: head.id,
        language: outlet.language,
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
