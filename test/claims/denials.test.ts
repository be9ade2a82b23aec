import { describe, expect, it } from "vitest";
import { lexicon, scanLattice, scanText } from "../../src/lexicon/index.ts";
import { type Skeleton, wordLattice } from "../../src/template/index.ts";

const words = lexicon();
const at = { file: "campaign.yaml", start: 0, end: 0 };
const literal = (text: string): Skeleton => ({ kind: "lit", text, at: { ...at, end: text.length } });
const choice = (...options: string[]): Skeleton => ({
  kind: "alt",
  options: options.map((text, index) => ({ when: index === 0 ? "" : "when x is true", body: literal(text) })),
});

const statementsIn = (text: string, language = "en") =>
  scanText(text, words, language)
    .filter(({ category }) => category === "claim" || category === "inducement")
    .map(({ start, end }) => text.slice(start, end));

const statementsOf = (...parts: Skeleton[]) =>
  scanLattice(wordLattice({ kind: "cat", parts }), words, "en")
    .filter(({ category }) => category === "claim" || category === "inducement")
    .map((hit) => hit.words.map(({ text }) => text).join(" "));

describe("what is denied or asked is no claim", () => {
  it.each([
    "We cannot promise a same-day visit.",
    "There is no guarantee that a same-day visit is open.",
    "We do not offer free visits or same-day care.",
    "This visit is not covered by all plans.",
    "Do you need a same-day visit?",
    "Ask your plan whether this visit is covered.",
  ])("%s", (text) => expect(statementsIn(text)).toEqual([]));

  it.each([
    "No podemos prometer una cita el mismo día.",
    "¿Su seguro cubre esta visita?",
    "¿Necesita una cita el mismo día?",
  ])("%s", (text) => expect(statementsIn(text, "es")).toEqual([]));
});

describe("a denial opens no hole", () => {
  it.each([
    ["We can't promise less than a full cure.", "full cure"],
    ["It is not only safe but painless.", "painless"],
    ["The shot is not just free, it is painless.", "painless"],
    ["We cannot promise a time, but relief is guaranteed.", "guaranteed"],
    ["We cannot promise a time: we guarantee relief.", "guarantee"],
    ["We cannot promise a time. We guarantee relief.", "guarantee"],
    ["We do not offer pills because our treatment is painless.", "painless"],
    ["You will not find better care.", "will not find better"],
    ["Do you want guaranteed relief?", "guaranteed"],
    ["Are you ready for a painless visit?", "painless"],
    ["Ask us about our free visits.", "free visits"],
  ])("%s", (text, claim) => expect(statementsIn(text)).toContain(claim));

  it("holds only where every rendering denies", () => {
    const rest = literal("a same-day visit.");
    expect(statementsOf(literal("We cannot promise "), rest)).toEqual([]);
    expect(statementsOf(choice("We cannot promise ", "We have "), rest)).toEqual(["same day visit"]);
    expect(
      statementsOf(literal("We "), choice("cannot", "gladly"), literal(" promise "), rest).length,
    ).toBeGreaterThan(0);
    expect(statementsOf(literal("We cannot promise "), choice("", "less than "), rest)).toEqual([
      "same day visit",
    ]);
  });

  it("nor does a phrase with a gap excuse a clinical word", () => {
    const kinds = scanText("Your cancer doctor recommends a visit.", words, "en").map(({ kind }) => kind);
    expect(kinds).toContain("cancer");
  });
});
