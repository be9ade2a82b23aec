import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareText } from "../../src/evidence/index.ts";
import { difference, wilson } from "../../src/outcomes/index.ts";

describe("the Wilson interval", () => {
  // Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %d in %d is what Newcombe gives", (successes, people, low, high) => {
    const interval = wilson(successes, people);
    expect(interval.share).toBeCloseTo(successes / people, 12);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it("lies within 0 and 1, holds the share, and is the same seen from the failures", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (people, part) => {
          const successes = Math.round(people * part);
          const [{ share, low, high }, other] = [
            wilson(successes, people),
            wilson(people - successes, people),
          ];
          expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
          expect(other.high).toBeCloseTo(1 - low, 9);
        },
      ),
    );
  });

  it.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [1, Number.NaN],
  ])("is none of %d in %d", (successes, people) => {
    expect(() => wilson(successes, people)).toThrow(RangeError);
  });
});

describe("the difference of two shares", () => {
  // Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [10, 10, 0, 20, 1, 0.6791, 1],
    [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
  ])("of %d in %d and %d in %d is what Newcombe gives", (a, m, b, n, share, low, high) => {
    const found = difference([a, m], [b, n]);
    expect(found.share).toBeCloseTo(share, 4);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
});

describe("a share in words", () => {
  it.each([
    [81, 263, "31 % (26 to 37 %)"],
    [0, 1288, "0 % (0 to <1 %)"],
    [3, 1288, "<1 % (<1 to 1 %)"],
    [20, 20, "100 % (84 to 100 %)"],
  ])("of %d in %d", (successes, people, words) => {
    expect(shareText(wilson(successes, people))).toBe(words);
  });
});
