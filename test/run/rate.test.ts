import { describe, expect, it } from "vitest";
import { retryAfter, withPatience } from "../../src/delivery/channels/retry.ts";
import { inParallel, rateLimit } from "../../src/run/rate.ts";

/** A clock that goes on only when somebody sleeps. */
function clock() {
  let at = 0;
  return {
    now: () => at,
    sleep: async (milliseconds: number) => {
      at += milliseconds;
    },
  };
}

describe("a rate", () => {
  it("lets ten a second through evenly, also after a pause", async () => {
    const time = clock();
    const wait = rateLimit(10, time);
    const passed: number[] = [];
    for (let message = 0; message < 5; message++) {
      await wait();
      passed.push(time.now());
    }
    await time.sleep(1000);
    await wait();
    passed.push(time.now());
    expect(passed).toEqual([0, 100, 200, 300, 400, 1400]);
  });

  it("waits for nobody where none is asked for", async () => {
    const time = clock();
    const wait = rateLimit(undefined, time);
    for (let message = 0; message < 100; message++) await wait();
    expect(time.now()).toBe(0);
  });
});

it("does so many at a time, every one once, and answers in order", async () => {
  let open = 0;
  let most = 0;
  const results = await inParallel([5, 1, 4, 2, 3, 0], 3, async (number) => {
    most = Math.max(most, ++open);
    await new Promise((resolve) => setTimeout(resolve, number));
    open--;
    return number * 2;
  });
  expect(results).toEqual([10, 2, 8, 4, 6, 0]);
  expect(most).toBe(3);
});

describe("patience", () => {
  it("doubles its waits and ends with the last answer", async () => {
    const waits: number[] = [];
    const sleep = async (milliseconds: number) => void waits.push(milliseconds);
    let tries = 0;
    const result = await withPatience(
      { attempts: 4, firstWait: 100, longestWait: 10_000, sleep },
      async () => ({
        result: ++tries,
        again: true,
      }),
    );
    expect({ result, waits }).toEqual({ result: 4, waits: [100, 200, 400] });
  });

  it.each([
    ["120", 120_000],
    ["0", 0],
    ["Thu, 26 Nov 2026 12:00:30 GMT", 30_000],
    ["Thu, 26 Nov 2026 11:00:00 GMT", 0],
    ["soon", undefined],
    ["-5", undefined],
    [null, undefined],
  ])("reads Retry-After %j", (header, wait) => {
    expect(retryAfter(header, Date.parse("2026-11-26T12:00:00Z"))).toBe(wait);
  });
});
