import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PlacedReview, reviewHtml } from "../../src/packet/index.ts";
import { open, openBrowser } from "./browser.ts";
import { SINCE } from "./fixture-since.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

function reviewWith(text: (own: string) => string): PlacedReview {
  return {
    format: "recare.review/1",
    compiler: "0.1.0",
    base: text("origin/main"),
    head: text("the files here"),
    campaigns: [
      {
        campaign: text("missed-visit"),
        formerly: text("missed"),
        base: null,
        head: text("sha256:00"),
        changed: ["audience"],
        changes: SINCE.changes.map((change) => ({ ...change, about: text(change.about) })),
        sign: [{ concern: "audience", language: null, roles: [text("compliance")] }],
      },
      {
        campaign: text("gone"),
        formerly: null,
        base: null,
        head: null,
        changed: ["audience"],
        changes: [],
        sign: [],
      },
    ],
    unchanged: [text("care-plan")],
    unreadable: [{ side: "head", campaign: text("broken"), file: text("broken.yaml") }],
  };
}

describe("a review as a page", () => {
  test("leads with who signs again, then each campaign with its changes", () => {
    const page = reviewHtml(reviewWith((own) => own));
    const order = [
      "2 campaigns changed",
      "Who signs again",
      'id="campaign-1"',
      "WIDENED",
      'id="campaign-2"',
      ">Unchanged</h2>",
    ];
    const places = order.map((words) => page.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(page).toContain("<b>broken</b> has an error in the head");
    expect(page).not.toContain('href="#step');
  });

  test("says that nothing changed where nothing did", () => {
    const page = reviewHtml({ ...reviewWith((own) => own), campaigns: [], unreadable: [] });
    expect(page).toContain("Nothing changed in meaning.");
  });

  test("holds hostile text as text, on a phone too", async () => {
    const hostile = `"><script>alert(1)</script><img src=http://evil.example/x onerror=alert(1)>${"x".repeat(400)}`;
    const { page, happened } = await open(browser, reviewHtml(reviewWith(() => hostile)), {
      viewport: { width: 390, height: 844 },
    });
    expect(happened).toEqual([]);
    expect(await page.evaluate("document.querySelectorAll('script, img').length")).toBe(0);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
