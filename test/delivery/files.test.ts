import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import excel from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type CallMessage,
  callsChannel,
  composerOf,
  fhirChannel,
  filesChannel,
  type Message,
  neutralCell,
} from "../../src/delivery/index.ts";
import { REPLY_KINDS } from "../../src/model/index.ts";
import { PLANS, planOf, recordOf, touchOf } from "./plans.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "recare-delivery-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function messageOf(
  campaign: string,
  step: string,
  key: string,
  more: Parameters<typeof recordOf>[1] = {},
): Message {
  const plan = planOf(campaign);
  const made = composerOf(plan)(touchOf(plan, step, { touch_key: key }), recordOf({}, more));
  if (made.kind !== "message") throw new Error(made.why);
  return made.message;
}

describe("messages as JSON lines", () => {
  const path = () => join(folder, "messages.jsonl");
  const lines = () => readFileSync(path(), "utf8").split("\n");

  it("have one line for a touch, however often it is sent", async () => {
    for (let run = 0; run < 2; run++) {
      const channel = filesChannel(path());
      for (const key of ["a", "b", "a"]) await channel.send(messageOf("missed-visit", "text-1", key), key);
      await channel.close();
    }
    expect(lines()).toHaveLength(3);
    expect(
      lines()
        .slice(0, 2)
        .map((line) => JSON.parse(line).touch),
    ).toEqual(["a", "b"]);
  });

  it("lose a line that a crash left half written, and no other", async () => {
    const first = filesChannel(path());
    await first.send(messageOf("missed-visit", "text-1", "a"), "a");
    await first.close();
    appendFileSync(path(), '{"touch":"b","text":"half');
    const second = filesChannel(path());
    await second.send(messageOf("missed-visit", "text-1", "b"), "b");
    await second.close();
    expect(
      lines()
        .slice(0, -1)
        .map((line) => JSON.parse(line).touch),
    ).toEqual(["a", "b"]);
  });

  it("hold nothing back and nothing of the page's making", async () => {
    const channel = filesChannel(path());
    for (const { identity, steps } of PLANS)
      for (const step of steps) {
        const key = `${identity.campaign}-${step.id}`;
        const touch = touchOf(planOf(identity.campaign), step.id, { touch_key: key });
        const made = composerOf(planOf(identity.campaign))(touch, recordOf());
        if (made.kind === "message") await channel.send(made.message, key);
      }
    await channel.close();
    expect(lines().length).toBeGreaterThan(8);
    expect(lines().join("")).not.toMatch(/[\uf700-\uf77f]/);
  });
});

describe("a call worklist", () => {
  const call = (key: string, more: Partial<CallMessage> = {}): CallMessage => {
    const message = messageOf("missed-visit", "call-1", key);
    if (message.channel !== "phone") throw new Error("no call");
    return { ...message, ...more };
  };

  async function written(calls: readonly CallMessage[]) {
    const channel = callsChannel(folder, "2026-11-26");
    for (const one of calls) await channel.send(one, one.touch);
    await channel.close();
    const path = join(folder, "north_scheduling-2026-11-26");
    const rows: Record<string, string>[] = parse(readFileSync(`${path}.csv`), { columns: true, bom: true });
    const book = new excel.Workbook();
    await book.xlsx.readFile(`${path}.xlsx`);
    return { rows, sheet: book.worksheets[0] };
  }

  it("has the script, the code to say, and a list of outcomes to choose from", async () => {
    const { rows, sheet } = await written([call("a"), call("b", { language: "es" })]);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      Name: "Ana Rivera",
      Phone: "217-555-0123",
      "Say first": "Hello, this is [your name] from Maple Health. May I speak with Ana?",
      Verify: "full name, date of birth",
      "Code to say": call("a").code,
      Outcome: "",
      Touch: "a",
    });
    expect(rows[0]?.["If they say"]).toContain("other time: We can look at early, late or video times.");
    const outcome = sheet?.getRow(2).getCell(16);
    expect(sheet?.getRow(1).getCell(16).value).toBe("Outcome");
    expect(outcome?.dataValidation).toMatchObject({
      type: "list",
      formulae: [`"${REPLY_KINDS.join(",")}"`],
    });
  });

  it("adds to the list of the day, and repeats nobody", async () => {
    await written([call("a")]);
    const { rows, sheet } = await written([call("a"), call("b")]);
    expect(rows.map(({ Touch }) => Touch)).toEqual(["a", "b"]);
    expect(sheet?.rowCount).toBe(3);
  });

  it("has everybody who was handed over before a crash", async () => {
    const channel = callsChannel(folder, "2026-11-26");
    await channel.send(call("a"), "a");
    await channel.flush?.();
    // Killed: nothing is closed.
    const list = parse(readFileSync(join(folder, "north_scheduling-2026-11-26.csv")), {
      columns: true,
      bom: true,
    });
    expect(list).toMatchObject([{ Touch: "a" }]);
    await channel.close();
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1", "＝1"])(
    "makes no formula of %j",
    async (name) => {
      const { rows, sheet } = await written([call("a", { name })]);
      expect(rows[0]?.Name?.startsWith("'")).toBe(true);
      expect(sheet?.getRow(2).getCell(1).type).toBe(excel.ValueType.String);
      expect(String(sheet?.getRow(2).getCell(1).value).startsWith("'")).toBe(true);
    },
  );

  it.each(["Ana", "O'Neil", "Anne-Marie", "2175550123", ""])("leaves %j as it is", (text) => {
    expect(neutralCell(text)).toBe(text);
  });

  it("keeps the files to those who may read them", async () => {
    await written([call("a")]);
    expect(readdirSync(folder).length).toBe(3);
  });
});

it("FHIR: a task for a call, a request for all else, one resource a touch", async () => {
  for (let run = 0; run < 2; run++) {
    const channel = fhirChannel(folder);
    for (const [step, key] of [
      ["text-1", "k1"],
      ["call-1", "k2"],
      ["email-1", "k3"],
      ["letter-1", "k4"],
    ] as const)
      await channel.send(messageOf("missed-visit", step, key), key);
    await channel.close();
  }
  const read = (type: string) =>
    readFileSync(join(folder, `${type}.ndjson`), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  expect(read("Task")).toMatchObject([
    {
      resourceType: "Task",
      id: "k2",
      status: "requested",
      intent: "order",
      for: { reference: "Patient/p-1" },
    },
  ]);
  const requests = read("CommunicationRequest");
  expect(requests.map(({ id }) => id)).toEqual(["k1", "k3", "k4"]);
  for (const request of requests)
    expect(request).toMatchObject({ status: "active", subject: { reference: "Patient/p-1" } });
  expect(requests[0].payload).toEqual([{ contentString: expect.stringContaining("Hi Ana.") }]);
});
