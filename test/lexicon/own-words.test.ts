import { describe, expect, it } from "vitest";
import { isPublicShortener, lexicon, scanText, unreviewedIn } from "../../src/lexicon/index.ts";

const written = (...values: string[]) => values.map((value) => ({ value }));

describe("an organization's own words", () => {
  const own = lexicon({
    sensitive: written("Sunrise program"),
    blame: written("let the team down"),
    safe: new Map([["en", written("Maple Health", "yurt", "diabetes")]]),
  });

  it("are found beside those of the product", () => {
    const text = "You let the team down. Join the sunrise programs for diabetes.";
    expect(scanText(text, own, "en").map((hit) => hit.kind)).toEqual(["blame", "own-sensitive", "condition"]);
    expect(scanText(text, lexicon(), "en").map((hit) => hit.kind)).toEqual(["condition"]);
  });

  it("are accepted without review, but never excuse a clinical term", () => {
    const text = "Maple Health yurt yurts: diabetes";
    expect(unreviewedIn(text, own, "en")).toEqual([]);
    expect(unreviewedIn(text, lexicon(), "en").map((word) => word.text)).toEqual(
      ["Maple", "yurt", "yurts"].slice(1),
    );
    expect(scanText(text, own, "en")).toHaveLength(1);
  });
});

describe("words to review", () => {
  it.each<[string, string[]]>([
    ["See you at 3:30pm on the 3rd, 24h, 100%.", []],
    ["We're booking, rescheduled, busier, earliest and happily.", []],
    ["Reply C or call +1 (217) 555-0142.", []],
    ["https://x.example/zyxw?q=zyxw me@zyxw.example zyxw.com/a", []],
    ["Come soon.Zyxw today", ["Zyxw"]],
    ["Your blorptitude visit", ["blorptitude"]],
    ["zyxw–qwv", ["zyxw", "qwv"]],
    // An abbreviation, whatever it means in small letters.
    ["About LID, HIT and MAP", ["LID", "HIT", "MAP"]],
    ["MDs gave cAMP, PO", ["MDs", "cAMP"]],
    ["Reply YES or NO, FAQ at 4 PM, or STOP", []],
    ["In Springs, ME, near Rivers, MD", []],
    ["You were at MS, then TD", ["MS", "TD"]],
    ["PLEASE PICK A SPOT THAT FITS", []],
    // Plain words that a clinic says of health.
    ["Your throat is dry", []],
    ["We ache to see you", ["ache"]],
    ["The iron gate", ["iron"]],
  ])("%s", (text, expected) => {
    expect(unreviewedIn(text, lexicon(), "en").map((word) => word.text)).toEqual(expected);
  });

  it("are none in a language without a safe list", () => {
    expect(unreviewedIn("Chúng tôi nhớ bạn", lexicon(), "vi")).toEqual([]);
    expect(lexicon().safe.knows("vi")).toBe(false);
    expect(lexicon().safe.knows("es-US")).toBe(true);
  });
});

describe("words to review in Spanish", () => {
  it.each<[string, string[]]>([
    ["Llámenos, prográmela y tráigaselo; recójala o búsquenos.", []],
    ["Las citas canceladas se reprograman cómodamente.", []],
    ["Cierre la puerta y encuentre el lugar indicado.", []],
    ["Su zumbandoles LID", ["zumbandoles", "LID"]],
  ])("%s", (text, expected) => {
    const words = unreviewedIn(text, lexicon(), "es").map((word) => word.text);
    expect(words).toEqual(expected);
  });
});

describe("public shorteners", () => {
  it.each(["bit.ly", "BIT.LY", "www.tinyurl.com", "t.co."])("%s is one", (host) => {
    expect(isPublicShortener(host)).toBe(true);
  });
  it.each(["mplhealth.example", "notbit.ly", "bit.ly.example"])("%s is none", (host) => {
    expect(isPublicShortener(host)).toBe(false);
  });
});
