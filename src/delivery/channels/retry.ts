/** How often something is tried, and how long is waited between. */
export interface Patience {
  /** Attempts in all. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; each further wait is twice as long. */
  readonly firstWait: number;
  /** Longest wait, also where the other side asks for more: then the touch waits for the next run. */
  readonly longestWait: number;
  sleep(milliseconds: number): Promise<void>;
}

export const PATIENCE: Patience = {
  attempts: 4,
  firstWait: 500,
  longestWait: 30_000,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** An attempt that failed, and whether another may follow. */
export interface Attempt<T> {
  readonly result: T;
  readonly again: boolean;
  /** Milliseconds that the other side asks to wait (Retry-After); nothing where it does not say. */
  readonly wait?: number | undefined;
}

/**
 * Tries again while the attempt allows it, with waits that double.
 *
 * @returns the last result; the one at hand where the other side asks for a longer wait than we have
 */
export async function withPatience<T>(patience: Patience, attempt: () => Promise<Attempt<T>>): Promise<T> {
  for (let tried = 1; ; tried++) {
    const { result, again, wait } = await attempt();
    const pause = wait ?? patience.firstWait * 2 ** (tried - 1);
    if (!again || tried >= patience.attempts || pause > patience.longestWait) return result;
    await patience.sleep(pause);
  }
}

/**
 * The header Retry-After (RFC 9110, section 10.2.3) in milliseconds from `now`; nothing where it says nothing readable.
 *
 * @example retryAfter("120", 0) // 120000
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header) * 1000;
  // Date.parse reads almost anything as a day: only the form of HTTP counts.
  const at = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/.test(header.trim())
    ? Date.parse(header)
    : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
