import {
  type Condition,
  type ConditionJson,
  type FieldSpec,
  fieldsOf,
  fromJson,
  literalCutOffs,
  type SqlWords,
  sqlFalse,
  sqlTrue,
} from "../../audience/index.ts";
import type { IsoDate } from "../../calendar/index.ts";
import { type Database, quotedName, sqlText } from "../../database/index.ts";
import type { Plan, PlanCondition } from "../../plan/index.ts";
import { keepTemporarily } from "../replace-relation.ts";
import { readTable } from "../set-aside.ts";
import { rosterTable, tableOfRoot } from "../tables.ts";
import { QUALIFYING } from "./row-check.ts";

/** People whom one line of an audience keeps out only because a fact is blank. */
export interface BlankCost {
  readonly line: string;
  readonly fields: readonly string[];
  readonly people: number;
  /** Of a hundred records that the line was asked of, so many have no answer; rounded down. */
  readonly blankPercent: number;
}

/** How many people a campaign would write to, and where the others went. */
export interface CampaignReach {
  readonly campaign: string;
  /** People with a record that the campaign could be about. */
  readonly people: number;
  /** Of them, those for whom every line of include is true, and every line of exclude definitely false. */
  readonly qualify: number;
  /** Of those, people with a number or address for at least one step whose consent allows it. */
  readonly reachable: number;
  readonly blanks: readonly BlankCost[];
  /** Lines that only the judge can answer, and that count as passed here. */
  readonly leftToJudge: readonly string[];
}

interface Line {
  readonly english: string;
  readonly paths: readonly string[];
  readonly passes: string;
  readonly unknown: string;
}

/**
 * Counts a campaign's people as the judge's conditions would, on one day, before enrolment, caps and hours. People whose rows
 * cannot be read are counted too, so that their cost is seen.
 */
export async function reachOf(db: Database, plan: Plan, today: IsoDate): Promise<CampaignReach> {
  const { campaign } = plan.identity;
  const { lines, leftToJudge } = linesOf(plan, today);
  const from = recordsSql(plan);
  const all = lines.length === 0 ? "TRUE" : lines.map(({ passes }) => passes).join(" AND ");
  await db.run(
    `INSERT INTO ${QUALIFYING} SELECT DISTINCT ${sqlText(campaign)} AS campaign, patient.patient_id FROM ${from} WHERE ${all}`,
  );
  const [count] = await db.rows(
    `SELECT COUNT(DISTINCT patient.patient_id) AS people, COUNT(DISTINCT CASE WHEN ${all} THEN patient.patient_id END) AS qualify,
COUNT(DISTINCT CASE WHEN ${all} AND (${reachableSql(plan)}) THEN patient.patient_id END) AS reachable FROM ${from}`,
  );
  const blanks: BlankCost[] = [];
  for (const [index, line] of lines.entries()) {
    const others = lines.filter((_, other) => other !== index).map(({ passes }) => passes);
    const [lost] = await db.rows(
      `SELECT COUNT(DISTINCT CASE WHEN ${[line.unknown, ...others].join(" AND ")} THEN patient.patient_id END) AS people,
COUNT(CASE WHEN ${line.unknown} THEN 1 END) AS unknown, COUNT(*) AS records FROM ${from}`,
    );
    const people = Number(lost?.people ?? 0);
    const records = Number(lost?.records ?? 0);
    const blankPercent = records === 0 ? 0 : Math.floor((Number(lost?.unknown ?? 0) * 100) / records);
    if (people > 0) blanks.push({ line: line.english, fields: line.paths, people, blankPercent });
  }
  return {
    campaign,
    people: Number(count?.people ?? 0),
    qualify: Number(count?.qualify ?? 0),
    reachable: Number(count?.reachable ?? 0),
    blanks,
    leftToJudge,
  };
}

function linesOf(plan: Plan, today: IsoDate): { lines: readonly Line[]; leftToJudge: readonly string[] } {
  const fields = fieldsOfPlan(plan);
  const words: SqlWords = {
    fields,
    cutOff: literalCutOffs(today),
    column: (path) => path.split(".").map(quotedName).join("."),
  };
  const isAnswered = (condition: Condition) =>
    [...fieldsOf(condition)].every(
      (path) => fields.has(path) && tableOfRoot(path.split(".")[0] ?? "") !== undefined,
    );
  const line = (written: PlanCondition, wanted: boolean): Line | string => {
    const condition = fromJson(written.tree as ConditionJson);
    if (condition === undefined || !isAnswered(condition)) return written.english;
    const [isTrue, isFalse] = [sqlTrue(condition, words), sqlFalse(condition, words)];
    return {
      english: written.english,
      paths: [...fieldsOf(condition)],
      passes: wanted ? isTrue : isFalse,
      unknown: `(NOT ${isTrue} AND NOT ${isFalse})`,
    };
  };
  const { include, exclude } = plan.audience;
  const read = [...include.map((each) => line(each, true)), ...exclude.map((each) => line(each, false))];
  return {
    lines: read.filter((each) => typeof each !== "string"),
    leftToJudge: read.filter((each) => typeof each === "string"),
  };
}

/** The fields of a plan that are columns. */
function fieldsOfPlan(plan: Plan): ReadonlyMap<string, FieldSpec> {
  const at = { file: "plan.json", start: 0, end: 0 };
  return new Map(
    plan.audience.fields.flatMap(({ path, type, values, blank_means_no, derived }): [string, FieldSpec][] => {
      if (derived !== null) return [];
      return [
        [path, { path, type: typeOf(type, values ?? []), blankMeansNo: blank_means_no, declaredAt: at }],
      ];
    }),
  );
}

function typeOf(kind: string, values: readonly string[]): FieldSpec["type"] {
  switch (kind) {
    case "one-of":
    case "many-of":
      return { kind, values };
    case "yes-no":
    case "code":
    case "number":
    case "date":
    case "name":
    case "phone":
      return { kind };
    default:
      return { kind: "text" };
  }
}

/** The records of the anchor with their patient, and the records that belong to each of them alone. */
function recordsSql({ audience: { anchor } }: Plan): string {
  const table = tableOfRoot(anchor);
  if (table === undefined || anchor === "patient") return `${readTable("patients")} patient`;
  const own = quotedName(anchor);
  const parents = table.columns.flatMap(({ name, names }) => {
    if (names === undefined || names === "patients") return [];
    const { root, key } = rosterTable(names);
    if (root === undefined || key === undefined) return [];
    return [
      `LEFT JOIN ${readTable(names)} ${quotedName(root)} ON ${quotedName(root)}.${quotedName(key)} = ${own}.${quotedName(name)}`,
    ];
  });
  return [
    `${readTable(table.name)} ${own} JOIN ${readTable("patients")} patient ON patient.patient_id = ${own}.patient_id`,
    ...parents,
  ].join(" ");
}

const ADDRESS: Readonly<Record<string, string>> = {
  sms: "patient.phone IS NOT NULL",
  phone: "patient.phone IS NOT NULL",
  email: "patient.email IS NOT NULL",
  letter: "patient.address_line_1 IS NOT NULL AND patient.postal_code IS NOT NULL",
  portal: "patient.portal_id IS NOT NULL",
};

/** Where the latest word of each person and channel is kept. */
export const LATEST_CONSENT = "roster_latest_consent";

/** The latest word on each channel: `all` speaks for every one, and of two at the same instant the refusal counts. */
export async function keepLatestConsent(db: Database): Promise<void> {
  await keepTemporarily(
    db,
    LATEST_CONSENT,
    `SELECT patient_id, channel, state FROM (
  SELECT patient_id, channel, state, ROW_NUMBER() OVER (PARTITION BY patient_id, channel ORDER BY recorded_at DESC, state DESC) AS latest
  FROM (SELECT c.patient_id, named.channel AS channel, c.state, c.recorded_at FROM ${readTable("consents")} c
    JOIN (VALUES ('sms'), ('email'), ('phone'), ('letter'), ('portal')) named(channel) ON c.channel = named.channel OR c.channel = 'all'
    WHERE c.caregiver_id IS NULL) spoken) ranked
WHERE latest = 1`,
  );
}

function reachableSql(plan: Plan): string {
  const channels = [
    ...new Set(plan.steps.filter(({ to }) => to === "patient").map(({ channel }) => channel)),
  ].sort();
  if (channels.length === 0) return "FALSE";
  return channels
    .map((channel) => {
      const latest = (state: string) =>
        `EXISTS (SELECT 1 FROM ${LATEST_CONSENT} said WHERE said.patient_id = patient.patient_id AND said.channel = ${sqlText(channel)} AND said.state = '${state}')`;
      const consent =
        plan.consent.channels[channel] === "opt-in" ? latest("granted") : `NOT ${latest("revoked")}`;
      return `(${ADDRESS[channel] ?? "FALSE"} AND ${consent})`;
    })
    .join(" OR ");
}
