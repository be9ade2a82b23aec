import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["test/support/seed.ts"],
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    // No test changes what another one reads: files share a process, and the source is loaded once for all of them.
    isolate: false,
    // Two also on two cores: many tests wait for servers and programs that they start.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
