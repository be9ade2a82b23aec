/**
 * Lets no more than so many through in a second, evenly: gateways count by the second and block who bursts.
 *
 * @param perSecond nothing lets everything through at once
 */
export function rateLimit(
  perSecond: number | undefined,
  clock: { now(): number; sleep(milliseconds: number): Promise<void> } = {
    now: () => performance.now(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  },
): () => Promise<void> {
  if (perSecond === undefined) return async () => undefined;
  const gap = 1000 / perSecond;
  let next = 0;
  return async () => {
    const now = clock.now();
    const at = Math.max(now, next);
    next = at + gap;
    if (at > now) await clock.sleep(at - now);
  };
}

/** Does work on every member, so many at a time, and gives the results in the members' order. */
export async function inParallel<T, R>(
  members: readonly T[],
  atATime: number,
  work: (member: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = new Array(members.length);
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < members.length; at = next++) {
      const member = members[at];
      if (member !== undefined) results[at] = await work(member);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, members.length) }, worker));
  return results;
}
