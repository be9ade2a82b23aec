import type { Plan } from "../plan/index.ts";
import { heardSql, saidSql } from "./consent-sql.ts";
import { dueSql, dueTable } from "./due-sql.ts";
import {
  admittedSql,
  ENTRANT,
  enrolmentSql,
  enrolmentTable,
  firstSentSql,
  historySql,
  knownSql,
  standingSql,
} from "./enrolment-sql.ts";
import { CONSENT_FACTS, CONSENTS, consentsSql, eventFacts, visitFacts } from "./facts-sql.ts";
import { enrolledSql, poolSql, poolTable, type Reach } from "./people-sql.ts";
import { nextSql, progressSql, recipientSql } from "./recipient-sql.ts";
import { indented } from "./sql-words.ts";
import { createSql, type Filling, insertSql } from "./tick-table.ts";
import {
  addressSpentSql,
  askedSql,
  BY_CONTACT,
  BY_PACE,
  begunSql,
  byCapacity,
  CALLS_TODAY,
  decidedSql,
  personSpentSql,
  verdictSql,
} from "./verdict-sql.ts";

type Relations = readonly (readonly [name: string, sql: string])[];

/** A question, and the tables that must be filled before it, in order. */
export interface TickQuestion {
  readonly before: readonly Filling[];
  readonly question: string;
}

/**
 * What a plan asks of a roster at a tick: who is looked at, who of them is enrolled or enters, who of those is due, and, as
 * the question, what is decided about each recipient. The texts read the roster, `enrolments`, `ledger` and the small
 * relations that `openTick` fills, and are the same at every tick and on every engine.
 *
 * @param reach `some` judges only the patients of `tick_people`, as a claim does once more
 */
export function judgeQuestion(plan: Plan, reach: Reach = "everybody"): TickQuestion {
  const first: Relations = [["first_sent", firstSentSql(plan, reach)]];
  const looked = asked([["enrolled", enrolledSql(plan, reach)]], poolSql(plan, reach));
  const standing: Relations = [
    ["visit_facts", visitFacts(plan)],
    ["event_facts", eventFacts(plan)],
    ["consent_facts", CONSENT_FACTS],
    ["known", knownSql(plan)],
    ["standing", standingSql(plan)],
    ["entrant", ENTRANT],
    ...first,
    ["history", historySql(plan)],
    ["admitted", admittedSql(plan)],
  ];
  const following: Relations = [
    ["recipient", recipientSql(plan)],
    ["progress", progressSql(plan, reach)],
    ["upcoming", nextSql(plan)],
  ];
  const decided: Relations = [
    ["said", saidSql(plan)],
    ["heard", heardSql(plan)],
    ["asked", askedSql(plan)],
    ["person_spent", personSpentSql(plan)],
    ["address_spent", addressSpentSql(plan)],
    ...first,
    // The pace of a day is one for all, also where some are judged once more.
    ["begun", begunSql(plan)],
    ["verdict", verdictSql(plan)],
    ["by_contact", BY_CONTACT],
    ["by_pace", BY_PACE],
    ["by_capacity", byCapacity(plan)],
    ["calls_today", CALLS_TODAY],
  ];
  return {
    before: [
      { table: poolTable(plan), sql: looked },
      { table: CONSENTS, sql: consentsSql(plan) },
      { table: enrolmentTable(plan), sql: asked(standing, enrolmentSql(plan)) },
      { table: dueTable(plan), sql: asked(following, dueSql(plan)) },
    ],
    question: asked(decided, decidedSql(plan)),
  };
}

/**
 * The statements as one text, as `recare build` writes it beside a plan.
 *
 * @example judgeSql(plan) // "CREATE TEMP TABLE IF NOT EXISTS tick_pool_… "
 */
export function judgeSql(plan: Plan, reach: Reach = "everybody"): string {
  const { before, question } = judgeQuestion(plan, reach);
  const statements = before.flatMap((filling) => [
    createSql(filling.table),
    `DELETE FROM ${filling.table.name}`,
    insertSql(filling),
  ]);
  return [...statements, question].map((statement) => `${statement};\n`).join("\n");
}

/** A question over relations, each of which may read those before it. */
export function asked(relations: Relations, question: string): string {
  const withs = relations.map(([name, sql]) => `${name} AS (\n${indented(sql)}\n)`);
  return `WITH ${withs.join(",\n")}\n${question}`;
}
