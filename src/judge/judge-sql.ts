import type { Plan } from "../plan/index.ts";
import {
  admittedSql,
  ENTRANT,
  enrolmentSql,
  firstSentSql,
  historySql,
  knownSql,
  standingSql,
} from "./enrolment-sql.ts";
import { CONSENT_FACTS, eventFacts, VISIT_FACTS } from "./facts-sql.ts";
import { enrolledSql, poolSql, type Reach } from "./people-sql.ts";
import {
  dueSql,
  lineSql,
  nextSql,
  progressSql,
  READY,
  reachableSql,
  recipientSql,
  saidSql,
} from "./recipient-sql.ts";
import { indented } from "./sql-words.ts";
import {
  ADDRESS_SPENT,
  askedSql,
  BY_CONTACT,
  BY_PACE,
  byCapacity,
  CALLS_TODAY,
  decidedSql,
  PERSON_SPENT,
  verdictSql,
} from "./verdict-sql.ts";

/**
 * The one question that a plan asks of a roster at a tick, as portable SQL: who is in the campaign, and what is decided
 * about each of their recipients. It reads the roster, `enrolments`, `ledger` and the small relations `tick_…` that
 * `openTick` fills, and is the same text at every tick and on every engine.
 *
 * @param reach `some` judges only the patients of `tick_people`, as a claim does once more
 * @example judgeSql(plan) // "WITH enrolled AS (\n  SELECT …"
 */
export function judgeSql(plan: Plan, reach: Reach = "everybody"): string {
  const relations: readonly (readonly [name: string, sql: string])[] = [
    ["enrolled", enrolledSql(plan, reach)],
    ["pool", poolSql(plan, reach)],
    ["visit_facts", VISIT_FACTS],
    ["event_facts", eventFacts(plan)],
    ["consent_facts", CONSENT_FACTS],
    ["known", knownSql(plan)],
    ["standing", standingSql(plan)],
    ["entrant", ENTRANT],
    ["first_sent", firstSentSql(plan)],
    ["history", historySql(plan)],
    ["admitted", admittedSql(plan)],
    ["enrolment", enrolmentSql(plan)],
    ["recipient", recipientSql(plan)],
    ["progress", progressSql(plan)],
    ["upcoming", nextSql(plan)],
    ["due", dueSql(plan)],
    ["ready", READY],
    ["line", lineSql(plan)],
    ["said", saidSql(plan)],
    ["reachable", reachableSql(plan)],
    ["asked", askedSql(plan)],
    ["person_spent", PERSON_SPENT],
    ["address_spent", ADDRESS_SPENT],
    ["verdict", verdictSql(plan)],
    ["by_contact", BY_CONTACT],
    ["by_pace", BY_PACE],
    ["by_capacity", byCapacity(plan)],
    ["calls_today", CALLS_TODAY],
  ];
  const withs = relations.map(([name, sql]) => `${name} AS (\n${indented(sql)}\n)`);
  return `WITH ${withs.join(",\n")}\n${decidedSql(plan)}\n`;
}
