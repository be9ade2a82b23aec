import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "../../src/cli/run.ts";
import { releaseText } from "../../src/review/index.ts";
import { session } from "../cli/session.ts";
import { httpGateway, mailServer } from "../delivery/servers.ts";
import { Clinic } from "../review/signing.ts";
import { hasSshKeygen } from "../review/ssh-keygen.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { writeRoster } from "./csv-roster.ts";

const [compiled] = compileTexts(BASE.files).plans;
if (compiled === undefined) throw new Error("the base workspace gives no plan");
const clinic = hasSshKeygen ? new Clinic() : undefined;

// Seconds on a machine of one's own.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let folder = "";
let sms: Awaited<ReturnType<typeof httpGateway>>;
let mail: Awaited<ReturnType<typeof mailServer>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "recare-release-"));
  mkdirSync(join(folder, "roster"));
  writeRoster(join(folder, "roster"));
  mkdirSync(join(folder, "trust"));
  for (const [path, text] of Object.entries(clinic?.trustFiles ?? {}))
    writeFileSync(join(folder, path), text);
  const text = releaseText(compiled.plan, clinic?.signAll(compiled) ?? [], ["mark@agency.example"]);
  writeFileSync(join(folder, "release.json"), text);
  writeFileSync(join(folder, "edited.json"), text.replace("We missed you", "We need you"));
  sms = await httpGateway([{ status: 200, body: '{"id": "SM1"}' }]);
  mail = await mailServer();
});
afterAll(async () => {
  await sms.close();
  await mail.close();
  clinic?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One command line in the clinic's folder, at an instant. */
async function recare(now: string, ...args: readonly string[]) {
  const env = {
    RECARE_SMS_URL: sms.url,
    RECARE_SMS_TOKEN: "s3cr3t-token",
    RECARE_SMTP_HOST: "127.0.0.1",
    RECARE_SMTP_PORT: String(mail.port),
  };
  const given = session();
  await run(args, { ...given, cwd: folder, env, now: new Date(now) });
  return given.said;
}

const send = (now: string, ...more: readonly string[]) =>
  recare(now, "run", "release.json", "--roster", "roster", "--send", "--trust", "trust", ...more);

describe.skipIf(clinic === undefined)("a signed release", () => {
  it.each([
    ["is refused with a word changed after signing", ["edited.json"], "may not be sent"],
    ["is refused when its signatures have ended", ["release.json"], "may not be sent"],
  ])("%s", async (_, plans, why) => {
    const now = plans[0] === "release.json" ? "2028-01-01T16:00:00Z" : "2026-11-24T16:00:00Z";
    const said = await recare(now, "run", ...plans, "--roster", "roster", "--send", "--trust", "trust");
    expect(said).toMatchObject({ code: 2, out: "", err: expect.stringContaining(why) });
    expect(sms.posted).toEqual([]);
  });

  it("carries people from day to day by text, mail, call list and letter, and lets them stop", async () => {
    expect(await send("2026-11-23T16:00:00Z")).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/^0 sent\./),
    });
    expect(await send("2026-11-24T16:30:00Z")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^3 sent\./),
    });
    expect(sms.posted.map(({ body }) => JSON.parse(body).to).sort()).toEqual([
      "+12175550101",
      "+12175550102",
      "+12175550103",
    ]);
    expect(sms.posted[0]?.headers.authorization).toBe("Bearer s3cr3t-token");

    writeFileSync(join(folder, "replies.csv"), "at,from,body\n2026-11-25T12:00:00Z,+1 217 555 0102,Alto!\n");
    const imported = await recare("2026-11-25T12:05:00Z", "events", "import", "replies.csv");
    expect(imported).toMatchObject({ code: 0, out: "replies.csv: 1 event recorded, 1 person opted out.\n" });

    expect(await send("2026-11-27T17:00:00Z")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 sent\./),
    });
    expect(mail.mails).toHaveLength(1);
    expect(mail.mails[0]).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");

    expect(
      await recare("2026-11-27T17:00:00Z", "pause", "missed-visit", "--why", "complaints"),
    ).toMatchObject({ code: 0 });
    expect(await send("2026-12-02T17:00:00Z")).toMatchObject({
      code: 1,
      out: expect.stringContaining("missed-visit is paused"),
    });
    await recare("2026-12-02T17:00:00Z", "pause", "missed-visit", "--resume");

    expect(await send("2026-12-02T17:00:00Z")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^2 sent\./),
    });
    expect(readdirSync(join(folder, "outbox/calls")).filter((name) => !name.startsWith("."))).toEqual([
      "north_scheduling-2026-12-02.csv",
      "north_scheduling-2026-12-02.xlsx",
    ]);
    const calls = readFileSync(join(folder, "outbox/calls/north_scheduling-2026-12-02.csv"), "utf8");
    expect(calls).toContain("217-555-0101");
    expect(calls).not.toContain("217-555-0102");
  });

  it("tells later, word by word, what somebody received and why not more", async () => {
    const ana = await recare("2026-12-02T18:00:00Z", "show", "P1");
    expect(ana.out).toContain("text-1 (sms) sent\n    to +12175550101, reference SM1, plan sha256:");
    expect(ana.out).toContain("    │ Maple Health: Hi Ana. We missed you at your visit.");
    const eva = await recare("2026-12-02T18:00:00Z", "show", "P2");
    expect(eva.out).toContain("stop to missed-visit");
    expect(eva.out).toContain("leaves missed-visit: exit:opted out");
    expect(await recare("2026-12-02T18:00:00Z", "show", "--parked")).toMatchObject({
      out: "Nothing is in doubt.\n",
    });
    expect(await recare("2026-12-02T18:00:00Z", "show", "P9")).toMatchObject({ code: 2 });
  });

  it("lets people finish on the plan that they began with, as long as its signatures hold", async () => {
    const edited = new Map(
      [...BASE.files].map(([path, text]) => [path, text.replaceAll("We missed you", "We did not see you")]),
    );
    const [changed] = compileTexts(edited).plans;
    if (clinic === undefined || changed === undefined) throw new Error("the changed workspace gives no plan");
    expect(changed.digest).not.toBe(compiled.digest);
    const text = releaseText(changed.plan, clinic.signAll(changed), ["mark@agency.example"]);
    writeFileSync(join(folder, "second.json"), text);
    const second = (now: string, ...more: readonly string[]) =>
      recare(
        now,
        "run",
        "second.json",
        "--roster",
        "roster",
        "--send",
        "--trust",
        "trust",
        "--ledger",
        "two.duckdb",
        ...more,
      );
    const before = sms.posted.length;
    await send("2026-11-23T16:00:00Z", "--ledger", "two.duckdb");
    await second("2026-11-24T16:30:00Z");
    const texts = sms.posted.slice(before).map(({ body }) => String(JSON.parse(body).text));
    expect(texts).toHaveLength(3);
    for (const words of texts) expect(words).toMatch(/We missed you|No pudimos verle/);
    const migrated = await second("2026-11-24T16:40:00Z", "--migrate");
    expect(migrated.err).toContain("3 people go on by second.json.");
    await second("2026-11-27T17:00:00Z");
    expect(mail.mails.join()).toContain("We did not see you");
  });

  it("sends nothing by a way that is not there, and says which", async () => {
    const said = await recare(
      "2026-12-03T17:00:00Z",
      ...["run", "release.json", "--send", "--trust", "trust", "--via", "email=pigeon"],
    );
    expect(said).toMatchObject({ code: 2, err: expect.stringContaining('email does not go by "pigeon"') });
  });

  it("shows no secret in anything that it wrote", async () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name)).includes("s3cr3t-token"), name).toBe(false);
  });
});
