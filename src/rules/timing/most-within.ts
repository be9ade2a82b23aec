import type { StepTime } from "../../analysis/index.ts";

/**
 * How many of a recipient's steps can fall within so many days before the last of them, itself included.
 *
 * @param counts which steps are counted; the others only take time
 */
export function mostWithin(
  steps: readonly StepTime[],
  days: number,
  counts: (time: StepTime) => boolean = () => true,
): number {
  let gap = 0;
  let count = 1;
  const before = [...steps].reverse();
  for (const [index, time] of before.slice(1).entries()) {
    gap += before[index]?.sincePrevious ?? 0;
    if (gap >= days) break;
    if (counts(time)) count++;
  }
  return count;
}
