import { describe, expect, it } from "vitest";
import { lexicon, readingGrade } from "../../src/lexicon/index.ts";
import { syllablesOf } from "../../src/lexicon/reading.ts";

describe("syllablesOf", () => {
  it.each<[string, number]>([
    ["the", 1],
    ["care", 1],
    ["time", 1],
    ["table", 2],
    ["visit", 2],
    ["people", 2],
    ["doctor", 2],
    ["booked", 1],
    ["needed", 2],
    ["missed", 1],
    ["changes", 2],
    ["times", 1],
    ["appointment", 3],
    ["insurance", 3],
    ["question", 2],
    ["area", 3],
    ["idea", 3],
    ["quiet", 2],
    ["science", 2],
    ["medicine", 3],
    ["reschedule", 3],
    ["available", 4],
    ["information", 4],
    ["social", 2],
    ["being", 2],
    ["easily", 3],
    ["year", 1],
    ["your", 1],
    ["you", 1],
    ["day", 1],
    ["early", 2],
    ["choose", 1],
    ["online", 2],
    ["telehealth", 3],
    ["usual", 3],
    ["radio", 3],
    ["physician", 3],
    ["facilitate", 4],
    ["endeavour", 3],
    ["utilize", 3],
    ["little", 2],
    ["someone", 2],
    ["something", 2],
    ["please", 1],
  ])("%s has %i", (word, count) => {
    expect(syllablesOf(word)).toBe(count);
  });
});

describe("readingGrade", () => {
  const plain = "We missed you at your visit. Pick a new time that works for you. Call us if you need help.";
  const hard =
    "We endeavour to facilitate the expeditious rescheduling of outstanding ambulatory consultations, notwithstanding administrative limitations.";

  it("rates plain words low and official ones high", () => {
    expect(readingGrade(plain, lexicon(), "en").grade).toBeLessThan(3);
    expect(readingGrade(hard, lexicon(), "en").grade).toBeGreaterThan(12);
  });

  it("counts words and sentences, without links and numbers", () => {
    const reading = readingGrade(
      "Call 555 0142. See https://mplhealth.example/r today, please!",
      lexicon(),
      "en",
    );
    expect(reading).toMatchObject({ words: 4, sentences: 2, longestSentence: 3, isStable: false });
  });

  it("tells the share of unfamiliar words, which holds for short texts too", () => {
    expect(readingGrade(plain, lexicon(), "en").unfamiliar).toBe(0);
    expect(readingGrade(hard, lexicon(), "en").unfamiliar).toBeGreaterThan(0.4);
  });

  it("gives no grade for a language that the formula was not made for", () => {
    expect(readingGrade("Elija otra hora.", lexicon(), "es")).toMatchObject({
      grade: undefined,
      words: 3,
      unfamiliar: 0,
    });
    expect(readingGrade("Xin chào bạn", lexicon(), "vi").unfamiliar).toBeUndefined();
    expect(readingGrade("", lexicon(), "en")).toMatchObject({
      grade: undefined,
      words: 0,
      wordsPerSentence: 0,
    });
  });

  it("is called stable from a hundred words on", () => {
    expect(readingGrade("Pick a time. ".repeat(34), lexicon(), "en")).toMatchObject({
      words: 102,
      isStable: true,
    });
  });
});
