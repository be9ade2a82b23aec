import { createHash } from "node:crypto";
import type { Database, SqlValue } from "../../database/index.ts";
import { spokenCode } from "../../delivery/index.ts";
import type { Plan } from "../../plan/index.ts";
import { DECLINE_REASONS, type EventKind } from "../../roster/index.ts";
import type { Instant } from "../instant.ts";
import { lockContacts, rememberContacts } from "../ledger/contacts.ts";
import { chunks } from "../placeholders.ts";
import { openTasks } from "../tasks.ts";
import type { IncomingEvent, UnreadableEvent } from "./event.ts";
import { meaningOf, type ReplyMeaning, stopWordsOf } from "./reply-words.ts";
import { routeOf } from "./routes.ts";
import { type Whose, whoseEvents } from "./whose.ts";

export interface ImportReport {
  /** Written now. */
  readonly recorded: number;
  /** Known from an earlier import. */
  readonly known: number;
  /** People who opted out by this file. */
  readonly stops: number;
  /** People for whom everything waits until somebody has read their reply. */
  readonly held: number;
  readonly tasks: number;
  /** Who asked for help: the gateway answers with the words of `sms_help`. */
  readonly help: number;
  /** Records that are about nobody whom we know, and those that cannot be read. */
  readonly left: readonly UnreadableEvent[];
}

/** What an event says: a text may say two things. */
interface Reading {
  readonly kind: EventKind;
  /** Nothing is sent to the person on any campaign until somebody has read it. */
  readonly mayRevoke: boolean;
}

/** An event with whom it is about, as it is written. */
interface Settled extends Reading {
  readonly id: string;
  readonly event: IncomingEvent;
  readonly whose: Whose;
}

/**
 * Writes down what came back. An event that is read again changes nothing. A stop holds from the next claim on: it takes
 * the lock that claims take.
 *
 * @param plans the latest plan of each campaign that ran
 * @param now the clock, asked when the locks are held: what was claimed before was claimed before the stop was recorded
 */
export async function importEvents(
  db: Database,
  events: readonly IncomingEvent[],
  plans: ReadonlyMap<string, Plan>,
  now: () => Instant,
): Promise<ImportReport> {
  const find = await whoseEvents(db, events);
  const left: UnreadableEvent[] = [];
  const settled: Settled[] = [];
  const stopWords = stopWordsOf(plans.values());
  let help = 0;
  for (const event of events) {
    const meaning = event.kind === undefined ? meaningOf(event.text ?? "", stopWords) : undefined;
    if (meaning === "help") {
      help++;
      continue;
    }
    const readings = readingsOf(event, meaning);
    const people = find(event);
    if (people.length === 0) {
      left.push({ row: event.row, why: unmatched(event, readings) });
      continue;
    }
    for (const reading of readings) {
      // Whoever shares a number shares its refusal; all else was said by whoever was written to last.
      const isForAll = reading.kind === "stop" || reading.kind === "wrong_person" || reading.mayRevoke;
      for (const whose of isForAll ? people : people.slice(0, 1))
        settled.push({ id: idOf(event, whose, reading), event, whose, ...reading });
    }
  }
  const counts = { recorded: 0, known: 0, tasks: 0 };
  const stopped = new Set<string>();
  const held = new Set<string>();
  for (const some of chunks(settled, 500)) {
    const contacts = some.map(({ whose }) => `patient ${whose.patient}`);
    await rememberContacts(db, contacts);
    await db.transaction(async (open) => {
      await lockContacts(open, contacts, "wait");
      const at = now();
      for (const each of some.map((known) => notAhead(known, at))) {
        const isNew = await write(open, each, plans, at);
        counts[isNew ? "recorded" : "known"]++;
        if (!isNew) continue;
        const { kind, whose, mayRevoke } = each;
        if (kind === "stop") stopped.add(whose.patient);
        if (mayRevoke) held.add(whose.patient);
        counts.tasks += await route(open, each, plans, at);
      }
    });
  }
  return { ...counts, stops: stopped.size, held: held.size, help, left };
}

const HOLD = { kind: "task_opened", mayRevoke: true } as const;

/**
 * What has come in has happened, whatever the sender's clock or zone says: a STOP must not wait until our clock is there. That
 * somebody closed a task counts from its own instant, since it lets messages go on.
 */
function notAhead(each: Settled, now: Instant): Settled {
  if (each.kind === "task_closed" || each.event.at <= now) return each;
  return { ...each, event: { ...each.event, at: now } };
}

/** What an event is. Words that nobody classed are a reply: everything waits until a person has read it. */
function readingsOf({ kind }: IncomingEvent, meaning: ReplyMeaning | undefined): readonly Reading[] {
  if (kind !== undefined) return [{ kind, mayRevoke: false }];
  switch (meaning) {
    case "urgent":
      return [{ kind: "urgent_words", mayRevoke: false }];
    case "urgent, may revoke":
      return [{ kind: "urgent_words", mayRevoke: false }, HOLD];
    case "stop":
      return [{ kind: "stop", mayRevoke: false }];
    case "may revoke":
      return [HOLD];
    default:
      return [{ kind: "replied", mayRevoke: false }];
  }
}

function unmatched(event: IncomingEvent, readings: readonly Reading[]): string {
  const by = event.touch !== undefined ? "touch" : event.patient !== undefined ? "patient_id" : "from";
  const isUrgent = readings.some(({ kind, mayRevoke }) => kind === "stop" || mayRevoke);
  const urgent = isUrgent ? " It may be a STOP: find out whose it is before anything more is sent." : "";
  return `nobody of the roster and the ledger has this ${by}.${urgent}`;
}

/** The sender's number of an event, for each person whom it is about; else what it says, which is the same when it comes again. */
function idOf(event: IncomingEvent, { patient, caregiver }: Whose, { mayRevoke }: Reading): string {
  const { row: _, id, ...content } = event;
  const own = id ?? createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 32);
  return [own, patient, ...(caregiver === null ? [] : [caregiver]), ...(mayRevoke ? ["hold"] : [])].join(" ");
}

async function write(
  db: Database,
  each: Settled,
  plans: ReadonlyMap<string, Plan>,
  now: Instant,
): Promise<boolean> {
  const { id, event, whose, kind, mayRevoke } = each;
  const reason =
    DECLINE_REASONS.find((known) => known === event.reason) ?? (event.reason === undefined ? null : "other");
  const values: Readonly<Record<string, SqlValue>> = {
    event_id: id,
    patient_id: whose.patient,
    kind,
    at: event.at,
    caregiver_id: whose.caregiver,
    channel: event.channel ?? null,
    // A hold is on everything that is sent, not on one campaign.
    campaign: mayRevoke ? null : whose.campaign,
    anchor_id: whose.anchor,
    visit_id: event.visit ?? null,
    visit_type: event.visitType ?? null,
    code: event.code ?? ownCode(whose),
    reason,
    detail: event.text?.slice(0, 500) ?? null,
    recorded_at: now,
  };
  const columns = Object.keys(values);
  const cells = columns.map((name) =>
    /^(?:at|recorded_at)$/.test(name) ? `CAST(:${name} AS TIMESTAMP)` : `:${name}`,
  );
  const written = await db.run(
    `INSERT INTO received_events (${columns.map((name) => `"${name}"`).join(", ")}) VALUES (${cells.join(", ")})
ON CONFLICT (event_id) DO NOTHING`,
    values,
  );
  if (written === 0) return false;
  if (kind === "stop") await revoke(db, each, plans);
  if (kind === "task_closed") {
    await db.run(
      "UPDATE tasks SET closed_at = CAST(:at AS TIMESTAMP) WHERE patient_id = :patient AND closed_at IS NULL AND opened_at <= CAST(:at AS TIMESTAMP)",
      { patient: whose.patient, at: event.at },
    );
  }
  return true;
}

/** Of a call list that comes back filled in, or an answer that names its touch: the code that tells the step. */
function ownCode({ campaign, step }: Whose): string | null {
  return campaign === null || step === null ? null : spokenCode(campaign, step);
}

/** On every channel, unless the campaign's policy says that a refusal reaches only the channel on which it came. */
async function revoke(
  db: Database,
  { id, event, whose }: Settled,
  plans: ReadonlyMap<string, Plan>,
): Promise<void> {
  const policy = plans.get(whose.campaign ?? "")?.declarations.opt_out?.reaches ?? "every-channel";
  await db.run(
    `INSERT INTO received_consents (event_id, patient_id, caregiver_id, channel, state, recorded_at, source)
VALUES (:event_id, :patient_id, :caregiver_id, :channel, 'revoked', CAST(:at AS TIMESTAMP), 'reply') ON CONFLICT (event_id) DO NOTHING`,
    {
      event_id: id,
      patient_id: whose.patient,
      caregiver_id: whose.caregiver,
      channel: policy === "every-channel" ? "all" : (event.channel ?? "all"),
      at: event.at,
    },
  );
}

async function route(
  db: Database,
  each: Settled,
  plans: ReadonlyMap<string, Plan>,
  now: Instant,
): Promise<number> {
  const { id, event, whose, kind, mayRevoke } = each;
  const plan = plans.get(whose.campaign ?? "") ?? [...plans.values()][0];
  const route = routeOf(mayRevoke ? "may_revoke" : kind, event.reason, plan, whose, event.at);
  if (route === undefined) return 0;
  const campaign = whose.campaign ?? "";
  const task = { key: id, campaign, patient_id: whose.patient, anchor_id: whose.anchor, ...route };
  return openTasks(db, [task], now);
}
