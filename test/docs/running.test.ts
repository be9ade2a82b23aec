import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import excel from "exceljs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "../../src/cli/run.ts";
import { openDuckDb } from "../../src/database/index.ts";
import { AUTHOR, People, Repository } from "../approvals/repository.ts";
import { session } from "../cli/session.ts";
import { httpGateway, mailServer } from "../delivery/servers.ts";
import { hasSshKeygen } from "../review/ssh-keygen.ts";
import { writePeople } from "../run/csv-roster.ts";
import { postgresUrl } from "../support/postgres.ts";

/**
 * Every command of the pages on running is run, in the order of the page: where the page says `/srv`, `/etc` or `db`, there is
 * a folder or a server of this machine; of a line of cron, what it runs.
 */
const OPERATIONS = page("operations.md");
const ADAPTERS = page("adapters.md");

// Seconds on a machine of one's own.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

function page(name: string): string {
  return readFileSync(join(import.meta.dirname, "../../docs", name), "utf8");
}

/** Lines of shell in a page, without the schedule of cron. */
function commandsIn(text: string): readonly string[] {
  return [...text.matchAll(/^ {4}((?:[\d*/,-]+ +){5})?(recare .+)$/gm)].map(([, , command = ""]) => command);
}

/** What a page writes between backquotes within a sentence. */
function spansIn(text: string, begin: string): readonly string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, "");
  return [...new Set([...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span))].filter((span) =>
    span.startsWith(begin),
  );
}

let home = "";
let people: People;
let sms: Awaited<ReturnType<typeof httpGateway>>;
let mail: Awaited<ReturnType<typeof mailServer>>;
let places: readonly (readonly [written: string, here: string])[] = [];

beforeAll(async () => {
  if (!hasSshKeygen) return;
  home = mkdtempSync(join(tmpdir(), "recare-running-"));
  people = new People();
  const clinic = new Repository(people);
  await clinic.signAll();
  clinic.commit("Signed");
  cpSync(clinic.root, join(home, "campaigns"), { recursive: true });
  cpSync(join(clinic.root, "trust"), join(home, "trust"), { recursive: true });
  clinic.close();
  for (const folder of ["roster", "replies", "releases/missed-visit", "outbox/calls"])
    mkdirSync(join(home, folder), { recursive: true });
  writePeople(join(home, "roster"), 20);
  sms = await httpGateway([{ status: 200, body: '{"id": "SM1"}' }]);
  mail = await mailServer();
  places = [
    ["/etc/recare/trust", join(home, "trust")],
    ["/srv/releases", join(home, "releases")],
    ["/srv/export", join(home, "roster")],
    ["/srv/replies", join(home, "replies")],
    ["/var/log", home],
    ["postgres://recare@db/clinic", await postgresUrl()],
    ["<campaign>", "missed-visit"],
    ["<patient>", "P0017"],
  ];
});
afterAll(async () => {
  await sms?.close();
  await mail?.close();
  people?.close();
  if (home !== "") rmSync(home, { recursive: true, force: true });
});

/** A line of the page as a shell reads it: quotes, stars, and where its output goes. */
function wordsOf(line: string): { readonly words: readonly string[]; readonly to: string | undefined } {
  const here = places.reduce((text, [written, place]) => text.replaceAll(written, place), line);
  const [command = "", to] = here.split(" >> ");
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].flatMap(([, quoted, bare = ""]) => {
    if (quoted !== undefined) return [quoted];
    const [, folder, end = ""] = /^(.*)\/\*(\.\w+)?$/.exec(bare) ?? [];
    if (folder === undefined) return [bare];
    return readdirSync(folder).flatMap((name) => (name.endsWith(end) ? [join(folder, name)] : []));
  });
  return { words: words.slice(1), to };
}

async function recare(line: string, now: string) {
  const { words, to } = wordsOf(line);
  const given = session();
  const env = {
    RECARE_TODAY: now.slice(0, 10),
    RECARE_TRUST_REF: "main",
    RECARE_AUTHORS: AUTHOR,
    RECARE_SMS_URL: sms.url,
    RECARE_SMS_TOKEN: "token",
    RECARE_SMS_FROM: "+12175550100",
    RECARE_SMTP_HOST: "127.0.0.1",
    RECARE_SMTP_PORT: String(mail.port),
  };
  await run(words, { ...given, cwd: home, env, now: new Date(now) });
  if (to !== undefined) writeFileSync(to, given.said.out);
  return given.said;
}

async function rowsOf(sql: string) {
  const db = await openDuckDb({ file: join(home, "recare-ledger.duckdb") });
  try {
    return await db.rows(sql);
  } finally {
    await db.close();
  }
}

/** Files that the page takes for granted at a line. */
async function ready(line: string): Promise<void> {
  const [name] = wordsOf(line).words.slice(2);
  const reply = (from: string) => `at,from,body\n2026-11-30T17:00:00Z,${from},STOP\n`;
  if (line.includes("/srv/releases"))
    cpSync(join(home, "build/missed-visit/release.json"), join(home, "releases/missed-visit/release.json"));
  if (line.endsWith("replies.csv")) writeFileSync(join(home, "replies.csv"), reply("+12175550001"));
  if (line.includes("Appointment.ndjson")) {
    const participant = [{ actor: { reference: "Patient/P0002" } }];
    const booked = {
      resourceType: "Appointment",
      id: "A1",
      status: "booked",
      created: "2026-11-30T18:00:00Z",
    };
    writeFileSync(join(home, "Appointment.ndjson"), `${JSON.stringify({ ...booked, participant })}\n`);
  }
  if (line.includes("outbox/calls/")) {
    const [touch] = await rowsOf("SELECT touch_key FROM ledger WHERE patient_id = 'P0003'");
    const book = new excel.Workbook();
    const sheet = book.addWorksheet("calls");
    sheet.addRow(["Name", "Outcome", "Reason", "Touch"]);
    sheet.addRow(["Ana", "declined", "cost", String(touch?.touch_key)]);
    await book.xlsx.writeFile(join(home, name ?? ""));
  }
  if (line.includes("/srv/replies")) writeFileSync(join(home, "replies/today.csv"), reply("+12175550004"));
}

describe.skipIf(!hasSshKeygen)("the page on running", () => {
  it("has commands that run, day after day", async () => {
    const days = ["2026-11-27", "2026-11-30", "2026-12-01", "2026-12-04"];
    const commands = commandsIn(OPERATIONS);
    expect(commands.length).toBeGreaterThan(9);
    for (const line of commands) {
      await ready(line);
      // People enter on the first day, and get their text on a later one.
      const isSending = line.includes(" --send ");
      const before = sms.posted.length;
      for (const day of isSending ? days.splice(0, 2) : [days[0] ?? "2026-12-04"]) {
        const said = await recare(line, `${day}T16:30:00Z`);
        expect([line, said.code, said.code === 0 ? "" : said.err + said.out]).toEqual([line, 0, ""]);
      }
      if (isSending) expect(sms.posted.length - before).toBe(20);
    }
    expect(readFileSync(join(home, "recare.jsonl"), "utf8")).toMatch(/"sent":20/);
  });

  it("has questions to the ledger that it answers", async () => {
    const questions = spansIn(OPERATIONS, "SELECT ");
    expect(questions).toHaveLength(2);
    const [tasks = [], states = []] = await Promise.all(questions.map(rowsOf));
    expect(tasks.length).toBeGreaterThan(0);
    expect(states).toEqual([expect.objectContaining({ state: "sent", channel: "sms" })]);
  });

  it("names no command that there is not", async () => {
    const [touch] = await rowsOf("SELECT MIN(touch_key) AS touch_key FROM ledger");
    for (const text of [OPERATIONS, ADAPTERS]) {
      for (const span of spansIn(text, "recare ")) {
        const line = span.replace("<touch>", String(touch?.touch_key));
        const isName = /^recare [a-z]+( import)?$/.test(line);
        const said = await recare(isName ? `${line} --help` : line, "2026-12-02T17:00:00Z");
        expect([span, said.err]).toEqual([span, expect.not.stringMatching(/[Uu]nknown|missing|--help/)]);
      }
    }
  });

  it("names no option that there is not", async () => {
    const helps = await Promise.all(
      ["run", "build", "show", "events", "pause", "report"].map(
        async (command) => (await recare(`recare ${command} --help`, "2026-12-02T17:00:00Z")).out,
      ),
    );
    for (const text of [OPERATIONS, ADAPTERS]) {
      for (const span of spansIn(text, "--")) {
        const [option = ""] = span.split(/[ =]/);
        expect([option, helps.some((help) => help.includes(option))]).toEqual([option, true]);
      }
    }
  });
});

describe.skipIf(!hasSshKeygen)("the page on ways to people", () => {
  it("shows a request as it is made", () => {
    const [, head = "", body = ""] = /```http\n([\s\S]*?)\n\n(\{.*\})\n```/.exec(ADAPTERS) ?? [];
    const headers = [...head.matchAll(/^([\w-]+): (.+)$/gm)].map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      value.replace(/…/, "token").length,
    ]);
    const [made] = sms.posted;
    expect(head).toMatch(/^POST \/messages /);
    expect(headers.map(([name, length]) => [name, length])).toEqual(
      headers.map(([name = ""]) => [name, String(made?.headers[name]).length]),
    );
    expect(Object.keys(JSON.parse(made?.body ?? "{}")).sort()).toEqual(Object.keys(JSON.parse(body)).sort());
  });

  it("lists the ways that there are, the usual one first", async () => {
    const rows = [
      ...ADAPTERS.matchAll(/^\| (sms|email|letter|phone|portal) \| ([^|]+) \| [^|]*`(\w+)` \|$/gm),
    ];
    expect(rows).toHaveLength(5);
    for (const [, channel = "", ways = "", usual = ""] of rows) {
      const said = await recare(
        `recare run build/missed-visit --send --trust trust --via ${channel}=pigeon`,
        "2026-12-02T17:00:00Z",
      );
      const written = ways.replaceAll("`", "").trim();
      expect(said.err).toContain(`Ways of ${channel}: ${written}.`);
      expect(written.split(", ")).toContain(usual);
    }
  });

  it("lists every setting of the environment, and no other", () => {
    const source = readFileSync(join(import.meta.dirname, "../../src/cli/run/ways.ts"), "utf8");
    const named = (text: string) => [...new Set(text.match(/RECARE_[A-Z_]+/g))].sort();
    expect(named(ADAPTERS)).toEqual(named(source));
  });
});
