import { addMonths, type IsoDate } from "../../calendar/index.ts";
import { type Database, quotedName, sqlText } from "../../database/index.ts";
import { keepTemporarily } from "../replace-relation.ts";
import { readTable } from "../set-aside.ts";
import type { TableName } from "../table.ts";
import { rowsWhere } from "./codes.ts";
import { counted, type RowCheck } from "./row-check.ts";

/** Phone numbers that libphonenumber calls no number, where the SQL of the checks can ask for them. */
const NO_NUMBERS = "roster_no_numbers";
const PEOPLE: readonly TableName[] = ["patients", "caregivers"];
/** A number that nobody confirmed for so long may have a new owner: about 35 million US numbers change hands a year (FCC 18-177). */
const STALE_MONTHS = 12;

/** One address, as RFC 5321 writes the usual ones. */
const MAIL = String.raw`[^@\s<>(),;:\\"]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+`;

/** SQL for whether a text is nothing but what a pattern says: the engines have other functions for it, and this one alike. */
function isOnlySql(text: string, pattern: string): string {
  return `(${text} <> '' AND REGEXP_REPLACE(${text}, ${sqlText(`^${pattern}$`)}, '') = '')`;
}

/** Numbers and addresses that cannot be right, that several people share, that came back, or that nobody has confirmed for long. */
export function contactChecks(today: IsoDate): readonly RowCheck[] {
  const old = `DATE '${addMonths(today, -STALE_MONTHS)}'`;
  return PEOPLE.flatMap((table): RowCheck[] => [
    rowsWhere(table, "phone", `phone IN (SELECT number FROM ${NO_NUMBERS})`, {
      check: "invalid-phone",
      severity: "warning",
      says: (rows) =>
        `${counted(rows, "phone number cannot be one", "phone numbers cannot be any")}; no text and no call reaches them.`,
      remedy:
        "Correct the number, with its country code where it is not of the United States: +52 55 1234 5678.",
    }),
    rowsWhere(
      table,
      "email",
      `NOT ${isOnlySql("email", MAIL)} OR LENGTH(email) > 254 OR email LIKE '%..%' OR email LIKE '.%' OR email LIKE '%.@%'`,
      {
        check: "invalid-email",
        severity: "warning",
        says: (rows) => `${counted(rows, "email address cannot be one", "email addresses cannot be any")}.`,
        remedy: "Correct the address: one address, as name@example.com.",
      },
    ),
    rowsWhere(table, "email", "email_bounced AND email IS NOT NULL", {
      check: "returned-contact",
      severity: "info",
      says: (rows) => `Mail to ${counted(rows, "email address", "email addresses")} came back last time.`,
      remedy: "Ask for a new address at the next contact; the next channel is used meanwhile.",
    }),
    rowsWhere(table, "address_line_1", "address_returned AND address_line_1 IS NOT NULL", {
      check: "returned-contact",
      severity: "info",
      says: (rows) => `Letters to ${counted(rows, "address", "addresses")} came back last time.`,
      remedy: "Ask for a new address at the next contact.",
    }),
    ...(["phone", "email"] as const).map((column) =>
      rowsWhere(table, column, `${column} IS NOT NULL AND ${column}_confirmed_on < ${old}`, {
        check: "stale-contact",
        severity: "info",
        says: (rows) =>
          `${counted(rows, column === "phone" ? "phone number was" : "email address was", column === "phone" ? "phone numbers were" : "email addresses were")} last confirmed more than ${STALE_MONTHS} months ago.`,
        remedy:
          column === "phone"
            ? "Hold them against the Reassigned Numbers Database (47 CFR 64.1200(m)), or ask at the next contact."
            : "Ask at the next contact.",
      }),
    ),
    ...(table === "patients" ? [shared("phone"), shared("email")] : []),
  ]);
}

function shared(column: "phone" | "email"): RowCheck {
  const from = readTable("patients");
  const kept = column === "phone" ? "regexp_replace(phone, '[^0-9]', '', 'g')" : "lower(email)";
  return {
    check: column === "phone" ? "shared-phone" : "shared-email",
    severity: "info",
    table: "patients",
    column,
    sql: `SELECT recare_row, patient_id AS row_id, patient_id, ${quotedName(column)} AS row_value FROM ${from}
WHERE ${column} IS NOT NULL AND ${kept} IN (SELECT ${kept} FROM ${from} WHERE ${column} IS NOT NULL GROUP BY 1 HAVING COUNT(DISTINCT patient_id) > 1)`,
    says: (_, people) =>
      `${counted(people, "person has", "people have")} the same ${column === "phone" ? "phone number" : "email address"} as somebody else: one message a day goes to it, whoever it is for.`,
    remedy: "Families share; where it is a mistake or a stand-in such as 000-000-0000, correct it.",
  };
}

/** Asks libphonenumber of every number, each once, and keeps those that are none. */
export async function keepNoNumbers(db: Database): Promise<void> {
  const { isValidPhoneNumber } = await import("libphonenumber-js/max");
  await keepTemporarily(db, NO_NUMBERS, "SELECT CAST(NULL AS VARCHAR) AS number WHERE 1 = 0");
  const numbers = PEOPLE.map((table) => `SELECT phone FROM ${readTable(table)} WHERE phone IS NOT NULL`).join(
    " UNION ",
  );
  const wrong: [string][] = [];
  for await (const rows of db.batches(numbers)) {
    for (const { phone } of rows) {
      if (typeof phone === "string" && !isNumber(phone, isValidPhoneNumber)) wrong.push([phone]);
    }
  }
  await db.insert(NO_NUMBERS, ["number"], wrong);
}

/** Numbers that nobody has are valid here, since invented rosters have no others; an area code that does not exist is fiction too. */
function isNumber(phone: string, isValid: (text: string, country: "US") => boolean): boolean {
  return /^\+1[2-9]\d{2}(?:55501\d{2}|10[01]\d{4})$/.test(phone) || isValid(phone, "US");
}
