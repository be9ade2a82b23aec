/**
 * The least count that is told: no cell of 1 to 10, nor a number from which one follows (CMS Cell Size Suppression Policy,
 * as research data use agreements state it).
 */
export const SMALLEST_CELL = 11;

/** A count that is told, or nothing where it is hidden. */
export type Told = number | null;

export function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_CELL;
}

/**
 * Hides what is too small among counts whose sum is known, and as many of the next smallest as are needed so that what is
 * hidden does not follow from the sum: two cells at least, and together no small count either. Zeroes are told.
 *
 * @example hideSmall([200, 40, 3]) // [200, null, null]
 */
export function hideSmall(counts: readonly number[]): readonly Told[] {
  const hidden = new Set(counts.flatMap((count, index) => (isSmall(count) ? [index] : [])));
  if (hidden.size === 0) return counts;
  const bySize = counts
    .map((_, index) => index)
    .filter((index) => !hidden.has(index) && (counts[index] ?? 0) > 0);
  bySize.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  const sum = () => [...hidden].reduce((all, index) => all + (counts[index] ?? 0), 0);
  while ((hidden.size < 2 || sum() < SMALLEST_CELL) && bySize.length > 0) hidden.add(bySize.shift() ?? 0);
  return counts.map((count, index) => (hidden.has(index) ? null : count));
}

/** People, and those among them who reached an outcome. */
export interface Cell {
  readonly people: number;
  readonly successes: number;
}

export interface ToldCell {
  readonly people: Told;
  readonly successes: Told;
}

/**
 * Hides what is too small in rows of people and successes whose sums are known. Who did not succeed is a count too, since it
 * follows from the other two; where any of the three must be hidden, successes are, and so their share is not told.
 */
export function hideSmallRows(rows: readonly Cell[]): readonly ToldCell[] {
  const people = hideSmall(rows.map((row) => row.people));
  const successes = hideSmall(rows.map((row) => row.successes));
  const failures = hideSmall(rows.map((row) => row.people - row.successes));
  const isHidden = (index: number) =>
    people[index] === null || successes[index] === null || failures[index] === null;
  const hidden = new Set(rows.map((_, index) => index).filter(isHidden));
  // One row alone would follow from the sum of successes.
  const others = rows
    .map((row, index) => ({ index, people: row.people }))
    .filter(({ index, people: many }) => !hidden.has(index) && many > 0)
    .sort((a, b) => a.people - b.people || a.index - b.index);
  if (hidden.size === 1 && others[0] !== undefined) hidden.add(others[0].index);
  return rows.map((row, index) => ({
    people: people[index] ?? null,
    successes: hidden.has(index) ? null : row.successes,
  }));
}

/**
 * Which of several counts of the same people are told: of two whose difference is small, the later one is hidden, since
 * whoever booked and did not come would follow from both.
 *
 * @example tellApart([40, 44, 90]) // [true, false, true]
 */
export function tellApart(counts: readonly Told[]): readonly boolean[] {
  const kept: number[] = [];
  return counts.map((count) => {
    if (count === null) return true;
    const isNear = kept.some((other) => isSmall(Math.abs(other - count)));
    if (!isNear) kept.push(count);
    return !isNear;
  });
}

/** A single count beside no others. */
export function told(count: number): Told {
  return isSmall(count) ? null : count;
}
