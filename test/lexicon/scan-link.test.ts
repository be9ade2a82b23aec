import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lexicon, scanLink } from "../../src/lexicon/index.ts";

const words = lexicon();
const found = (link: string): string[] =>
  scanLink(link, words, "en").map((hit) => `${hit.kind}: ${link.slice(hit.start, hit.end)}`);

describe("scanLink", () => {
  it.each<[string, string[]]>([
    ["https://mplhealth.example/book?utm_campaign=lapsed-hiv", ["hiv-sti: hiv"]],
    ["https://hivclinic.example/r", ["hiv-sti: hivclinic"]],
    ["https://mplhealth.example/DiabetesCheck", ["condition: DiabetesCheck"]],
    ["https://mplhealth.example/diabetescheck/2", ["condition: diabetescheck"]],
    ["https://mplhealth.example/flu-shot", ["vaccine: flu-shot"]],
    ["https://mplhealth.example/my%2Ddiab%65tes", ["condition: diab%65tes"]],
    ["https://mplhealth.example/?seg=missed_chemo", ["cancer: chemo"]],
    ["std-clinic", ["hiv-sti: std-clinic"]],
  ])("finds what tells in %s", (link, expected) => {
    expect(found(link)).toEqual(expected);
  });

  it.each([
    "https://mplhealth.example/r",
    "https://mplhealth.example/reschedule?t=8f3kQz&lang=es",
    "https://shiva.example/standard",
    "https://book.lakeside.example/b/x7",
    "lk-3f",
    "%%%",
  ])("is quiet about %s", (link) => {
    expect(found(link)).toEqual([]);
  });

  it("takes any text, and points into it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: "binary", maxLength: 300 })), (noise) => {
        const link = `${noise}/diabetes`;
        for (const hit of scanLink(link, words, "en")) {
          expect(0 <= hit.start && hit.start < hit.end && hit.end <= link.length).toBe(true);
        }
      }),
    );
  });
});
