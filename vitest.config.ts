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
    maxWorkers: 2,
  },
});
