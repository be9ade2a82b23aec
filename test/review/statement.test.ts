import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONCERNS } from "../../src/plan/index.ts";
import {
  type ApprovalStatement,
  MEANINGS,
  readStatement,
  type Statement,
  statementBytes,
  type WaiverStatement,
} from "../../src/review/index.ts";

const SCHEMA = join(import.meta.dirname, "../../schemas/approval.schema.json");
const isAsSchema = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(
  JSON.parse(readFileSync(SCHEMA, "utf8")),
);

const said = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() !== "");
const digest = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
const time = fc
  .integer({ min: 0, max: 4_000_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString().replace(".000Z", "Z"));
const spoken = {
  organisation: said,
  digest: digest.map((hex) => `sha256:${hex}`),
  role: said,
  signer: said,
  name: said,
  signedAt: time,
  expiresAt: time,
  comment: fc.string({ unit: "grapheme" }),
};
const review = fc.record({
  forge: fc.constant("github" as const),
  id: fc.nat(),
  account: said,
  commit: fc.constant("0".repeat(40)),
  importedBy: said,
});
const approval: fc.Arbitrary<ApprovalStatement> = fc
  .record({
    ...spoken,
    type: fc.constant("recare.approval/1" as const),
    campaign: said,
    concern: fc.constantFrom(...CONCERNS),
    language: fc.constantFrom("en", "es"),
    meaning: fc.constantFrom(...MEANINGS),
    questions: fc.array(said, { maxLength: 3 }),
    packet: digest.map((hex) => `sha256:${hex}`),
    review: fc.option(review, { nil: null }),
  })
  .map((statement) => ({ ...statement, language: statement.concern === "copy" ? statement.language : null }));
const waiver: fc.Arbitrary<WaiverStatement> = fc.record({
  ...spoken,
  type: fc.constant("recare.waiver/1" as const),
  meaning: fc.constantFrom("waived" as const, "withdrawn" as const),
  rule: said,
  place: said,
});
const statement: fc.Arbitrary<Statement> = fc.oneof(approval, waiver);

describe("a statement", () => {
  it("is read back as it was written, and is as its schema says", () => {
    fc.assert(
      fc.property(statement, (value) => {
        expect(readStatement(statementBytes(value))).toEqual({ statement: value });
        expect(isAsSchema(JSON.parse(statementBytes(value).toString()))).toBe(true);
      }),
    );
  });

  it("is one only in exactly its own bytes", () => {
    fc.assert(
      fc.property(statement, fc.nat(), fc.integer({ min: 0, max: 7 }), (value, at, bit) => {
        const bytes = statementBytes(value);
        const other = Buffer.from(bytes);
        other[at % bytes.length] = (other[at % bytes.length] ?? 0) ^ (1 << bit);
        const read = readStatement(other);
        // Another statement may stand there; never the same one in other bytes.
        if ("statement" in read) expect(statementBytes(read.statement).equals(other)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("lacks no key and has none besides", () => {
    fc.assert(
      fc.property(statement, fc.nat(), (value, at) => {
        const keys = Object.keys(value);
        const left = keys[at % keys.length] ?? "";
        const without = Object.fromEntries(Object.entries(value).filter(([key]) => key !== left));
        for (const changed of [without, { ...value, also: "" }]) {
          const bytes = statementBytes(changed as unknown as Statement);
          expect(readStatement(bytes)).toMatchObject({ broken: expect.any(String) });
          expect(isAsSchema(JSON.parse(bytes.toString()))).toBe(false);
        }
      }),
    );
  });

  it("about copy names a language, and about nothing else does", () => {
    fc.assert(
      fc.property(approval, (value) => {
        const language = value.concern === "copy" ? null : "en";
        expect(readStatement(statementBytes({ ...value, language }))).toHaveProperty("broken");
      }),
    );
  });
});
