import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likenesses, wordDiff } from "../../src/lexicon/index.ts";
import { type Skeleton, wordLattice } from "../../src/template/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

const at = { file: "campaign.yaml", start: 0, end: 0 };
const literal = (text: string): Skeleton => ({ kind: "lit", text, at: { ...at, end: text.length } });
const choice = (...texts: string[]): Skeleton => ({
  kind: "alt",
  options: texts.map((text, index) => ({ when: `when x is ${index}`, body: literal(text) })),
});
const lattice = (...parts: Skeleton[]) => wordLattice({ kind: "cat", parts });
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}']+/gu) ?? [];

const BACK = "If you ask for a call, we call you back within one business day.";
const found = (...parts: Skeleton[]) =>
  likenesses(lattice(...parts), wordsOf(BACK), () => false).map(({ differences, edits }) =>
    differences === 0 ? "the same" : wordDiff(edits),
  );

describe("words that are a registered claim, or nearly", () => {
  it("are the same whatever their punctuation and case", () => {
    expect(found(literal(`Hello! ${BACK} Bye.`))).toEqual(["the same"]);
    expect(found(literal(`Good: if you ask for a call – we call you back within one business day!`))).toEqual(
      ["the same"],
    );
  });

  it("show the words that differ", () => {
    expect(found(literal("If you ask for a call, we call you back within two business days."))).toEqual([
      "… you back within [one → two] business [day → days]",
    ]);
    expect(found(literal("If you ask for a call, we always call you back within one business day."))).toEqual(
      ["… a call we [+ always] call you back …"],
    );
    expect(found(literal("If you ask for a call, we call you back within one day."))).toEqual([
      "… back within one [− business] day",
    ]);
    expect(found(literal("When you ask, somebody calls within a week."))).toEqual([]);
  });

  it("are looked for in every rendering", () => {
    const [before = "", after = ""] = BACK.split("one");
    expect(found(literal(before), choice("one", "two"), literal(after))).toEqual([
      "the same",
      "… you back within [one → two] business day",
    ]);
  });

  it("have a field as one word", () => {
    const hole: Skeleton = { kind: "hole", name: "team.days", at, longest: 2, gsm7: true };
    const [before = "", after = ""] = BACK.split("one");
    expect(found(literal(before), hole, literal(after))).toEqual([
      "… you back within [one → ⟦team.days⟧] business day",
    ]);
  });

  it("are found wherever they stand, with as many differences as there are", () => {
    const word: fc.Arbitrary<string> = fc.constantFrom<string>(
      "we",
      "send",
      "your",
      "time",
      "and",
      "place",
      "after",
      "you",
      "book",
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 8, maxLength: 12 }),
        fc.array(word, { maxLength: 5 }),
        fc.nat(),
        (approved, around, n) => {
          const changed = approved.with(n % approved.length, "never");
          const text = [...around, ".", ...changed, ".", ...around].join(" ");
          const best = Math.min(
            ...likenesses(lattice(literal(text)), approved, () => false).map((it) => it.differences),
          );
          expect(best).toBeLessThanOrEqual(1);
          const same = likenesses(lattice(literal(approved.join(" "))), approved, () => false);
          expect(same.map((it) => it.differences)).toEqual([0]);
        },
      ),
    );
  });
});

const PROMISE =
  "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n";
const withText = (text: string): string =>
  `${PROMISE}+        {{ message.purpose }} ${text} {{ message.next_step }}`;
const codes = (...edits: string[]): readonly string[] =>
  compileTexts(edits.reduce(applyEdit, BASE.files)).findings.map(({ code }) => code);

const SAME_DAY =
  "library/claims.yaml:\n claims:\n+  same_day:\n+    text: {en: We keep some same-day visits at each clinic., es: Guardamos algunas visitas para el mismo día.}\n+    variations: {en: [Each clinic keeps some same-day visits.]}\n+    kind: availability\n+    evidence: {file: evidence/scheduling-handbook.md}\n+    approved: {by: J. Alvarez, role: operations, on: 2026-10-15}\n+    valid: {from: 2026-10-15, until: 2027-10-15}";

describe("a claim that is typed out", () => {
  it("is the claim where it is the approved text or a variation", () => {
    expect(codes(withText("We have same-day visits."))).toEqual(["L101"]);
    expect(codes(SAME_DAY, withText("We keep some same-day visits at each clinic."))).toEqual([]);
    expect(codes(SAME_DAY, withText("Each clinic keeps some same-day visits."))).toEqual([]);
  });

  it("is one finding where a word differs", () => {
    expect(codes(SAME_DAY, withText("We keep many same-day visits at each clinic."))).toEqual(["L106"]);
  });

  it("covers nothing where only some rendering has it whole", () => {
    const text =
      'We keep some same-day visits at {% if visit.type == "annual-exam" %}each clinic{% else %}no time{% endif %}.';
    expect(codes(SAME_DAY, withText(text))).toEqual(["L106"]);
  });

  it("is held to the register like one that is printed by name", () => {
    const expired = (edit: string) => edit.replace("until: 2027-10-15", "until: 2026-11-01");
    const text = withText("Each clinic keeps some same-day visits.");
    expect(codes(expired(SAME_DAY), text)).toEqual(["L102"]);
    expect(codes(`${SAME_DAY}\n+    channels: [letter]`, text)).toEqual(["L103"]);
    expect(codes(`${SAME_DAY}\n+    scenarios: [results-follow-up]`, text)).toEqual(["L104"]);
  });

  it("stands in the plan with its evidence", () => {
    const { plans } = compileTexts(
      [SAME_DAY, withText("Each clinic keeps some same-day visits.")].reduce(applyEdit, BASE.files),
    );
    const claims = plans[0]?.plan.steps.flatMap((step) => step.content.claims.map(({ id }) => id));
    expect(claims).toContain("same_day");
  });
});
