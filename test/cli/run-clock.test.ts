import { expect, it } from "vitest";
import { runClock } from "../../src/cli/ledger/run-clock.ts";

it("goes on through the hours in which a computer slept, and never back", () => {
  let computer = 1_000_000;
  const now = runClock(new Date("2026-11-24T22:00:00Z"), () => computer);
  expect(now()).toBe("2026-11-24 22:00:00");
  computer += 1500;
  expect(now()).toBe("2026-11-24 22:00:01");
  computer += 8 * 3_600_000;
  expect(now()).toBe("2026-11-25 06:00:01");
  computer -= 3_600_000;
  expect(now()).toBe("2026-11-25 06:00:01");
});
