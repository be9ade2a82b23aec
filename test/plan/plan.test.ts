import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMPILER_VERSION, canonicalJson, sha256 } from "../../src/plan/index.ts";
import { BASE, compileTexts } from "../support/base.ts";

const ROOT = join(import.meta.dirname, "../..");
const readJson = (path: string) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

const [compiled] = compileTexts(BASE.files).plans;
if (compiled === undefined) throw new Error("the base workspace gives no plan");
const { plan, provenance, json, digest } = compiled;

describe("a plan", () => {
  it.each([
    ["plan", plan],
    ["provenance", provenance],
  ])("is as its schema says: %s", (name, value) => {
    const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(
      readJson(`schemas/${name}.schema.json`),
    );
    validate(JSON.parse(JSON.stringify(value)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it("is its own digest", () => {
    expect(json).toBe(canonicalJson(plan));
    expect(digest).toBe(sha256(json));
    expect(provenance.plan).toBe(digest);
  });

  it("is the same for any order of files", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...BASE.files], { minLength: BASE.files.size }), (files) => {
        const [again] = compileTexts(new Map(files)).plans;
        expect(again?.json).toBe(json);
        expect(again?.provenance).toEqual(provenance);
      }),
      { numRuns: 10 },
    );
  });

  it("does not change with the day of the check, with comments or with layout", () => {
    const campaign = BASE.files.get("campaign.yaml") ?? "";
    const edited = new Map([
      ...BASE.files,
      [
        "campaign.yaml",
        `# a new comment\n\n${campaign.replace("scenario:", "scenario:   ")}`.replaceAll("\n", "\r\n"),
      ],
    ]);
    expect(compileTexts(edited, BASE.assets, "2026-12-01").plans[0]?.json).toBe(json);
  });

  it("changes with the evidence that a claim rests on", () => {
    const assets = new Map([...BASE.assets, ["evidence/scheduling-handbook.md", "0".repeat(64)]]);
    expect(compileTexts(BASE.files, assets).plans[0]?.concerns.copy).not.toBe(compiled.concerns.copy);
  });

  it("knows where its parts are written", () => {
    for (const { pointer, file, start, end } of provenance.sources) {
      const text = BASE.files.get(file) ?? "";
      expect(text.slice(start, end), pointer).not.toBe("");
    }
    const slice = (pointer: string) => {
      const link = provenance.sources.find((source) => source.pointer === pointer);
      return link && BASE.files.get(link.file)?.slice(link.start, link.end);
    };
    expect(slice("/audience/include/0")).toBe("visit.status is missed");
    expect(slice("/steps/1/when/wait")).toBe("3 days");
    expect(slice("/steps/1/content/claims/0")).toBe("visit_details_by_text");
  });

  it("names the compiler's version as package.json does", () => {
    expect(COMPILER_VERSION).toBe(readJson("package.json").version);
  });
});
