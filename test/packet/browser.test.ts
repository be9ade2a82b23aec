import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packetHtml } from "../../src/packet/index.ts";
import { open, openBrowser } from "./browser.ts";
import { ownPackets } from "./compiled.ts";
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
        const picture = await page.screenshot();
        if (KEEP !== undefined) {
          mkdirSync(KEEP, { recursive: true });
          await page.screenshot({ fullPage: true, path: join(KEEP, `${name}-${as}.png`) });
        }
        expect(happened).toEqual([]);
        expect(overflow).toBeLessThanOrEqual(0);
        expect(picture.length).toBeGreaterThan(10_000);
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

describe.each(ownPackets().map((model) => ({ model, name: model.identity.campaign })))(
  "the packet of our $name",
  ({ model, name }) => {
    test.each([
      { as: "desk", options: {} },
      { as: "hand", options: { viewport: { width: 360, height: 740 }, isMobile: true } },
    ])("in the $as", async ({ as, options }) => {
      const { page, happened } = await open(browser, packetHtml(model), options);
      expect(happened).toEqual([]);
      expect(
        await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"),
      ).toBeLessThanOrEqual(0);
      if (KEEP !== undefined)
        await page.screenshot({ fullPage: true, path: join(KEEP, `our-${name}-${as}.png`) });
      await page.context().close();
    });
  },
);
