import fc from "fast-check";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { escapeHtml, html } from "../../src/packet/html/markup.ts";
import { indexHtml, type PacketModel, packetHtml } from "../../src/packet/index.ts";
import { visible } from "../../src/packet/visible.ts";
import { open, openBrowser } from "./browser.ts";
import { MISSED_VISIT, RESULTS } from "./fixture.ts";
import { filledWith, LONG_PAYLOADS, PAYLOADS } from "./hostile.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** Any text: words, markup, lone surrogates, controls. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."<>\"'&;/=`-!x \n\t\u0000\u202E\uD800\uE000"), maxLength: 40 }),
  fc.constantFrom(...PAYLOADS),
);

function decoded(source: string): string {
  return source
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

describe("the escaper", () => {
  test("leaves nothing that HTML reads, and loses nothing", () => {
    fc.assert(
      fc.property(text, (raw) => {
        const escaped = escapeHtml(raw);
        expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(decoded(escaped)).toBe(visible(raw));
      }),
    );
  });

  test("makes every unseen character visible, once", () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(visible(raw)).not.toMatch(UNSEEN);
        expect(visible(visible(raw))).toBe(visible(raw));
      }),
    );
    expect(visible("Pay\u202Etoday\u200B")).toBe("Pay⟨U+202E⟩today⟨U+200B⟩");
    expect(visible("línea\n\t🙂 ¿sí?")).toBe("línea\n\t🙂 ¿sí?");
  });

  test("never takes a text for markup, however it is nested", () => {
    const inner = html`<i>${"<b>"}</i>`;
    expect(html`<p title="${'"x"'}">${[inner, "&", false, null, undefined, 4]}</p>`.toString()).toBe(
      '<p title="&quot;x&quot;"><i>&lt;b&gt;</i>&amp;4</p>',
    );
  });

  test("reads back in a real browser, as text and as an attribute", async () => {
    const samples = fc.sample(text, 400).map(visible);
    const { page } = await open(
      browser,
      html`<!doctype html><meta charset="utf-8">${samples.map((sample) => html`<p title="${sample}">${sample}</p>`)}`.toString(),
    );
    const read = await page.evaluate(
      "[...document.querySelectorAll('p')].map((p) => [p.title, p.textContent, p.children.length])",
    );
    expect(read).toEqual(samples.map((sample) => [sample, sample, 0]));
    await page.context().close();
  });
});

const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/** Names of all elements in order, leaving out what Markdown made of a letter or a portal message, and chips in word diffs. */
const STRUCTURE = `[...document.querySelectorAll('*')].filter((e) => !e.closest('.sheet, .behind') && !(e.localName === 'span' && e.closest('.words'))).map((e) => e.localName).join(' ')`;

/** What stands where no style of ours puts anything: over the page, or without being seen. */
const MOVED = `[...document.body.querySelectorAll('*')].filter((e) => getComputedStyle(e).position === 'fixed' || (e.hasAttribute('style') && e.localName !== 'iframe')).map((e) => e.outerHTML)`;

/** All that stands in the email frames, parsed as their documents would be. */
const FRAMES = `[...document.querySelectorAll('iframe')].map((frame) => {
  const inside = new DOMParser().parseFromString(frame.srcdoc, 'text/html');
  return {
    sandbox: frame.getAttribute('sandbox'),
    policy: inside.querySelector('meta[http-equiv]')?.content,
    names: [...new Set([...inside.body.querySelectorAll('*')].map((e) => e.localName))],
    attributes: [...new Set([...inside.body.querySelectorAll('*')].flatMap((e) => e.getAttributeNames()))],
  };
})`;

const MAIL_ELEMENTS = new Set([
  "p",
  "ul",
  "ol",
  "li",
  "div",
  "span",
  "small",
  "strong",
  "em",
  "br",
  "hr",
  "blockquote",
  "code",
]);

interface MailFrame {
  readonly sandbox: string;
  readonly policy: string;
  readonly names: readonly string[];
  readonly attributes: readonly string[];
}

/** Every channel, section and kind of mark in one packet. */
const EVERYTHING: PacketModel = {
  ...RESULTS,
  build: MISSED_VISIT.build,
  steps: [...RESULTS.steps, ...MISSED_VISIT.steps],
  test: MISSED_VISIT.test,
  claims: MISSED_VISIT.claims,
  since: MISSED_VISIT.since,
  subjects: MISSED_VISIT.subjects,
  approvals: MISSED_VISIT.approvals,
  pages: MISSED_VISIT.pages,
  audience: {
    ...MISSED_VISIT.audience,
    ...RESULTS.audience,
    caregiver: "with permission to schedule",
    segments: MISSED_VISIT.audience.segments,
    boundary: MISSED_VISIT.audience.boundary,
    waterfall: MISSED_VISIT.audience.waterfall,
  },
};

describe("hostile text in every field", () => {
  let harmless: unknown;
  beforeAll(async () => {
    const { page } = await open(browser, packetHtml(filledWith(EVERYTHING, "words, only")));
    harmless = await page.evaluate(STRUCTURE);
    await page.context().close();
  });

  test.each([...PAYLOADS, ...LONG_PAYLOADS])("%j", async (payload) => {
    const phone = { viewport: { width: 390, height: 844 } };
    const { page, happened } = await open(browser, packetHtml(filledWith(EVERYTHING, payload)), phone);
    expect(happened).toEqual([]);
    expect(
      await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"),
    ).toBeLessThanOrEqual(0);
    expect(await page.evaluate(MOVED)).toEqual([]);
    expect(await page.evaluate("window.pwned")).toBeUndefined();
    expect(await page.title()).toBe(`${visible(payload)}: review packet`.replaceAll(/[\s]+/g, " ").trim());
    expect(await page.evaluate(STRUCTURE)).toBe(harmless);
    for (const frame of (await page.evaluate(FRAMES)) as readonly MailFrame[]) {
      expect(frame.sandbox).toBe("");
      expect(frame.policy).toBe("default-src 'none'; style-src 'unsafe-inline'");
      expect(frame.names.filter((element) => !MAIL_ELEMENTS.has(element))).toEqual([]);
      expect(frame.attributes.filter((name) => name !== "class" && name !== "start")).toEqual([]);
    }
    await page.context().close();
  });
});

describe("a packet", () => {
  test("is the same bytes for the same model", () => {
    for (const model of [MISSED_VISIT, RESULTS]) {
      expect(packetHtml(JSON.parse(JSON.stringify(model)))).toBe(packetHtml(model));
    }
  });

  test("is balanced, and holds no script, handler, outside address to load or unseen character", async () => {
    const page = packetHtml(MISSED_VISIT);
    expect(page).not.toMatch(/<script|<link|<object|<base|<form|\son\w+=|@import|url\(/i);
    expect(page).not.toMatch(UNSEEN);
    expect(unbalanced(page)).toEqual([]);
    expect(page.length).toBeLessThan(220_000);
  });

  test("has landmarks, one h1, headings in order, captions, and heads with a scope", async () => {
    const { page } = await open(browser, packetHtml(MISSED_VISIT));
    const seen = (await page.evaluate(`({
      lang: document.documentElement.lang,
      landmarks: ['header', 'nav', 'main', 'footer'].map((name) => document.querySelectorAll('body > ' + name + ', .columns > ' + name).length),
      skip: document.querySelector('a')?.getAttribute('href'),
      levels: [...document.querySelectorAll('h1,h2,h3,h4,h5')].map((h) => Number(h.localName[1])),
      tables: [...document.querySelectorAll('table')].map((t) => t.caption?.textContent !== '' && [...t.querySelectorAll('th')].every((th) => th.scope !== '')),
      ids: [...document.querySelectorAll('[id]')].map((e) => e.id),
      broken: [...document.querySelectorAll('a[href^="#"]')].filter((a) => document.querySelector(a.getAttribute('href')) === null).length,
      named: [...document.querySelectorAll('iframe')].every((f) => f.title !== ''),
    })`)) as Record<string, unknown> & { levels: number[]; tables: boolean[]; ids: string[] };
    expect(seen).toMatchObject({
      lang: "en",
      landmarks: [1, 1, 1, 1],
      skip: "#main",
      broken: 0,
      named: true,
    });
    expect(seen.levels.filter((level) => level === 1)).toHaveLength(1);
    expect(seen.levels.every((level, i) => i === 0 || level <= (seen.levels[i - 1] ?? 0) + 1)).toBe(true);
    expect(seen.tables.every(Boolean)).toBe(true);
    expect(new Set(seen.ids).size).toBe(seen.ids.length);
    await page.context().close();
  });

  test("says what is empty in one line, in its place", () => {
    const page = packetHtml({
      ...RESULTS,
      findings: [],
      steps: [],
      claims: [],
      exposure: { parts: [], fields: [] },
    });
    for (const line of [
      "✔ Nothing was found.",
      "No step is written.",
      "No claim is made.",
      "No field is read.",
    ]) {
      expect(page).toContain(line);
    }
    const titles = (source: string) => [...source.matchAll(/<h2 id="(\w+)-title"/g)].map((match) => match[1]);
    expect(titles(page)).toEqual(titles(packetHtml(MISSED_VISIT)));
  });

  test("says how many wordings it leaves out, and when each is sent", () => {
    const page = packetHtml(RESULTS);
    expect(page).toContain("12 of at least 96 wordings shown");
    expect(page).toContain("<b>Sent when</b> the clinic is number 7");
  });

  test("never says that anything complies", () => {
    for (const model of [MISSED_VISIT, RESULTS])
      expect(packetHtml(model)).not.toMatch(/complian(?!ce\b)|compli(?:es|ed)\b|illegal/i);
  });
});

describe("the index", () => {
  test("lists what cannot be built first, and links to each packet", async () => {
    const page = indexHtml([MISSED_VISIT, RESULTS], "Maple Health");
    expect([...page.matchAll(/<h2><a href="([^"]*)"/g)].map((match) => match[1])).toEqual([
      "results-follow-up/packet.html",
      "missed-primary-care/packet.html",
    ]);
    const { page: shown, happened } = await open(browser, page, { viewport: { width: 360, height: 740 } });
    expect(happened).toEqual([]);
    expect(
      await shown.evaluate("document.documentElement.scrollWidth - window.innerWidth"),
    ).toBeLessThanOrEqual(0);
    await shown.context().close();
  });

  let harmless: unknown;
  beforeAll(async () => {
    const { page } = await open(browser, indexHtml([filledWith(MISSED_VISIT, "words, only")], "words, only"));
    harmless = await page.evaluate(STRUCTURE);
    await page.context().close();
  });

  test.each(PAYLOADS)("holds %j as text", async (payload) => {
    const { page, happened } = await open(browser, indexHtml([filledWith(MISSED_VISIT, payload)], payload));
    expect(happened).toEqual([]);
    expect(await page.evaluate(STRUCTURE)).toBe(harmless);
    await page.context().close();
  });
});

/** Elements that are opened and not closed, or closed and not open. */
function unbalanced(source: string): readonly string[] {
  const open: string[] = [];
  const stray: string[] = [];
  const withoutStyle = source.replaceAll(/<style>[\s\S]*?<\/style>/g, "");
  for (const [, close, name = "", rest = ""] of withoutStyle.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gi,
  )) {
    if (/^(?:meta|br|hr|img|input)$/.test(name) || rest.endsWith("/")) continue;
    if (close === "") open.push(name);
    else if (open.at(-1) === name) open.pop();
    else stray.push(`</${name}> in ${open.at(-1)}`);
  }
  return [...stray, ...open];
}
