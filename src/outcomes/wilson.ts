import type { Interval } from "../evidence/index.ts";

/** The 97.5th percentile of the normal distribution: 95 % lie within so many standard deviations. */
const Z = 1.959963984540054;

/**
 * The score interval of Wilson (1927) without continuity correction: it stays within 0 and 1, and holds for few people and
 * for shares near the ends, where the usual interval does not (Newcombe 1998, Statistics in Medicine 17:857, method 3).
 *
 * @example wilson(81, 263) // { share: 0.308, low: 0.2553, high: 0.3662 }
 * @throws RangeError where there are more successes than people, or nobody
 */
export function wilson(successes: number, people: number): Interval {
  if (!(people > 0) || successes < 0 || successes > people) {
    throw new RangeError(`${successes} of ${people} is no share`);
  }
  const share = successes / people;
  const scale = 1 + Z ** 2 / people;
  const middle = (share + Z ** 2 / (2 * people)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / people + Z ** 2 / (4 * people ** 2));
  // Rounding must not push an end past a share of none or all.
  return { share, low: successes === 0 ? 0 : middle - half, high: successes === people ? 1 : middle + half };
}

/**
 * The difference of two shares with its interval, from the Wilson intervals of both (Newcombe 1998, Statistics in Medicine
 * 17:873, method 10). An interval that holds 0 says that the two may be alike; nothing else is claimed.
 *
 * @example difference([56, 70], [48, 80]) // { share: 0.2, low: 0.0524, high: 0.3339 }
 */
export function difference(
  [successes, people]: readonly [number, number],
  [othersSuccesses, others]: readonly [number, number],
): Interval {
  const one = wilson(successes, people);
  const other = wilson(othersSuccesses, others);
  const share = one.share - other.share;
  return {
    share,
    low: share - Math.sqrt((one.share - one.low) ** 2 + (other.high - other.share) ** 2),
    high: share + Math.sqrt((one.high - one.share) ** 2 + (other.share - other.low) ** 2),
  };
}
