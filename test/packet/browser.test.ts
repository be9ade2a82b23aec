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

/** By how much the page is wider than its window. */
const OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth";

/** What is folded and shows nothing. */
const FOLDED =
  "[...document.querySelectorAll('details:not([open]) > *')].filter((e) => e.getBoundingClientRect().height === 0).length";

describe.each(
  [MISSED_VISIT, RESULTS, ...ownPackets()].map((model, i) => ({
    model,
    name: `${model.identity.campaign}${i < 2 ? " (made by hand)" : ""}`,
  })),
)("the packet of $name", ({ model }) => {
  test.each([
    { as: "on a light desk", options: {} },
    { as: "on a dark desk", options: { colorScheme: "dark" as const } },
    { as: "on a phone", options: { viewport: { width: 360, height: 740 }, isMobile: true } },
  ])("$as: nothing runs, nothing is loaded, the page never scrolls sideways", async ({ options }) => {
    const { page, happened } = await open(browser, packetHtml(model), options);
    const picture = await page.screenshot();
    expect(happened).toEqual([]);
    expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0);
    expect(picture.length).toBeGreaterThan(10_000);
    await page.context().close();
  });

  test("on paper: everything that is folded is open, nothing sticks out", async () => {
    const { page } = await open(browser, packetHtml(model), { viewport: { width: 680, height: 960 } });
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(FOLDED)).toBe(0);
    expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
    await page.context().close();
  });
});
