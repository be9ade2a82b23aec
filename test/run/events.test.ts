import excel from "exceljs";
import { describe, expect, it } from "vitest";
import { type Database, openDuckDb, openPostgres } from "../../src/database/index.ts";
import { spokenCode } from "../../src/delivery/index.ts";
import {
  type IncomingEvent,
  importEvents,
  readCsv,
  readFhir,
  readJsonLines,
  readXlsx,
} from "../../src/run/index.ts";
import { planOf } from "../delivery/plans.ts";
import { postgresUrl } from "../support/postgres.ts";
import { fill } from "./roster.ts";

const PLANS = new Map([["missed-visit", planOf("missed-visit")]]);
const NOW = "2026-11-25 16:00:00";

const PEOPLE = [
  { id: "P1", phone: "+12175550101", email: "one@example.test" },
  { id: "P2", phone: "(217) 555-0102" },
  { id: "P3", phone: "217-555-0102" },
];

async function ledger(db?: Database): Promise<Database> {
  const open = db ?? (await openDuckDb());
  await fill(open, PEOPLE);
  const columns =
    "touch_key, campaign, patient_id, anchor_id, entry, step, step_no, recipient, channel, address, team, arm, language, state, claimed_at, run_id, plan_digest";
  const touch = (key: string, patient: string, at: string) =>
    `('${key}', 'missed-visit', '${patient}', 'v-${patient}', 1, 'text-1', 1, 'patient', 'sms', 'x', 'north_scheduling', 'a', 'en', 'sent', '${at}', 'r', 'd')`;
  await open.run(
    `INSERT INTO ledger (${columns}) VALUES ${touch("t1", "P1", "2026-11-24 15:00:00")}, ${touch("t2", "P2", "2026-11-24 15:00:00")}, ${touch("t3", "P3", "2026-11-25 15:00:00")}`,
  );
  return open;
}

const events = (db: Database) =>
  db.rows(
    'SELECT patient_id, kind, campaign, anchor_id, reason FROM received_events ORDER BY patient_id, kind, "at"',
  );
const tasks = (db: Database) =>
  db.rows("SELECT patient_id, kind, team, due_at, closed_at FROM tasks ORDER BY patient_id, kind");

const text = (body: string, from = "+12175550101", at = "2026-11-25 15:30:00") => `${at},${from},"${body}"`;
const csv = (...rows: readonly string[]) => readCsv(`at,from,body\n${rows.join("\n")}\n`, NOW).events;

async function imported(db: Database, list: readonly IncomingEvent[], now = NOW) {
  return importEvents(db, list, PLANS, () => now);
}

it("a STOP ends everything on every channel, and is known when it comes again", async () => {
  const db = await ledger();
  const file = csv(text("S.T.O.P!"));
  expect(await imported(db, file)).toMatchObject({ recorded: 1, known: 0, stops: 1, tasks: 0, left: [] });
  expect(await imported(db, file)).toMatchObject({ recorded: 0, known: 1, stops: 0 });
  expect(await events(db)).toMatchObject([
    { patient_id: "P1", kind: "stop", campaign: "missed-visit", anchor_id: "v-P1" },
  ]);
  expect(await db.rows("SELECT patient_id, channel, state FROM received_consents")).toEqual([
    { patient_id: "P1", channel: "all", state: "revoked" },
  ]);
});

it("a STOP from a clock that is ahead holds at once; a task that is said to be closed later does not go away before", async () => {
  const db = await ledger();
  await imported(db, csv(text("STOP", "+12175550101", "2026-11-25 21:30:00")));
  await imported(
    db,
    readJsonLines('{"patient_id":"P2","kind":"task_closed","at":"2026-11-25T21:00:00Z"}').events,
  );
  const at = await db.rows('SELECT kind, "at" FROM received_events ORDER BY kind');
  expect(at).toEqual([
    { kind: "stop", at: NOW },
    { kind: "task_closed", at: "2026-11-25 21:00:00" },
  ]);
  expect(await db.rows("SELECT recorded_at FROM received_consents")).toEqual([{ recorded_at: NOW }]);
  expect(await imported(db, csv(text("STOP", "+12175550101", "2026-11-25 21:30:00")))).toMatchObject({
    known: 1,
  });
});

it("whoever shares a number shares its refusal; all else is about whom was written to last", async () => {
  const db = await ledger();
  await imported(db, csv(text("baja", "2175550102"), text("Tuesday?", "12175550102")));
  expect(await events(db)).toMatchObject([
    { patient_id: "P2", kind: "stop" },
    { patient_id: "P3", kind: "replied" },
    { patient_id: "P3", kind: "stop" },
  ]);
});

it("words that may take consent back hold everything until somebody has read them", async () => {
  const db = await ledger();
  expect(await imported(db, csv(text("please do not text me about this, it is private")))).toMatchObject({
    held: 1,
    tasks: 1,
  });
  expect(await events(db)).toMatchObject([{ patient_id: "P1", kind: "task_opened", campaign: null }]);
  expect(await tasks(db)).toMatchObject([
    // Thanksgiving follows, and then a Friday.
    { patient_id: "P1", kind: "may_revoke", team: "north_scheduling", closed_at: null },
  ]);
  await imported(
    db,
    readJsonLines('{"patient_id":"P1","kind":"task_closed","at":"2026-11-25T17:00:00Z"}').events,
  );
  expect(await tasks(db)).toMatchObject([{ closed_at: "2026-11-25 17:00:00" }]);
});

it.each([
  ["clinical_question", undefined, "nurse_triage", "2026-11-25 16:00:00"],
  ["urgent_words", undefined, "nurse_triage", "2026-11-25 15:35:00"],
  ["declined", "cost", "north_scheduling", "2026-11-27 15:30:00"],
  ["declined", "side_effects", "nurse_triage", "2026-11-25 16:00:00"],
  ["wrong_person", undefined, "records", "2026-11-27 15:30:00"],
  ["booked", undefined, "north_scheduling", "2026-11-25 19:30:00"],
])("%s (%s) goes to %s by the playbook, due %s", async (kind, reason, team, due) => {
  const db = await ledger();
  const line = JSON.stringify({ event_id: "e1", patient_id: "P1", kind, reason, at: "2026-11-25 15:30:00" });
  expect(await imported(db, readJsonLines(line).events)).toMatchObject({ recorded: 1, tasks: 1 });
  const [task] = await tasks(db);
  expect(task).toMatchObject({ team });
  expect([due, due.replace("11-27", "11-26")]).toContain(task?.due_at);
});

it("somebody in danger is a nurse's within minutes, also from a text", async () => {
  const db = await ledger();
  await imported(db, csv(text("I have chest pain")));
  expect(await events(db)).toMatchObject([{ kind: "urgent_words" }]);
  expect(await tasks(db)).toMatchObject([{ team: "nurse_triage", due_at: "2026-11-25 15:35:00" }]);
});

it("somebody in danger who may take consent back is a nurse's, and nothing more is sent meanwhile", async () => {
  const db = await ledger();
  const file = csv(text("stop I have chest pain"));
  expect(await imported(db, file)).toMatchObject({ recorded: 2, held: 1, tasks: 2 });
  expect(await imported(db, file)).toMatchObject({ recorded: 0, known: 2 });
  expect(await events(db)).toMatchObject([
    { kind: "task_opened", campaign: null },
    { kind: "urgent_words", campaign: "missed-visit" },
  ]);
});

it("a word that a campaign states opts out like those of the law", async () => {
  const db = await ledger();
  const plan = planOf("missed-visit");
  const { opt_out } = plan.declarations;
  if (opt_out === null) throw new Error("the plan says nothing of opting out");
  const words = {
    ...plan,
    declarations: { ...plan.declarations, opt_out: { ...opt_out, words: ["arrêt"] } },
  };
  const plans = new Map([["missed-visit", words]]);
  expect(await importEvents(db, csv(text("ARRET!")), plans, () => NOW)).toMatchObject({ stops: 1, held: 0 });
});

it("asks for help are the gateway's to answer", async () => {
  const db = await ledger();
  expect(await imported(db, csv(text("HELP")))).toMatchObject({ help: 1, recorded: 0 });
});

it("tells rows that are about nobody, and says so of a STOP", async () => {
  const db = await ledger();
  const report = await imported(db, csv(text("hello", "+13125550199"), text("STOP", "+13125550199")));
  expect(report.left).toEqual([
    { row: 2, why: "nobody of the roster and the ledger has this from." },
    {
      row: 3,
      why: "nobody of the roster and the ledger has this from. It may be a STOP: find out whose it is before anything more is sent.",
    },
  ]);
});

describe("files", () => {
  it("a call worklist comes back with outcomes", async () => {
    const db = await ledger();
    const list =
      '\ufeffName,Phone,Outcome,Reason,Notes,Touch\r\nAna,1,declined,cost,"\'=no money",t1\r\nEva,2,,,,t2\r\n';
    const read = readCsv(list, NOW);
    expect(read.events).toHaveLength(1);
    expect(await imported(db, read.events)).toMatchObject({ recorded: 1, tasks: 1 });
    expect(await imported(db, readCsv(list, "2026-11-26 09:00:00").events)).toMatchObject({
      recorded: 0,
      known: 1,
    });
    expect(await events(db)).toMatchObject([{ patient_id: "P1", kind: "declined", reason: "cost" }]);
  });

  it("a worklist in a workbook is the same list, with the rows that staff see", async () => {
    const db = await ledger();
    const book = new excel.Workbook();
    const sheet = book.addWorksheet("north_scheduling");
    sheet.addRow(["Name", "Phone", "Outcome", "Reason", "Notes", "Touch"]);
    sheet.addRow(["Eva", "2", null, null, null, "t2"]);
    sheet.addRow(["Ana", 1, { richText: [{ text: "decl" }, { text: "ined" }] }, "cost", "'=no money", "t1"]);
    sheet.addRow([]);
    sheet.addRow(["Kim", "3", "perhaps", null, null, "t3"]);
    const file = new Uint8Array(await book.xlsx.writeBuffer());
    const { events: read, unreadable } = await readXlsx(file, NOW);
    expect(unreadable).toEqual([{ row: 5, why: '"perhaps" is no kind of event' }]);
    expect(await imported(db, read)).toMatchObject({ recorded: 1, tasks: 1 });
    const list = "Name,Phone,Outcome,Reason,Notes,Touch\r\nAna,1,declined,cost,'=no money,t1\r\n";
    expect(await imported(db, readCsv(list, NOW).events)).toMatchObject({ recorded: 0, known: 1 });
  });

  it.each([
    ["no workbook", new TextEncoder().encode("Name,Outcome\n")],
    ["nothing", new Uint8Array()],
    ["half a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
  ])("%s is refused", async (_, bytes) => {
    await expect(readXlsx(bytes, NOW)).rejects.toThrow();
  });

  it("rows that nobody can read are told, with what to write", () => {
    const { events, unreadable } = readCsv(
      "event_id,patient_id,kind,at\n1,P1,bookd,2026-11-25 15:00:00\n2,P1,booked,yesterday\n3,,booked,2026-11-25 15:00:00\n4,P1,,2026-11-25 15:00:00\n5,P1,booked,2026-02-30 15:00:00\n",
      NOW,
    );
    expect(events).toEqual([]);
    expect(unreadable.map(({ row, why }) => `${row}: ${why}`)).toEqual([
      '2: "bookd" is no kind of event; did you mean "booked"?',
      "3: its time cannot be read: write `at` as 2026-11-26 15:04:05 (UTC) or with its offset",
      "4: it does not tell whose it is: give patient_id, touch or from",
      "5: it has neither a kind nor a text, so nobody can tell what happened",
      "6: its time cannot be read: write `at` as 2026-11-26 15:04:05 (UTC) or with its offset",
    ]);
  });

  it("instants with an offset are the same instants", () => {
    const { events } = readJsonLines(
      '{"patient_id":"P1","kind":"booked","at":"2026-11-25T09:04:05-06:00"}\nnonsense\n',
    );
    expect(events).toMatchObject([{ at: "2026-11-25 15:04:05" }]);
  });

  it("FHIR: replies, bookings, visits that took place", async () => {
    const db = await ledger();
    const lines = [
      {
        resourceType: "Communication",
        id: "c1",
        sender: { reference: "Patient/P1" },
        received: "2026-11-25T15:00:00Z",
        payload: [{ contentString: "cancel" }],
      },
      {
        resourceType: "Appointment",
        id: "a1",
        status: "booked",
        created: "2026-11-25T15:00:00Z",
        participant: [{ actor: { reference: "https://ehr.example/Patient/P2" } }],
        serviceType: [{ coding: [{ code: "annual-exam" }] }],
      },
      {
        resourceType: "Appointment",
        id: "a1",
        status: "fulfilled",
        start: "2026-11-30T15:00:00Z",
        participant: [{ actor: { reference: "Patient/P2" } }],
      },
      { resourceType: "Appointment", id: "a2", status: "cancelled" },
      { resourceType: "Observation" },
      { resourceType: "Communication", payload: [] },
    ];
    const read = readFhir(lines.map((line) => JSON.stringify(line)).join("\n"));
    expect(read.unreadable).toEqual([{ row: 6, why: "the Communication does not say when it happened" }]);
    expect(await imported(db, read.events, "2026-12-01 16:00:00")).toMatchObject({ recorded: 3, stops: 1 });
    expect((await events(db)).map(({ patient_id, kind }) => `${patient_id} ${kind}`)).toEqual([
      "P1 stop",
      "P2 booked",
      "P2 completed",
    ]);
  });
});

it("PostgreSQL: the same, with the lock that claims take", async () => {
  const db = await openPostgres(await postgresUrl(), { schema: "events_import" });
  await ledger(db);
  expect(await imported(db, csv(text("STOP"), text("Salir", "2175550102")))).toMatchObject({
    recorded: 3,
    stops: 3,
  });
  expect(await imported(db, csv(text("STOP")))).toMatchObject({ known: 1 });
  await db.close();
});

describe("by what an answer is tied to a step", () => {
  const codes = async (db: Database) =>
    (await db.rows("SELECT kind, code FROM received_events ORDER BY event_id")).map(
      ({ kind, code }) => `${kind} ${code}`,
    );
  const OWN = spokenCode("missed-visit", "text-1");

  it.each([
    ["code", "K7QD"],
    ["link", "https://mpl.example/r?x=1"],
    ["number", "+12175550142"],
    ["Code heard", "K7QD"],
  ])("a table may say it in a column %s", async (column, said) => {
    const db = await ledger();
    await imported(
      db,
      readCsv(`at,patient_id,kind,${column}\n2026-11-25T15:00:00Z,P1,booked,${said}\n`, NOW).events,
    );
    expect(await codes(db)).toEqual([`booked ${said}`]);
  });

  it("FHIR says it in an extension", async () => {
    const db = await ledger();
    const booked = {
      resourceType: "Appointment",
      id: "A1",
      status: "booked",
      created: "2026-11-25T15:00:00Z",
      participant: [{ actor: { reference: "Patient/P1" } }],
      extension: [{ url: "https://recare.dev/fhir/field/link", valueString: "mpl.example/r" }],
    };
    await imported(db, readFhir(JSON.stringify(booked)).events);
    expect(await codes(db)).toEqual(["booked mpl.example/r"]);
  });

  it("a call list is of its own call, unless staff heard another code", async () => {
    const db = await ledger();
    const list = "Name,Outcome,Reason,Code heard,Notes,Touch\nAna,booked,,,,t1\nEva,booked,,K7QD,,t2\n";
    await imported(db, readCsv(list, NOW).events);
    expect((await codes(db)).sort()).toEqual([`booked ${OWN}`, "booked K7QD"].sort());
  });

  it("whoever only answered last says nothing of it", async () => {
    const db = await ledger();
    await imported(db, readCsv("at,from,kind\n2026-11-25T15:00:00Z,+12175550101,booked\n", NOW).events);
    expect(await codes(db)).toEqual(["booked null"]);
  });
});
