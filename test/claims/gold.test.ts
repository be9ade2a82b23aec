import { describe, expect, it } from "vitest";
import { type GoldSentence, goldSentences, type Part } from "./gold.ts";

const PARTS: readonly Part[] = ["tuning", "held-out"];
const all = PARTS.flatMap(goldSentences);
const fresh = goldSentences("fresh");

const isClaim = ({ kinds }: GoldSentence): boolean => kinds.length > 0;
const isFound = ({ found }: GoldSentence): boolean => found.length > 0;
const share = (of: readonly GoldSentence[], test: (it: GoldSentence) => boolean): number =>
  of.filter(test).length / of.length;

describe("the gold sentences", () => {
  it("are many, in two languages, with as many that claim nothing, and none is there twice", () => {
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(all.filter(({ language }) => language === "es").length).toBeGreaterThanOrEqual(60);
    expect(all.filter((it) => !isClaim(it)).length).toBeGreaterThanOrEqual(150);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  // Floors below what is measured (docs/detection.md), so that a change that finds less is noticed and a sound one is not in the way.
  describe.each(PARTS)("of the %s part", (part) => {
    const sentences = goldSentences(part);

    it.each(["en", "es"])(
      "are found where they claim, and left alone where they do not, in %s",
      (language) => {
        const own = sentences.filter((it) => it.language === language);
        expect(share(own.filter(isClaim), isFound)).toBeGreaterThanOrEqual(0.95);
        expect(
          share(
            own.filter((it) => !isClaim(it)),
            isFound,
          ),
        ).toBeLessThanOrEqual(0.06);
      },
    );

    it("are found as what they are", () => {
      const found = sentences.filter((it) => isClaim(it) && isFound(it));
      expect(
        share(found, ({ kinds, found: as }) => as.some((kind) => kinds.includes(kind))),
      ).toBeGreaterThanOrEqual(0.9);
    });
  });

  it("for which no pattern was changed are found two times in three, and seldom falsely", () => {
    expect(share(fresh.filter(isClaim), isFound)).toBeGreaterThanOrEqual(0.66);
    expect(
      share(
        fresh.filter((it) => !isClaim(it)),
        isFound,
      ),
    ).toBeLessThanOrEqual(0.1);
    const known = new Set(all.map(({ text }) => text));
    expect(fresh.filter(({ text }) => known.has(text))).toEqual([]);
  });

  it("of every kind are found", () => {
    for (const kind of new Set(all.flatMap(({ kinds }) => kinds[0] ?? []))) {
      expect(
        share(
          all.filter(({ kinds }) => kinds[0] === kind),
          isFound,
        ),
        kind,
      ).toBeGreaterThanOrEqual(0.85);
    }
  });
});
