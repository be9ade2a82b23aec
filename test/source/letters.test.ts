import fc from "fast-check";
import { expect, test } from "vitest";
import { overLetters } from "../../src/source/index.ts";

const PATTERNS = [
  /[\p{L}\p{M}\p{N}]+/gu,
  /[^\p{L}\p{N}\p{M}'’]+/gu,
  /[\p{Lu}]+(?![\p{Ll}])|[\p{Lu}]?[\p{Ll}\p{M}]+|[\p{N}]+/gu,
  /[\p{Nd}]{2}[\p{ExtPict}\p{EMod}]?[^\p{RI}]/gu,
];

test.each(PATTERNS)("%s finds in ASCII what it finds over all scripts", (pattern) => {
  const patternFor = overLetters(pattern);
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii", maxLength: 40 }), (text) => {
      expect(patternFor(text)).not.toBe(pattern);
      expect([...text.matchAll(patternFor(text))]).toEqual([...text.matchAll(pattern)]);
    }),
  );
});

test.each(["é", "日本", "naïve", "\u0080"])("%s is searched over all scripts", (text) => {
  const pattern = /[\p{L}]/u;
  expect(overLetters(pattern)(text)).toBe(pattern);
});
