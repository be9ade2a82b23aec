import { type Database, sqlText } from "../database/index.ts";

/** Ends of mail addresses that nobody can have: RFC 2606 and RFC 6761. */
const NOBODYS_MAIL = [".test", ".example", ".invalid", "@example.com", "@example.net", "@example.org"];

/**
 * Whether nobody in a loaded roster can exist: somebody has a way to be reached, and every telephone number is one that is
 * kept for fiction (555-0100 to 555-0199) or that no exchange has (100-0000 to 101-9999), every mail address one that nobody
 * can have. A real roster that somebody forgot
 * to call real is never taken for an invented one.
 */
export async function isInvented(db: Database): Promise<boolean> {
  const digits = "regexp_replace(split_part(phone, ';', 1), '[^0-9]', '', 'g')";
  const nobodys = NOBODYS_MAIL.map((end) => `LOWER(email) LIKE ${sqlText(`%${end}`)}`).join(" OR ");
  const [row] = await db.rows(
    `SELECT COUNT(phone) + COUNT(email) AS ways,
  COUNT(CASE WHEN phone IS NOT NULL AND ${digits} NOT LIKE '%55501__'
    AND ${digits} NOT LIKE '1___100____' AND ${digits} NOT LIKE '1___101____' THEN 1 END) AS phones,
  COUNT(CASE WHEN email IS NOT NULL AND NOT (${nobodys}) THEN 1 END) AS mails
FROM (SELECT phone, email FROM patients UNION ALL SELECT phone, email FROM caregivers) c`,
  );
  return Number(row?.ways) > 0 && Number(row?.phones) === 0 && Number(row?.mails) === 0;
}
