import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { resultsOf } from "../evidence/results-of.ts";
import { openBrowser } from "../packet/browser.ts";
import { type Running, running } from "./running.ts";

let browser: Browser;
let preview: Running;
let page: Page;
/** What the page complains about. */
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  preview = await running("campaigns");
  complaints = [];
  page = await (await browser.newContext({ viewport: { width: 1200, height: 800 } })).newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (
      message.type() === "error" &&
      !/404|ERR_CONNECTION_(?:REFUSED|RESET)|ERR_INCOMPLETE_CHUNKED_ENCODING/.test(message.text())
    )
      complaints.push(message.text());
  });
}, 60_000);
afterEach(async () => {
  await page.context().close();
  await preview.stop();
  expect(complaints).toEqual([]);
});

const CAMPAIGN = "missed-primary-care.yaml";

function text(file = CAMPAIGN): string {
  return readFileSync(join(preview.folder, file), "utf8");
}

/** As an editor writes that cares: another file, and then its name. */
function saveByRename(content: string, file = CAMPAIGN): void {
  const path = join(preview.folder, file);
  writeFileSync(`${path}~`, content);
  renameSync(`${path}~`, path);
}

/** Asks again and again: the page's policy forbids the evaluation that the browser driver's own waiting needs. */
async function until(expression: string): Promise<void> {
  const end = performance.now() + 10_000;
  while ((await page.evaluate(expression)) !== true) {
    if (performance.now() > end) throw new Error(`the page never came to: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Milliseconds that Node takes to start and end on the machine of docs/performance.md. */
const BARE_NODE = 67;

function bareNode(): number {
  const start = performance.now();
  execFileSync(process.execPath, ["-e", "0"]);
  return performance.now() - start;
}

function inWords(times: readonly number[]): string {
  return `${times.map((time) => Math.round(time)).join(", ")} ms`;
}

const SHOWS = (words: string) => `document.body.textContent.includes(${JSON.stringify(words)})`;

async function opened(path = "missed-primary-care/"): Promise<void> {
  await page.goto(`${preview.url}${path}`, { waitUntil: "load" });
}

describe("a save", () => {
  test("shows at once, however the editor writes it", async () => {
    await opened();
    const original = text();
    const waits: number[] = [];
    const starts: number[] = [];
    for (let i = 1; i <= 8; i++) {
      starts.push(bareNode());
      const changed = original.replace("title: Missed primary care visit", `title: Title number ${i}`);
      const start = performance.now();
      if (i % 2 === 0) saveByRename(changed);
      else writeFileSync(join(preview.folder, CAMPAIGN), changed);
      await until(SHOWS(`Title number ${i}`));
      waits.push(performance.now() - start);
    }
    console.info(`save to screen: ${inWords(waits)}; bare Node: ${inWords(starts)}`);
    // The budget is 300 ms on a quiet machine. What is asserted is twice as many times the start of bare Node, so that a
    // neighbour's work fails no test, and a page that waits for anything does.
    expect(Math.min(...waits)).toBeLessThan(2 * Math.max(300, (300 / BARE_NODE) * Math.min(...starts)));
  });

  test("keeps what was at the top of the window, open folds and the focus", async () => {
    await opened();
    await page.evaluate("document.querySelectorAll('details')[1].open = true");
    await page.evaluate("document.querySelector('nav a[href=\"#audience\"]').focus()");
    await page.evaluate("document.querySelector('#audience .edges').scrollIntoView()");
    const before = (await page.evaluate(
      "document.querySelector('#audience .edges').getBoundingClientRect().top",
    )) as number;
    // A longer title above: without help the page would show something else at the same place.
    const long = `Missed primary care visit ${"and what comes of it ".repeat(30)}`;
    saveByRename(text().replace("title: Missed primary care visit", `title: ${long.trim()}`));
    await until(SHOWS("and what comes of it and what"));
    const after = (await page.evaluate(
      "document.querySelector('#audience .edges').getBoundingClientRect().top",
    )) as number;
    expect(Math.abs(after - before)).toBeLessThanOrEqual(2);
    expect(await page.evaluate("document.querySelectorAll('details')[1].open")).toBe(true);
    expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe("#audience");
    expect(await page.evaluate("document.querySelectorAll('script').length")).toBe(2);
  });

  test("that breaks the campaign shows the error with its lines, and the next one the packet again", async () => {
    await opened();
    const sound = text();
    saveByRename(sound.replace("visit.status is missed", "visit.statsu is missed"));
    await until(SHOWS("visit.statsu"));
    const frame = await page.locator(".code-frame").first().innerText();
    expect(frame).toMatch(/\d+ │ .*visit\.statsu is missed/);
    expect(frame).toContain("^^^^");
    expect(await page.locator(".problem").first().innerText()).toContain("Instead:");
    expect(await page.title()).toMatch(/^1 error/);
    await page.getByText("See the packet as far as it can be drawn").click();
    await until(SHOWS("Cannot be built"));
    await page.goBack();
    saveByRename(sound);
    await until(SHOWS("What you are asked to decide"));
  });

  test("that is no YAML any more shows on every page, and takes nothing away for good", async () => {
    await opened();
    const sound = text();
    saveByRename("campaign: [\n");
    await until("document.querySelector('.code-frame') !== null");
    saveByRename(sound);
    await until(SHOWS("What you are asked to decide"));
  });

  test("of a file that campaigns share, in a folder that is new, and a file that is gone", async () => {
    await opened("");
    await until(SHOWS("Missed primary care visit"));
    mkdirSync(join(preview.folder, "more"));
    await new Promise((resolve) => setTimeout(resolve, 200));
    writeFileSync(
      join(preview.folder, "more/second.yaml"),
      text()
        .replace("campaign: missed-primary-care", "campaign: second")
        .replace("Missed primary care visit", "Second campaign"),
    );
    await until(SHOWS("Second campaign"));
    rmSync(join(preview.folder, "more"), { recursive: true });
    await until(`!${SHOWS("Second campaign")}`);
    const teams = text("library/teams.yaml");
    saveByRename(teams.replaceAll("J. Alvarez", "K. Okafor"), "library/teams.yaml");
    await until(SHOWS("K. Okafor"));
  });

  test("of what was measured, and of its going away", async () => {
    await opened();
    mkdirSync(join(preview.folder, "results"));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const file = join(preview.folder, "results/missed-primary-care.json");
    writeFileSync(file, resultsOf("missed-primary-care", 1200, { share: 0.314, low: 0.288, high: 0.341 }));
    await until(SHOWS("it was 31 % (29 to 34 %) of 1,200 people"));
    rmSync(file);
    await until(`!${SHOWS("of 1,200 people")}`);
  });

  test("that changes nothing that is shown leaves the page alone", async () => {
    await opened();
    await page.evaluate("document.querySelector('h1').dataset.same = 'yes'");
    writeFileSync(join(preview.folder, "notes.txt"), "not part of it");
    mkdirSync(join(preview.folder, "build"));
    writeFileSync(join(preview.folder, "build/plan.json"), "{}");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await page.evaluate("document.querySelector('h1').dataset.same")).toBe("yes");
  });
});

test("Ctrl-C ends it at once, and the page says so", async () => {
  await opened();
  const ended = new Promise((resolve) => preview.child.once("exit", (code) => resolve(code)));
  preview.child.kill("SIGINT");
  expect(await ended).toBe(130);
  await until(SHOWS("The preview has stopped"));
  expect(existsSync(preview.folder)).toBe(true);
});
