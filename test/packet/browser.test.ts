import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packetHtml } from "../../src/packet/index.ts";
import { open, openBrowser } from "./browser.ts";
import { MISSED_VISIT, RESULTS } from "./fixture.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** Set to a folder to keep the screenshots of a run. */
const KEEP = process.env.PACKET_SCREENSHOTS;

describe.each([MISSED_VISIT, RESULTS].map((model) => ({ model, name: model.identity.campaign })))(
  "the packet of $name",
  ({ model, name }) => {
    test.each([
      { as: "light", options: {} },
      { as: "dark", options: { colorScheme: "dark" as const } },
      { as: "phone", options: { viewport: { width: 360, height: 740 }, isMobile: true } },
    ])(
      "in $as: nothing runs, nothing is loaded, the page never scrolls sideways",
      async ({ as, options }) => {
        const { page, happened } = await open(browser, packetHtml(model), options);
        const overflow = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (KEEP !== undefined) mkdirSync(KEEP, { recursive: true });
        const picture = await page.screenshot({
          fullPage: true,
          ...(KEEP !== undefined && { path: join(KEEP, `${name}-${as}.png`) }),
        });
        expect(happened).toEqual([]);
        expect(overflow).toBeLessThanOrEqual(0);
        expect(picture.length).toBeGreaterThan(50_000);
        await page.context().close();
      },
    );

    test("on paper", async () => {
      const { page } = await open(browser, packetHtml(model));
      const paper = await page.pdf({
        preferCSSPageSize: true,
        ...(KEEP !== undefined && { path: join(KEEP, `${name}.pdf`) }),
      });
      expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
      await page.context().close();
    });
  },
);
