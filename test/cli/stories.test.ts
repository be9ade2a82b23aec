import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { played, playedPage } from "./story.ts";

const STORIES = join(import.meta.dirname, "stories");
const PAGES = [
  "README.md",
  "docs/ci.md",
  "docs/commands.md",
  "docs/packs.md",
  "docs/reading-a-packet.md",
  "docs/reviewer-task.md",
  "docs/waivers.md",
];

/** All stories play at once, and some run a campaign for weeks: milliseconds on a machine with other work. */
const PATIENCE = 240_000;

/** Compares with what is written; `UPDATE_EXPECTED=1` writes it instead. */
async function expectWritten(path: string, play: (text: string) => Promise<string>): Promise<void> {
  const written = readFileSync(path, "utf8");
  const now = await play(written);
  if (process.env.UPDATE_EXPECTED) writeFileSync(path, now);
  else expect(now).toBe(written);
}

beforeAll(() => {
  execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
});

describe.concurrent("the program does what its stories tell", () => {
  for (const name of readdirSync(STORIES).sort()) {
    const title = name.replace(/\.txt$/, "").replaceAll("-", " ");
    test(title, () => expectWritten(join(STORIES, name), played), PATIENCE);
  }
});

describe.concurrent("the examples of the documentation are what the program prints", () => {
  for (const page of PAGES) test(page, () => expectWritten(page, playedPage), PATIENCE);
});
