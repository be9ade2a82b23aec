import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from "playwright-core";
import manifest from "../../package.json" with { type: "json" };

/**
 * The real Chromium that the tests print with. It comes from npm and is unpacked once to the temporary folder; a
 * machine on which it does not start fails the test, because a packet that no browser has seen proves nothing.
 */
export async function openBrowser(): Promise<Browser> {
  const home = await unpacked();
  return playwright.launch({
    executablePath: join(home, "chromium"),
    env: { ...process.env, FONTCONFIG_FILE: join(home, "fonts.conf") },
    args: ["--no-sandbox", "--headless=shell", "--no-zygote", "--disable-gpu", "--font-render-hinting=none"],
  });
}

/** Unpacked to a folder of its own and moved into place, so that two test runs at once never see half a file. */
async function unpacked(): Promise<string> {
  const version = manifest.devDependencies["@sparticuz/chromium"];
  const before = process.env.TMPDIR;
  const shared = tmpdir();
  const home = join(shared, `recare-chromium-${version}`);
  if (existsSync(join(home, "fonts.conf"))) return home;
  const making = mkdtempSync(join(shared, "recare-chromium-"));
  try {
    process.env.TMPDIR = making;
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  writeFileSync(join(making, "fonts.conf"), FONTS.replace("HOME", home));
  try {
    renameSync(making, home);
  } catch {
    // Another run was faster, and its copy is as good.
    rmSync(making, { recursive: true, force: true });
  }
  return home;
}

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>HOME/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <alias binding="same"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>ui-monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;

/** A page with all that must not happen to it: console messages, errors, dialogs, requests, windows. */
export interface Watched {
  readonly page: Page;
  readonly happened: readonly string[];
}

/** Opens a document as a reviewer does, from a file, and writes down everything that it tries. */
export async function open(
  browser: Browser,
  document: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const folder = mkdtempSync(join(tmpdir(), "recare-packet-"));
  const file = join(folder, "packet.html");
  writeFileSync(file, document);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const happened: string[] = [];
  page.on("console", (message) => happened.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => happened.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", () => happened.push("popup"));
  page.on("download", () => happened.push("download"));
  page.on("request", (request) => {
    if (request.url() !== `file://${file}` && request.url() !== "about:srcdoc")
      happened.push(`request: ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  rmSync(folder, { recursive: true, force: true });
  return { page, happened };
}
