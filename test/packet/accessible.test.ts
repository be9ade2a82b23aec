import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outcomeHtml } from "../../src/outcomes/index.ts";
import { indexHtml, packetHtml, problemsHtml, reviewHtml } from "../../src/packet/index.ts";
import { REPORT } from "../outcomes/fixture.ts";
import { open, openBrowser } from "./browser.ts";
import { ownPackets } from "./compiled.ts";
import { MISSED_VISIT, RESULTS } from "./fixture.ts";
import { SINCE } from "./fixture-since.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** What axe finds against WCAG 2.2 A and AA and its own best practices, as `rule: element`. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return (await page.evaluate(`axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    iframes: false,
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 200))))`)) as string[];
}

const [own] = ownPackets().filter(({ identity }) => identity.campaign === "results-follow-up");

const PAGES: readonly { readonly name: string; readonly html: string }[] = [
  { name: "a packet with a base", html: packetHtml(MISSED_VISIT) },
  { name: "a packet that cannot be built", html: packetHtml(RESULTS) },
  ...(own === undefined ? [] : [{ name: "our own packet", html: packetHtml(own) }]),
  { name: "the index", html: indexHtml([MISSED_VISIT, RESULTS], "Maple Health") },
  {
    name: "a review",
    html: reviewHtml({
      format: "recare.review/1",
      compiler: "0.1.0",
      base: "origin/main",
      head: "the files here",
      campaigns: [
        {
          campaign: "missed-visit",
          formerly: null,
          base: null,
          head: "sha256:00",
          changed: SINCE.changed,
          changes: SINCE.changes,
          sign: [{ concern: "audience", language: null, roles: ["compliance"] }],
        },
      ],
      unchanged: ["care-plan"],
      unreadable: [{ side: "head", campaign: "broken", file: "broken.yaml" }],
    }),
  },
  { name: "the results of a campaign", html: outcomeHtml(REPORT, "Missed visit") },
  {
    name: "a page of problems",
    html: problemsHtml({
      title: "Missed visit",
      says: "This campaign has an error.",
      findings: MISSED_VISIT.findings.map((finding) => ({ ...finding, frame: "53 │ text\n   │ ^^^^" })),
      links: [{ to: "../", says: "All campaigns" }],
    }),
  },
];

const VIEWS: readonly { readonly as: string; readonly options: BrowserContextOptions }[] = [
  { as: "light", options: { viewport: { width: 1280, height: 900 } } },
  { as: "dark", options: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" } },
  { as: "on a phone", options: { viewport: { width: 390, height: 844 }, isMobile: true } },
];

describe.each(PAGES)("$name", ({ html }) => {
  test.each(VIEWS)("has nothing that axe objects to: $as", async ({ options }) => {
    const { page } = await open(browser, html, options);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

test("axe sees what is wrong with a page", async () => {
  const { page } = await open(
    browser,
    '<!doctype html><html><title>x</title><body><img src="data:,"><p style="color:#ccc">faint</p></body></html>',
  );
  const found = (await violations(page)).map((line) => line.split(":")[0]);
  expect(found).toEqual(expect.arrayContaining(["html-has-lang", "image-alt", "color-contrast", "region"]));
  await page.context().close();
});

describe("by keyboard alone", () => {
  test("the first stop skips to the content, every stop shows where it is, and folds open", async () => {
    const { page } = await open(browser, packetHtml(MISSED_VISIT));
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
    expect(await page.evaluate("document.activeElement.getBoundingClientRect().top")).toBeGreaterThanOrEqual(
      0,
    );
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");

    const stops = (await page.evaluate(
      "document.querySelectorAll('a[href], summary, [tabindex=\"0\"], iframe').length",
    )) as number;
    const unseen: string[] = [];
    let folds = 0;
    await page.evaluate("document.querySelector('.skip').focus()");
    for (let i = 1; i < stops; i++) {
      await page.keyboard.press("Tab");
      const at = (await page.evaluate(`(() => {
        const at = document.activeElement;
        const style = getComputedStyle(at);
        return { name: at.localName, seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, html: at.outerHTML.slice(0, 120) };
      })()`)) as { name: string; seen: boolean; html: string };
      if (!at.seen && at.name !== "iframe" && at.name !== "body") unseen.push(at.html);
      if (at.name === "summary") folds += 1;
    }
    expect(unseen).toEqual([]);
    expect(folds).toBeGreaterThan(1);

    await page.evaluate("document.querySelector('summary').focus()");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.querySelector('summary').parentElement.open")).toBe(true);
    await page.context().close();
  });
});

test("Spanish words are marked as Spanish, and ours among them as English", async () => {
  const { page } = await open(browser, packetHtml(MISSED_VISIT));
  const languages = (await page.evaluate(`({
    bubble: [...document.querySelectorAll('.bubble')].find((b) => b.textContent.includes('No pudimos')).closest('[lang]').lang,
    when: [...document.querySelectorAll('figcaption')].find((c) => c.closest('[lang="es"]')).lang,
    diff: [...document.querySelectorAll('.change .words')].find((d) => d.textContent.includes('Escoja')).lang,
    mail: [...document.querySelectorAll('iframe')].map((f) => /<html lang="(\\w+)"/.exec(f.srcdoc)[1]),
  })`)) as { bubble: string; when: string; diff: string; mail: string[] };
  expect(languages).toMatchObject({ bubble: "es", when: "en", diff: "es" });
  expect(new Set(languages.mail)).toEqual(new Set(["en", "es"]));
  await page.context().close();
});
