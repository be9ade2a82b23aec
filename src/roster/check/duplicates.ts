import { readTable } from "../set-aside.ts";
import { counted, type RowCheck } from "./row-check.ts";

/** From this score on, two records are said to be one person. */
export const DUPLICATE_SCORE = 70;

/**
 * Two records that are probably one person. Points of 100: birth date 30, family name 20, first name 15, phone 20, email
 * 10, street and ZIP code 5. Only records that agree in two of birth date, full name and phone are compared, so that ten
 * million people are no hundred trillion pairs.
 */
export function duplicateCheck(): RowCheck {
  const people = `(SELECT recare_row, patient_id, birth_date, lower(first_name) AS first_name, lower(last_name) AS last_name,
  right(regexp_replace(phone, '[^0-9]', '', 'g'), 10) AS phone, lower(email) AS email,
  lower(address_line_1) AS street, left(postal_code, 5) AS zip FROM ${readTable("patients")} WHERE patient_id IS NOT NULL)`;
  const pairs = [
    "a.birth_date = b.birth_date AND a.last_name = b.last_name AND a.first_name = b.first_name",
    "a.birth_date = b.birth_date AND a.phone = b.phone",
    "a.phone = b.phone AND a.last_name = b.last_name AND a.first_name = b.first_name",
  ].map(
    (same) =>
      `SELECT a.patient_id AS one, b.patient_id AS other FROM people a JOIN people b ON ${same} AND a.patient_id < b.patient_id`,
  );
  const points = [
    ["birth_date", 30],
    ["last_name", 20],
    ["first_name", 15],
    ["phone", 20],
    ["email", 10],
  ] as const;
  const score = [
    ...points.map(([column, worth]) => `CASE WHEN a.${column} = b.${column} THEN ${worth} ELSE 0 END`),
    "CASE WHEN a.street = b.street AND a.zip = b.zip THEN 5 ELSE 0 END",
  ].join(" + ");
  return {
    check: "duplicate-person",
    severity: "warning",
    table: "patients",
    column: null,
    sql: `WITH people AS ${people}, pairs AS (${pairs.join(" UNION ")}),
scored AS (SELECT a.recare_row AS recare_row, a.patient_id AS patient_id, b.patient_id AS other, ${score} AS score
  FROM pairs JOIN people a ON a.patient_id = pairs.one JOIN people b ON b.patient_id = pairs.other)
SELECT recare_row, concat(patient_id, ' and ', other, ', score ', score) AS row_id, patient_id, CAST(NULL AS VARCHAR) AS row_value
FROM scored WHERE score >= ${DUPLICATE_SCORE}`,
    says: (rows) =>
      `${counted(rows, "pair of records is", "pairs of records are")} probably one person, by name, birth date, phone and address; the score is of 100.`,
    remedy:
      "Merge the records where they are kept. Until then one phone or mailbox gets one message a day, but calls and letters may come twice.",
  };
}
