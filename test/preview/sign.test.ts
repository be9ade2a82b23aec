import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { APPROVAL_NAMESPACE } from "../../src/review/index.ts";
import { openBrowser } from "../packet/browser.ts";
import { hasSshKeygen, Keyring } from "../review/ssh-keygen.ts";
import { asked, type Prepare, type Running, running } from "./running.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const keys = new Keyring();
afterAll(() => keys.close());

/** Dana holds compliance, and her key is here; somebody else holds the other roles. */
const withTrust: Prepare = (folder) => {
  mkdirSync(join(folder, "trust"));
  writeFileSync(
    join(folder, "trust/roles.yaml"),
    "roles:\n  clinical: [eli@hello.example]\n  compliance: [dana@hello.example]\n  privacy: [eli@hello.example]\n  operations: [eli@hello.example]\n",
  );
  const line = (who: string) =>
    `${who}@hello.example namespaces="${APPROVAL_NAMESPACE}" ${readFileSync(`${keys.path(who)}.pub`, "utf8")
      .split(" ")
      .slice(0, 2)
      .join(" ")}\n`;
  writeFileSync(join(folder, "trust/allowed_signers"), line("dana"));
  return { RECARE_SIGNING_KEY: keys.path("dana") };
};

describe.skipIf(!hasSshKeygen)("signing at a click (needs ssh-keygen, which is not installed here)", () => {
  let browser: Browser;
  let preview: Running;
  let page: Page;
  beforeAll(async () => {
    keys.make("dana");
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    preview = await running("examples/hello-world", [], withTrust);
    page = await (await browser.newContext({ viewport: { width: 1200, height: 900 } })).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${preview.url}hello-world/`);
  }, 60_000);
  afterEach(async () => {
    await page.context().close();
    await preview.stop();
  });

  const approvals = () => {
    const folder = join(preview.folder, "approvals/hello-world");
    return existsSync(folder) ? readdirSync(folder).sort() : [];
  };

  async function opened(about: string): Promise<void> {
    await page.getByRole("button", { name: "Sign…" }).click();
    await page.locator("dialog li", { hasText: about }).getByRole("button").click();
  }

  test("a person reads, answers every question, and signs what ssh-keygen and recare verify accept", async () => {
    await opened("timing, as compliance");
    expect(await page.locator("dialog h2").innerText()).toBe("Sign timing, as compliance");
    const approve = page.getByRole("button", { name: "Approve", exact: true });
    const boxes = await page.getByRole("checkbox").all();
    if (boxes.length > 0) expect(await approve.isDisabled()).toBe(true);
    for (const box of boxes) await box.check();
    await approve.click();
    await page.getByRole("heading", { name: "Signed" }).waitFor();

    const [json, signature] = approvals();
    expect(signature).toBe(`${json}.sig`);
    const path = join(preview.folder, "approvals/hello-world", json ?? "");
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
      campaign: "hello-world",
      concern: "timing",
      meaning: "approved",
      role: "compliance",
      signer: "dana@hello.example",
    });
    const accepted = execFileSync(
      "ssh-keygen",
      [
        "-Y",
        "verify",
        "-f",
        join(preview.folder, "trust/allowed_signers"),
        "-I",
        "dana@hello.example",
        "-n",
        APPROVAL_NAMESPACE,
        "-s",
        `${path}.sig`,
      ],
      { input: readFileSync(path) },
    ).toString();
    expect(accepted).toContain("Good");

    await page.getByRole("button", { name: "Sign another" }).click();
    const row = page.locator("dialog li", { hasText: "timing, as compliance" });
    await row.waitFor();
    expect(await row.innerText()).toContain("timing, as compliance: valid");
    expect(await row.getByRole("button").count()).toBe(0);
  });

  test("only roles that the signer holds can be signed, and a rejection says why", async () => {
    await page.getByRole("button", { name: "Sign…" }).click();
    const theirs = page.locator("dialog li", { hasText: "as privacy" });
    await theirs.waitFor();
    expect(await theirs.getByRole("button").count()).toBe(0);
    await page.locator("dialog li", { hasText: "audience, as compliance" }).getByRole("button").click();
    const reject = page.getByRole("button", { name: "Reject" });
    expect(await reject.isDisabled()).toBe(true);
    await page.locator("dialog textarea").fill("Fourteen days are too many.");
    await reject.click();
    await page.getByRole("heading", { name: "Signed" }).waitFor();
    const [json = ""] = approvals();
    expect(
      JSON.parse(readFileSync(join(preview.folder, "approvals/hello-world", json), "utf8")),
    ).toMatchObject({
      meaning: "rejected",
      comment: "Fourteen days are too many.",
    });
  });

  test("the dialog has nothing that axe objects to", async () => {
    await opened("timing, as compliance");
    await page.evaluate(AXE);
    const found = await page.evaluate(
      `axe.run("dialog").then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))`,
    );
    expect(found).toEqual([]);
  });

  describe("is refused", () => {
    const body = (more: object = {}) =>
      JSON.stringify({
        campaign: "hello-world",
        concern: "timing",
        language: null,
        role: "compliance",
        digest: digest(),
        meaning: "approved",
        answers: 0,
        comment: "",
        ...more,
      });
    let signable: { signoffs: readonly { concern: string; digest: string; questions: readonly string[] }[] };
    const timing = () => signable.signoffs.find(({ concern }) => concern === "timing");
    const digest = () => timing()?.digest ?? "";
    const own = () => {
      const { host, origin } = new URL(preview.url);
      return { Host: host, Origin: origin, "Content-Type": "application/json" };
    };
    beforeEach(async () => {
      const answer = await asked(`${preview.url}signoffs?campaign=hello-world`);
      signable = JSON.parse(answer.text);
    });

    test.each([
      { what: "a page elsewhere", headers: { Origin: "http://evil.example" } },
      { what: "a page that hides where it is", headers: { Origin: "null" } },
      { what: "another port of this machine", headers: { Origin: "http://127.0.0.1:1" } },
      { what: "a form", headers: { "Content-Type": "text/plain" } },
      { what: "a browser that says cross-site", headers: { "Sec-Fetch-Site": "cross-site" } },
    ])("to $what", async ({ headers }) => {
      const sent = { method: "POST", headers: { ...own(), ...headers }, body: body() };
      expect((await asked(`${preview.url}sign`, sent)).status).toBe(403);
      expect(approvals()).toEqual([]);
    });

    test("without an origin, without the secret part, and by reading", async () => {
      const { Origin: _, ...rest } = own();
      expect(
        (await asked(`${preview.url}sign`, { method: "POST", headers: rest, body: body() })).status,
      ).toBe(403);
      const elsewhere = `${new URL(preview.url).origin}/${"A".repeat(32)}/sign`;
      expect((await asked(elsewhere, { method: "POST", headers: own(), body: body() })).status).toBe(404);
      expect((await asked(`${preview.url}sign`)).status).toBe(405);
      expect(approvals()).toEqual([]);
    });

    test("of content that is not what was shown", async () => {
      const file = join(preview.folder, "hello-world.yaml");
      const shown = body({ answers: timing()?.questions.length });
      writeFileSync(
        file,
        readFileSync(file, "utf8").replace("    channel: sms", "    channel: sms\n    wait: 2 days"),
      );
      const sent = { method: "POST", headers: own(), body: shown };
      const { status, text } = await asked(`${preview.url}sign`, sent);
      expect(status).toBe(422);
      expect(text).toContain("The content has changed since it was shown.");
      expect(approvals()).toEqual([]);
    });

    test.each([
      ["in a role that the signer does not hold", { concern: "privacy", role: "privacy" }],
      ["with a question left open", { answers: -1 }],
      ["of a campaign that is not there", { campaign: "../hello-world" }],
    ])("%s", async (_, more) => {
      const right = signable.signoffs.find(
        ({ concern }) => concern === ("concern" in more ? more.concern : "timing"),
      );
      const sent = {
        method: "POST",
        headers: own(),
        body: body({ digest: right?.digest, answers: right?.questions.length, ...more }),
      };
      expect((await asked(`${preview.url}sign`, sent)).status).toBe(422);
      expect(approvals()).toEqual([]);
    });

    test.each(["", "{", "[]", "null", '{"campaign":1}', `{"comment":"${"x".repeat(20_000)}"}`])(
      "of what is no request: %.20s",
      async (text) => {
        const { status } = await asked(`${preview.url}sign`, { method: "POST", headers: own(), body: text });
        expect(status).toBe(400);
        expect(approvals()).toEqual([]);
      },
    );
  });
});
