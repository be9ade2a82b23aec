import { plainOf, valueUnder, type YamlNode } from "../syntax/index.ts";
import { choiceAt, list, listAt, mapAt, type Sourced, textAt } from "../workspace/index.ts";
import { related } from "./binder.ts";
import { OUTCOMES, type Test } from "./campaign.ts";
import { TEST_UNFIT } from "./findings.ts";
import { type Shelf, wordingOf } from "./library/shelf.ts";
import type { Wording } from "./library.ts";
import type { OutletSetting } from "./outlets.ts";

/** A test with the words of its second arm. */
export interface BoundTest extends Test {
  readonly instead: Wording;
}

/** Two wordings compared, on a step that has what is tested. */
export function bindTest(shelf: Pick<Shelf, "binder" | "first">, root: YamlNode): BoundTest | undefined {
  const { binder } = shelf;
  const node = mapAt(root, "test");
  if (node === undefined) return undefined;
  const step = textAt(node, "step");
  const written = textAt(node, "change");
  const change = choiceAt(node, "change", ["subject", "action label", "availability wording"]);
  if (written?.value === "send time") {
    binder.report(TEST_UNFIT, {
      at: written.at,
      message: "a test of the send time is not compiled: both arms would leave at the same time",
      remedy: "Test the subject, the action label or the availability wording.",
    });
  }
  const winner = choiceAt(node, "winner", OUTCOMES);
  if (step === undefined || change === undefined || winner === undefined) return undefined;
  const tested = list(valueUnder(root, "sequence")).find(
    (item) => textAt(item, "step")?.value === step.value,
  );
  if (tested === undefined) {
    const known = new Map(listAt(root, "sequence").map((item) => [textAt(item, "step")?.value ?? "", item]));
    binder.resolve(step, known, "step", "the sequence");
    return undefined;
  }
  const lacks = lacking(change.value, root, tested, valueUnder(node, "instead"));
  if (lacks !== undefined) {
    binder.report(TEST_UNFIT, {
      at: change.at,
      message: `the step ${step.value} ${lacks}, so both arms would be the same`,
      related: [related(step.at, "the step that is tested")],
    });
    return undefined;
  }
  return {
    step: step.value,
    change: change.value,
    winner: winner.value,
    instead: wordingOf(shelf, valueUnder(node, "instead")),
    at: node.span,
  };
}

/** What a step would have to have for the test to change anything. */
function lacking(
  change: Test["change"],
  root: YamlNode,
  step: YamlNode,
  instead: YamlNode | undefined,
): string | undefined {
  const says = (name: RegExp) => JSON.stringify(plainOf(step)).match(name) !== null;
  switch (change) {
    case "subject":
      if (valueUnder(step, "subject") === undefined) return "has no subject";
      return sameWords(valueUnder(step, "subject"), instead) ? "has this subject already" : undefined;
    case "action label":
      return says(/\{\{-?\s*actions\b/) ? undefined : "does not print {{ actions }}";
    case "availability wording":
      if (valueUnder(valueUnder(root, "message"), "availability") === undefined) {
        return "has no `availability` text under `message` to change";
      }
      if (sameWords(valueUnder(valueUnder(root, "message"), "availability"), instead)) {
        return "has this availability wording already";
      }
      return says(/\bmessage\.availability\b/) ? undefined : "does not print {{ message.availability }}";
  }
}

function sameWords(one: YamlNode | undefined, other: YamlNode | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    JSON.stringify(plainOf(one)) === JSON.stringify(plainOf(other))
  );
}

/** Other words for the label of the first action, which is the one that patients follow most. */
export function insteadLabels(
  test: BoundTest | undefined,
  actions: readonly Sourced<string>[],
): OutletSetting["instead"] {
  const action = actions[0];
  if (test?.change !== "action label" || action === undefined) return new Map();
  return new Map([[action.value, test.instead]]);
}
