import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "../../src/plan/index.ts";
import { releaseText, verifyRelease } from "../../src/review/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { leavesOf, replaced } from "../support/leaves.ts";
import { Clinic, SIGNERS } from "./signing.ts";
import { hasSshKeygen } from "./ssh-keygen.ts";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const [compiled] = compileTexts(BASE.files).plans;
if (compiled === undefined) throw new Error("the base workspace gives no plan");

const clinic = hasSshKeygen ? new Clinic() : undefined;
afterAll(() => clinic?.close());
const files = clinic?.signAll(compiled) ?? [];
const text = releaseText(compiled.plan, files, ["mark@agency.example"]);

function verdict(
  changed: string,
  { trust = {}, now = NOW }: { trust?: Record<string, string>; now?: number } = {},
) {
  if (clinic === undefined) throw new Error("no ssh-keygen");
  return verifyRelease(changed, clinic.trust(trust), now);
}

/** Why nothing may run by it. */
function refused(changed: string, given: Parameters<typeof verdict>[1] = {}): string {
  const found = verdict(changed, given);
  return "refused" in found ? found.refused.join(" ") : "nothing";
}

/** The release with something in it changed, written as a build writes it. */
function edited(change: (release: { [key: string]: Json }) => void): string {
  const release = JSON.parse(text);
  change(release);
  return `${canonicalJson(release)}\n`;
}

describe.skipIf(clinic === undefined)("a release", () => {
  it("is verified with all its signatures", () => {
    expect(verdict(text)).toMatchObject({
      verified: { campaign: "missed-visit", digest: compiled.digest, expiresAt: "2027-11-23T00:00:00Z" },
    });
  });

  it("is as its schema says", () => {
    const schema = (name: string) =>
      JSON.parse(readFileSync(join(import.meta.dirname, `../../schemas/${name}.schema.json`), "utf8"));
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
    ajv.addSchema(schema("plan"));
    const validate = ajv.compile(schema("release"));
    validate(JSON.parse(text));
    expect(validate.errors ?? []).toEqual([]);
  });

  it("is refused when any leaf of its plan is changed", () => {
    const leaves = leavesOf(compiled.plan);
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (path) => {
        const changed = edited((release) => {
          release.plan = replaced(release.plan ?? null, path);
        });
        expect(refused(changed), path.join("/")).not.toBe("nothing");
      }),
      { numRuns: 150 },
    );
  });

  it.each<[string, () => string, RegExp]>([
    ["without one signature", () => releaseText(compiled.plan, files.slice(1), []), /Nobody has signed/],
    ["without any", () => releaseText(compiled.plan, [], []), /Nobody has signed/],
    [
      "whose author signed",
      () => releaseText(compiled.plan, files, [SIGNERS.clinical]),
      /took part in writing/,
    ],
    [
      "with a section that no plan has",
      () => edited(({ plan }) => Object.assign(plan as object, { extra: 1 })),
      /\/plan: the key "extra" is not known/,
    ],
    [
      "with something beside the plan",
      () => edited((release) => void Object.assign(release, { extra: 1 })),
      /the key "extra" is not known/,
    ],
    [
      "of another format",
      () => edited((release) => void Object.assign(release, { format: "recare.release/2" })),
      /format/,
    ],
    ["in another form", () => JSON.stringify(JSON.parse(text), null, 2), /bytes/],
    ["with a key that stands twice", () => text.replace('{"authors":', '{"authors":[],"authors":'), /bytes/],
    ["that is cut short", () => text.slice(0, -20), /it is not JSON/],
    ["that is nothing", () => "null\n", /format/],
  ])("is refused %s", (_, changed, why) => expect(refused(changed())).toMatch(why));

  it("is refused once a signature has expired, a key is revoked, or a role is taken away", () => {
    expect(refused(text, { now: Date.parse("2027-11-23T00:00:00Z") })).toMatch(/expired/);
    const roles = clinic?.trustFiles["trust/roles.yaml"] ?? "";
    expect(
      refused(text, {
        trust: { "trust/roles.yaml": roles.replace(SIGNERS.privacy, "other@clinic.example") },
      }),
    ).toMatch(/does not hold the role privacy/);
    const key = clinic?.trust().signers[0]?.key.fingerprint ?? "";
    expect(refused(text, { trust: { "trust/revoked": `${key} lost\n` } })).toMatch(/revoked/);
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("plan", "statements", "authors", "format"),
        (value, key) => {
          expect(refused(JSON.stringify(value))).not.toBe("nothing");
          const changed = JSON.stringify({ ...JSON.parse(text), [key]: value });
          expect(refused(changed)).not.toBe("nothing");
        },
      ),
      { numRuns: 100 },
    );
  });
});
