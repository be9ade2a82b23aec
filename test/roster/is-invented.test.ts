import { describe, expect, it } from "vitest";
import { openDuckDb, openPostgres } from "../../src/database/index.ts";
import { generateRoster, isInvented, rosterShape } from "../../src/roster/index.ts";
import { postgresUrl } from "../support/postgres.ts";

/** Ways to reach two people: who is told from whom by them alone. */
const WAYS: readonly (readonly [phone: string | null, email: string | null, isInvented: boolean])[] = [
  ["+12175550142", "ana@example.test", true],
  ["(217) 555-0142", null, true],
  ["+12175550142;ext=12", "ana@maple.example", true],
  ["+12171000142", "ana@example.test", true],
  ["+12171019999", "ana@example.test", true],
  ["+12171020000", "ana@example.test", false],
  [null, "ana@example.com", true],
  ["+12175551142", "ana@example.test", false],
  ["+12175550142", "ana@maple.org", false],
  ["+12175550142", "ana@example.test.org", false],
  [null, null, false],
];

describe("whether a roster is invented", () => {
  it("is told by its numbers and addresses, of patients and caregivers, alike on both engines", async () => {
    const url = await postgresUrl();
    for (const db of [await openDuckDb(), await openPostgres(url)]) {
      try {
        for (const [phone, email, expected] of WAYS) {
          for (const [table, other] of [
            ["patients", "caregivers"],
            ["caregivers", "patients"],
          ] as const) {
            for (const name of [table, other]) {
              await db.run(`DROP TABLE IF EXISTS ${name}`);
              await db.run(`CREATE TABLE ${name} (phone VARCHAR, email VARCHAR)`);
            }
            await db.insert(
              table,
              ["phone", "email"],
              [
                [phone, email],
                [null, null],
              ],
            );
            expect([table, phone, email, await isInvented(db)]).toEqual([table, phone, email, expected]);
          }
        }
      } finally {
        await db.close();
      }
    }
  }, 60_000);

  it("holds of what recare roster generate writes", async () => {
    const db = await openDuckDb();
    try {
      await generateRoster(db, {
        people: 300,
        seed: "7",
        today: "2026-11-23",
        shape: rosterShape([]),
        clinics: ["north"],
        languages: ["en", "es"],
      });
      expect(await isInvented(db)).toBe(true);
    } finally {
      await db.close();
    }
  });
});
