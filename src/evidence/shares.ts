/** A share with the interval in which it lies with 95 % confidence; all from 0 to 1, a difference from -1. */
export interface Interval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** "31 % (27 to 35 %)": a share with its interval, in whole percent; more than nothing is never "0". */
export function shareText({ share, low, high }: Interval): string {
  return `${percent(share)} % (${percent(low)} to ${percent(high)} %)`;
}

/** "+8 points (2 to 14)": a difference in percentage points. */
export function differenceText({ share, low, high }: Interval): string {
  const sign = share > 0 ? "+" : "";
  const verdict = low <= 0 && high >= 0 ? "; the two may be alike" : "";
  return `${sign}${percent(share)} points (${percent(low)} to ${percent(high)})${verdict}`;
}

function percent(share: number): string {
  const whole = Math.round(share * 100);
  return whole === 0 && share > 0 ? "<1" : String(whole === 0 ? 0 : whole);
}

/** A count, or "fewer than 11, or untold": hidden counts are either small or protect a small one. */
export function countText(count: number | null): string {
  return count === null ? "untold" : count.toLocaleString("en-US");
}
