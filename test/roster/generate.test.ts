import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openDuckDb } from "../../src/database/index.ts";
import {
  generateRoster,
  isInvented,
  type RosterFormat,
  rosterShape,
  writeRoster,
} from "../../src/roster/index.ts";

const home = mkdtempSync(join(tmpdir(), "recare-generate-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const options = (more: { people?: number; seed?: string; today?: string } = {}) => ({
  people: 300,
  seed: "1",
  today: "2026-11-23",
  shape: rosterShape([]),
  clinics: [],
  languages: ["en", "es"],
  ...more,
});

async function written(
  format: RosterFormat,
  more: Parameters<typeof options>[0],
  threads: number,
  name: string,
) {
  const db = await openDuckDb({ threads });
  const folder = join(home, name);
  await writeRoster(db, await generateRoster(db, options(more)), format, folder, options(more));
  await db.close();
  return new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [file, readFileSync(join(folder, file))]),
  );
}

const read = (files: ReadonlyMap<string, Buffer>) =>
  (files.get("patients.csv") ?? Buffer.alloc(0))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));

describe("an invented roster", () => {
  it.each(["csv", "parquet", "fhir"] satisfies RosterFormat[])(
    "is the same bytes for the same seed, as %s, on any number of threads",
    async (format) => {
      const first = await written(format, {}, 1, `${format}-a`);
      const again = await written(format, {}, 4, `${format}-b`);
      expect([...again.keys()]).toEqual([...first.keys()]);
      expect(
        [...first].filter(([name, bytes]) => !again.get(name)?.equals(bytes)).map(([name]) => name),
      ).toEqual([]);
    },
  );

  it("is another one for another seed", async () => {
    const first = await written("csv", {}, 2, "seed-1");
    const other = await written("csv", { seed: "2" }, 2, "seed-2");
    expect(first.get("patients.csv")?.equals(other.get("patients.csv") ?? Buffer.alloc(0))).toBe(false);
  });

  it("has numbers that are kept for fiction and addresses of example.test alone", async () => {
    const [header = [], ...rows] = read(await written("csv", { people: 3000 }, 2, "fiction"));
    const of = (name: string) =>
      rows.map((row) => row[header.indexOf(name)] ?? "").filter((cell) => cell !== "");
    expect(of("phone").length).toBeGreaterThan(2500);
    expect(of("phone").filter((phone) => !/^\+1[2-9]\d{2}55501\d{2}$/.test(phone))).toEqual([]);
    expect(of("email").filter((email) => !email.endsWith("@example.test"))).toEqual([]);
    expect(new Set(of("phone")).size).toBeGreaterThan(of("phone").length * 0.95);
  });

  it("tells people apart by numbers that no exchange has where there are no more", async () => {
    const db = await openDuckDb({ threads: 2 });
    await generateRoster(db, options({ people: 90_000 }));
    const [row] = await db.rows(
      `SELECT COUNT(phone) AS phones, COUNT(DISTINCT phone) AS numbers, COUNT(CASE WHEN regexp_full_match(phone, '\\+1[2-9]..10[01]....') THEN 1 END) AS further,
  COUNT(CASE WHEN regexp_full_match(phone, '\\+1[2-9]..55501..') THEN 1 END) AS fiction FROM patients`,
    );
    expect(await isInvented(db)).toBe(true);
    await db.close();
    expect(Number(row?.further)).toBeGreaterThan(9000);
    expect(Number(row?.further) + Number(row?.fiction)).toBe(Number(row?.phones));
    expect(Number(row?.numbers)).toBeGreaterThan(Number(row?.phones) * 0.95);
  });

  it("lists everybody who is planted in it", async () => {
    const files = await written("csv", {}, 2, "hard");
    const list = JSON.parse(files.get("hard-people.json")?.toString("utf8") ?? "{}");
    expect(list).toMatchObject({
      format: "recare.hard-people/1",
      synthetic: true,
      seed: "1",
      today: "2026-11-23",
    });
    const kinds = list.hard.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining([
        "shared_phone",
        "no_zone",
        "daylight_saving",
        "turning_18",
        "opted_out",
        "books_between_steps",
        "books_other_type",
        "missing_urgency",
        "duplicate_record",
        "longest_name",
        "spanish_only",
        "expired_caregiver",
        "two_missed_visits",
        "phone_shared_with_caregiver",
      ]),
    );
    const ids = new Set(read(files).map(([id]) => id));
    expect(
      list.hard
        .flatMap(({ patients }: { patients: string[] }) => patients)
        .filter((id: string) => !ids.has(id)),
    ).toEqual([]);
  });

  it.each([0, 49, 10_000_001, 1.5])("of %d people is refused", async (people) => {
    const db = await openDuckDb();
    await expect(generateRoster(db, options({ people }))).rejects.toMatchObject({
      remedy: "Give a whole number from 50 to 10,000,000.",
    });
    await db.close();
  });
});
