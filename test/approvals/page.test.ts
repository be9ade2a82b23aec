import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { playedPage } from "../cli/story.ts";
import { hasSshKeygen } from "../review/ssh-keygen.ts";

const PAGE = join(import.meta.dirname, "../../docs/approvals.md");

/** Keys are new in every run, and digests change with the format of plans; everything else is the same. */
function withoutKeys(page: string): string {
  return page
    .replaceAll(/AAAA[A-Za-z0-9+/]{60,}={0,2}/g, "AAAA…")
    .replaceAll(/sha256:[0-9a-f]{64}/g, "sha256:…")
    .replaceAll(/SHA256:[A-Za-z0-9+/]{43}/g, "SHA256:…");
}

it.skipIf(!hasSshKeygen)(
  "docs/approvals.md leads from a key to the first signature, step by step",
  async () => {
    const page = readFileSync(PAGE, "utf8");
    const now = withoutKeys(await playedPage(page));
    if (process.env.UPDATE_EXPECTED === "1") writeFileSync(PAGE, now);
    expect(readFileSync(PAGE, "utf8")).toBe(now);
  },
  60_000,
);
