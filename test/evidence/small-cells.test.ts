import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hideSmall, hideSmallRows, SMALLEST_CELL } from "../../src/evidence/index.ts";

const small = (count: number) => count > 0 && count < SMALLEST_CELL;

describe("small counts", () => {
  it.each([
    [[], []],
    [
      [11, 200],
      [11, 200],
    ],
    [
      [0, 200],
      [0, 200],
    ],
    [
      [200, 40, 3],
      [200, null, null],
    ],
    [
      [200, 40, 6, 5],
      [200, 40, null, null],
    ],
    [
      [200, 40, 5, 5],
      [200, null, null, null],
    ],
    [[3], [null]],
  ])("of %j are told as %j", (counts, expected) => {
    expect(hideSmall(counts)).toEqual(expected);
  });

  it("never stand in a table, nor follow from its sum", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const told = hideSmall(counts);
        const hidden = counts.filter((_, index) => told[index] === null);
        expect(told.filter((count) => count !== null && small(count))).toEqual([]);
        if (hidden.length === 0) return;
        const left = hidden.reduce((sum, count) => sum + count, 0);
        const rest = counts.filter((count, index) => told[index] !== null && count > 0);
        // One hidden cell follows from the sum; so does a small rest. Neither is left while another cell could be hidden.
        expect(rest.length === 0 || (hidden.length >= 2 && left >= SMALLEST_CELL)).toBe(true);
      }),
    );
  });

  it("of successes, failures and people are hidden together in rows", () => {
    const rows = fc.array(
      fc
        .integer({ min: 0, max: 60 })
        .chain((people) =>
          fc.record({ people: fc.constant(people), successes: fc.integer({ min: 0, max: people }) }),
        ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(rows, (cells) => {
        const told = hideSmallRows(cells);
        for (const [index, { people, successes }] of told.entries()) {
          if (people !== null) expect(small(people)).toBe(false);
          if (successes !== null) expect(small(successes)).toBe(false);
          if (people !== null && successes !== null) expect(small(people - successes)).toBe(false);
          if (successes !== null) expect(successes).toBe(cells[index]?.successes);
        }
        const hidden = told.filter(({ successes }) => successes === null).length;
        const others = cells.filter(
          ({ people }, index) => told[index]?.successes !== null && people > 0,
        ).length;
        expect(hidden !== 1 || others === 0).toBe(true);
      }),
    );
  });
});
