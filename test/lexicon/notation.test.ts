import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phrases } from "../../src/lexicon/notation.ts";
import { readSources } from "../../src/lexicon/sources.ts";

describe("the notation of patterns", () => {
  it("stands for every choice, with and without what may be left out", () => {
    expect(phrases("you [have] (missed|ignored) | shame")).toEqual([
      "you have missed",
      "you have ignored",
      "you missed",
      "you ignored",
      "shame",
    ]);
    expect(phrases("(a[b]|c) {n}")).toEqual(["ab 0", "a 0", "c 0"]);
  });

  it.each([
    ["you (missed", "has an open ("],
    ["you [missed", "has an open ["],
    ["missed) it", "bracket too many"],
    ["[a] {n}", "every number"],
    ["a b c d e f g h i", "more than 8 words"],
    ["so * |", "begins or ends with any word"],
    [`${"(a|b|c|d|e|f)".repeat(7)}`, "too many phrases"],
  ])("refuses %s", (pattern, why) => {
    expect(() => phrases(pattern)).toThrow(why);
  });

  it("never hangs and throws nothing but what it says", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", " ", "(", ")", "[", "]", "|"), maxLength: 60 }),
        (pattern) => {
          try {
            for (const phrase of phrases(pattern)) expect(phrase).not.toMatch(/[()[\]|]/);
          } catch (error) {
            expect(String(error)).toMatch(
              /bracket too many|open [([]|more than 8 words|phrases|every number/,
            );
          }
        },
      ),
    );
  });
});

describe("a list of terms", () => {
  it("reads kinds, flags, patterns and affixes, with the spellings of hyphens and abbreviations", () => {
    const { terms, affixes } = readSources(
      "some.tsv",
      "# comment\n\ntest\tci\tx-ray\nhiv-sti\tcs,es\tITS\ncondition\taffix\t-itis | cardio-\n",
    );
    expect(terms.map((term) => [term.text, term.flags])).toEqual([
      ["x-ray", 0],
      ["xray", 0],
      ["ITS", 9],
      ["I T S", 9],
    ]);
    expect(affixes.map((affix) => affix.affix)).toEqual(["-itis", "cardio-"]);
  });

  it.each([
    ["nosuch\tci\tword", 'some.tsv:1: there is no kind "nosuch"'],
    ["\ntest\tbold\tword", 'some.tsv:2: there is no flag "bold"'],
  ])("names the line of a mistake", (text, message) => {
    expect(() => readSources("some.tsv", text)).toThrow(message);
  });
});
