import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sandbox } from "../cli/story.ts";
import { open, openBrowser } from "./browser.ts";

const DOC = readFileSync(join(import.meta.dirname, "../../docs/reviewer-task.md"), "utf8");

const COMMANDS = [...DOC.matchAll(/^\$ (.+)$/gm)].map(([, command = ""]) => command);

interface Answer {
  readonly number: string;
  readonly section: string;
  readonly says: readonly string[];
}

const ANSWERS: readonly Answer[] = DOC.split(/^### /m)
  .slice(1)
  .map((block) => ({
    number: /^\d+/.exec(block)?.[0] ?? "",
    section: /^- Section: (.+)$/m.exec(block)?.[1] ?? "",
    says: [...block.matchAll(/“([^”]+)”/g)].map(([, words = ""]) => words),
  }));

let browser: Browser;
let changed: Page;
let unchanged: Page;

/** Runs the lines of the document, and gives the packet that they write. */
async function packetAfter(commands: readonly string[]): Promise<Page> {
  const { folder, run, close } = sandbox("campaigns");
  try {
    for (const command of commands) expect(await run(command)).toEqual([]);
    const packet = readFileSync(join(folder, "build/missed-primary-care/packet.html"), "utf8");
    const { page } = await open(browser, packet, { viewport: { width: 1280, height: 900 } });
    return page;
  } finally {
    close();
  }
}

beforeAll(async () => {
  browser = await openBrowser();
  changed = await packetAfter(COMMANDS);
  unchanged = await packetAfter(COMMANDS.filter((command) => !command.startsWith("sed")));
}, 120_000);
afterAll(() => browser?.close());

/** What a section says, with its title, as one line. */
async function textOf(page: Page, title: string): Promise<string> {
  const text = (await page.evaluate(
    `[...document.querySelectorAll("main > section")].find((each) =>
      each.querySelector("h2").textContent.endsWith(${JSON.stringify(` ${title}`)}))?.outerHTML ?? ""`,
  )) as string;
  return text
    .replaceAll(/srcdoc="[^"]*"/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ([.,;:])/g, "$1");
}

describe("the task of docs/reviewer-task.md", () => {
  test("has ten questions and ten answers, each with words that the packet says", () => {
    const questions = /## The questions\n([\s\S]*?)\n## /.exec(DOC)?.[1]?.match(/^\d+\. /gm) ?? [];
    expect(questions).toHaveLength(10);
    expect(ANSWERS.map(({ number }) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { says } of ANSWERS) expect(says.length).toBeGreaterThan(0);
  });

  test.each(ANSWERS)("the answer to question $number stands in “$section”", async ({ section, says }) => {
    const text = await textOf(changed, section);
    expect(text).not.toBe("");
    for (const words of says) expect(text).toContain(words);
  });

  test.each(ANSWERS)("the answer to question $number is one click away", async ({ section }) => {
    const at = await changed.evaluate(`(() => {
      const link = [...document.querySelectorAll("nav a")].find((each) => each.textContent === ${JSON.stringify(section)});
      const target = link && document.querySelector(link.getAttribute("href"));
      return { seen: link?.getBoundingClientRect().bottom <= innerHeight, leads: target?.localName };
    })()`);
    expect(at).toEqual({ seen: true, leads: "section" });
  });

  test("the verdict, what changed and who signs again stand on the first screen", async () => {
    const lowest = (await changed.evaluate(
      "document.querySelector('.verdict').getBoundingClientRect().bottom",
    )) as number;
    expect(lowest).toBeLessThanOrEqual(900);
  });

  test("without the change the packet answers otherwise", async () => {
    const same: string[] = [];
    for (const { number, section, says } of ANSWERS) {
      const text = await textOf(unchanged, section);
      if (says.every((words) => text.includes(words))) same.push(number);
    }
    // What nobody touched: who reads the name, what the claim rests on, who answers.
    expect(same).toEqual(["8", "9", "10"]);
  });
});

/** The pictures of the documentation show this packet; `UPDATE_PICTURES=1` takes them again. */
describe("the pictures in docs/images", () => {
  const IMAGES = join(import.meta.dirname, "../../docs/images");

  test.each([
    { file: "packet-decide.png", height: 930, at: "body" },
    { file: "packet-changes.png", height: 900, at: "#changes" },
    { file: "packet.png", height: 1_000, at: "#messages" },
  ])("$file", async ({ file, height, at }) => {
    await changed.setViewportSize({ width: 1_200, height });
    await changed.evaluate(`document.querySelector('${at}').scrollIntoView()`);
    const picture = await changed.screenshot();
    if (process.env.UPDATE_PICTURES !== undefined) writeFileSync(join(IMAGES, file), picture);
    expect(picture.length).toBeLessThan(300_000);
    const kept = readFileSync(join(IMAGES, file));
    // Width and height of a PNG stand at a fixed place in its header (ISO/IEC 15948, 11.2.1).
    expect([kept.readUInt32BE(16), kept.readUInt32BE(20)]).toEqual([1_200, height]);
  });
});
