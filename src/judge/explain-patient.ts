import { sqlFalse, sqlTrue } from "../audience/index.ts";
import type { Database, SqlRow } from "../database/index.ts";
import type { Plan } from "../plan/index.ts";
import { knownSql } from "./enrolment-sql.ts";
import { CHANNEL_WORDS, excludedInWords, inWords } from "./explain-words.ts";
import { CONSENT_FACTS, CONSENTS, consentsSql, eventFacts, visitFacts } from "./facts-sql.ts";
import type { Instant } from "./instant.ts";
import { asked, type TickQuestion } from "./judge-sql.ts";
import { answered, judgeAgain } from "./judge-tick.ts";
import { campaignIds, enrolledSql, poolSql, poolTable } from "./people-sql.ts";
import { anchorTable, conditionOf, conditionWords } from "./plan-fields.ts";
import { openTick } from "./tick.ts";

/** Why somebody did or did not get a message, as sentences in the order in which things happened. */
export interface Explanation {
  readonly patient: string;
  /** The person is in the campaign at this instant, or enters at it. */
  readonly isEnrolled: boolean;
  readonly lines: readonly string[];
}

/**
 * Explains in words what a campaign did for one patient and what it does now, step by step. Where the patient is not in the
 * campaign, each record that it could be about is held against each condition.
 *
 * @example (await explainPatient(db, plan, now, "P1")).lines[0] // "P1 is in missed-visit since 2026-11-24 16:00:00 UTC …"
 */
export async function explainPatient(
  db: Database,
  plan: Plan,
  now: Instant,
  patient: string,
): Promise<Explanation> {
  const [found] = await db.rows("SELECT patient_id FROM patients WHERE patient_id = :patient", { patient });
  const past = await pastLines(db, plan, patient);
  const decisions = await judgeAgain(db, plan, now, [patient]);
  if (decisions.length > 0) {
    const [first] = decisions;
    const entered = first?.enters
      ? `${patient} enters ${plan.identity.campaign} now`
      : `${patient} is in ${plan.identity.campaign} since ${first?.entered_at} UTC`;
    const about = [
      plan.audience.anchor === "patient" ? "" : `${plan.audience.anchor} ${first?.anchor_id}`,
      first?.segment === null ? "" : `segment ${first?.segment}`,
      plan.assign.test === null ? "" : `arm ${first?.arm}`,
    ].filter((part) => part !== "");
    const present = decisions.map((decision) => {
      const who = decision.recipient === "patient" ? "" : ` for caregiver ${decision.recipient}`;
      return `${decision.step ?? "The campaign"}${who}: ${inWords(plan, decision)}`;
    });
    return {
      patient,
      isEnrolled: true,
      lines: [`${entered}${about.length > 0 ? ` (${about.join(", ")})` : ""}.`, ...past, ...present],
    };
  }
  if (found === undefined) {
    return { patient, isEnrolled: false, lines: [`The roster has no patient ${patient}.`, ...past] };
  }
  return {
    patient,
    isEnrolled: false,
    lines: [
      `${patient} is not in ${plan.identity.campaign}.`,
      ...past,
      ...(await whyNot(db, plan, now, patient)),
    ],
  };
}

/** What the ledger and earlier enrolments say, oldest first. */
async function pastLines(db: Database, plan: Plan, patient: string): Promise<readonly string[]> {
  const touches = await db.rows(
    `SELECT step, recipient, channel, address, state, why, COALESCE(settled_at, claimed_at) AS happened
FROM ledger WHERE campaign IN ${campaignIds(plan)} AND patient_id = :patient
ORDER BY claimed_at, step_no, recipient COLLATE "C"`,
    { patient },
  );
  const ended = await db.rows(
    `SELECT anchor_id, entered_at, ended_at, ended_why FROM enrolments
WHERE campaign IN ${campaignIds(plan)} AND patient_id = :patient AND state = 'ended' ORDER BY ended_at`,
    { patient },
  );
  return [...touches.map(touchInWords), ...ended.map(endInWords)];
}

function touchInWords({ step, recipient, channel, address, state, why, happened }: SqlRow): string {
  const who = recipient === "patient" ? "" : ` for caregiver ${recipient}`;
  const by = CHANNEL_WORDS.get(String(channel)) ?? channel;
  const because = why === null ? "" : ` (${why})`;
  switch (state) {
    case "sent":
      return `${step}${who}: sent by ${by} to ${address} at ${happened} UTC.`;
    case "skipped":
      return `${step}${who}: left out at ${happened} UTC${because}.`;
    case "parked":
      return `${step}${who}: parked at ${happened} UTC${because}; it may or may not have left.`;
    default:
      return `${step}${who}: claimed at ${happened} UTC and not settled yet.`;
  }
}

function endInWords({ anchor_id, entered_at, ended_at, ended_why }: SqlRow): string {
  return `Was in the campaign for ${anchor_id} from ${entered_at} to ${ended_at} UTC, until: ${ended_why}.`;
}

/** Each record that the campaign could be about, with every condition that keeps the patient out. */
async function whyNot(db: Database, plan: Plan, now: Instant, patient: string): Promise<readonly string[]> {
  const values = await openTick(db, plan, now, {}, [patient]);
  const rows = await answered(db, conditionQuestion(plan), values);
  const name = anchorTable(plan).anchor ?? "patient";
  if (rows.length === 0) return [`There is no ${name.replace("_", " ")} of this patient in the roster.`];
  const lines = rows.flatMap((row) => {
    const reasons = [
      ...plan.audience.include.flatMap(({ english }, at) =>
        row[`include_${at + 1}`] === true ? [] : [`this is not true: ${english}`],
      ),
      ...plan.audience.exclude.flatMap((_, at) =>
        row[`exclude_${at + 1}`] === true ? [] : [excludedInWords(plan, `exclude ${at + 1}`)],
      ),
      ...(row.is_adult === true ? [] : [excludedInWords(plan, "minor")]),
      ...(row.is_in_use === true ? [] : [excludedInWords(plan, "record not in use")]),
      ...(row.stopped_by === null ? [] : [`${row.stopped_by}`]),
    ];
    const told = reasons.length > 0 ? reasons : [notYet(plan, values.accepts_entries === true)];
    return told.map(
      (reason) => `${name === "patient" ? "Not chosen" : `${name} ${row.anchor_id}`}: ${reason}.`,
    );
  });
  return lines;
}

function notYet({ audience }: Plan, isOpen: boolean): string {
  if (!isOpen) return "the campaign takes nobody in today";
  return audience.re_enter === "never"
    ? "the patient was in the campaign before, and nobody enters twice"
    : "the patient was in the campaign before and may enter again when the goal's window is over, or a later record was chosen";
}

/** The pool of one patient before any condition, and what each condition says. */
function conditionQuestion(plan: Plan): TickQuestion {
  const words = conditionWords(plan);
  const { include, exclude } = plan.audience;
  const columns = [
    ...include.map((condition, at) => `${sqlTrue(conditionOf(condition), words)} AS include_${at + 1}`),
    ...exclude.map((condition, at) => `${sqlFalse(conditionOf(condition), words)} AS exclude_${at + 1}`),
    "(s.birth_date IS NOT NULL AND s.birth_date <= CAST(:adults_born_by AS DATE)) AS is_adult",
    "(s.record_status IS NULL OR s.record_status = 'active') AS is_in_use",
    "s.stopped_by AS stopped_by",
  ];
  const relations: readonly (readonly [string, string])[] = [
    ["visit_facts", visitFacts(plan)],
    ["event_facts", eventFacts(plan)],
    ["consent_facts", CONSENT_FACTS],
    ["known", knownSql(plan)],
  ];
  const question = asked(
    relations,
    `SELECT s.anchor_id AS anchor_id, ${columns.join(", ")}
FROM known s
WHERE s.enters
ORDER BY s.anchor_id COLLATE "C"`,
  );
  return {
    before: [
      {
        table: poolTable(plan),
        sql: asked([["enrolled", enrolledSql(plan, "some")]], poolSql(plan, "some", "all")),
      },
      { table: CONSENTS, sql: consentsSql(plan) },
    ],
    question,
  };
}
