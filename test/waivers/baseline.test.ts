import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { counts } from "../../src/source/index.ts";
import { type BaselineEntry, baselineOf, writeBaseline } from "../../src/waivers/index.ts";
import { readBaseline } from "../../src/waivers/read-baseline.ts";
import { BLAME, BLAMING, campaignOf, compileCampaign, ofRule } from "./blaming.ts";

const found = compileCampaign(BLAMING).findings;
const entries = baselineOf(found);
const held = (text: string, kept: readonly BaselineEntry[] = entries) =>
  compileCampaign(text, { baseline: writeBaseline(kept) });
const codes = (text: string, kept: readonly BaselineEntry[] = entries) =>
  held(text, kept)
    .findings.filter(counts)
    .map(({ code }) => code);

const ONE = campaignOf((text) =>
  text.replace("Pick a new time that works for you.", `${BLAME} Pick a time.`),
);
const TWO = ONE.replace(`${BLAME} Pick`, `${BLAME} ${BLAME} Pick`);
const ofOne = baselineOf(compileCampaign(ONE).findings);

describe("a baseline", () => {
  it("knows what was found, and lets it pass in sight, counted and in the plan", () => {
    const { findings, plans } = held(BLAMING);
    expect(findings.filter(counts)).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(found.map(({ code }) => code));
    expect(plans[0]?.plan.assumptions.baselined).toHaveLength(found.length);
    expect(compileCampaign(BLAMING).plans).toEqual([]);
  });

  it("fails for what is new, even beside what it knows", () => {
    expect(codes(ONE, ofOne)).toEqual([]);
    expect(codes(ONE.replace("Pick a time.", "Pick a time. You ignored us."), ofOne)).toEqual(["W101"]);
    expect(codes(ONE.replace("en: We missed you at your visit.", `en: ${BLAME}`), ofOne)).toEqual(["W101"]);
  });

  it("counts: the same mistake twice in a text is one that is new", () => {
    expect(ofRule(compileCampaign(TWO).findings, "blame")).toHaveLength(2);
    expect(codes(TWO, ofOne)).toEqual(["W101"]);
    const ofTwo = baselineOf(compileCampaign(TWO).findings);
    expect(ofTwo.map(({ count }) => count)).toEqual([2]);
    expect(codes(TWO, ofTwo)).toEqual([]);
    expect(codes(ONE, ofTwo)).toEqual(["R109"]);
  });

  it("fails for an entry whose finding is gone, and blocks only its own campaign", () => {
    const { findings, plans } = held(
      campaignOf((text) => text),
      ofOne,
    );
    expect(findings.map(({ code, campaign, message }) => [code, campaign, message])).toEqual([
      ["R109", "missed-visit", "The finding of blame at campaign.yaml#message.next_step.en is gone."],
    ]);
    expect(plans).toEqual([]);
  });

  it("says nothing of what is gone while something cannot be read", () => {
    const broken = campaignOf((text) => text.replace("owner: north_scheduling", "owner: nobody_knows"));
    expect(codes(broken, ofOne)).not.toContain("R109");
  });

  it("does not know a finding that has become graver", () => {
    const lighter = ofOne.map((entry) => ({ ...entry, severity: "warning" as const }));
    expect(codes(ONE, lighter).sort()).toEqual(["R109", "W101"]);
  });

  it("holds nothing that not everybody may waive, whoever writes it into the file", () => {
    const clinical = campaignOf((text) =>
      text.replace("We missed you at your visit.", "Your diabetes check is due."),
    );
    const { findings } = compileCampaign(clinical);
    expect(baselineOf(findings).map(({ rule }) => rule)).not.toContain("no-diagnosis-in-sms");
    const forged = findings.map(({ rule, severity, path = "", fingerprint = "" }) => ({
      rule,
      severity,
      path,
      fingerprint,
      count: 1,
    }));
    const standing = codes(clinical, forged);
    expect(standing).toContain("R110");
    expect(standing).toContain("P101");
  });

  it.each([
    "",
    "[]",
    "not json",
    '{ "format": "recare.baseline/2", "findings": [] }',
    '{ "format": "recare.baseline/1" }',
    '{ "format": "recare.baseline/1", "findings": {} }',
    '{ "format": "recare.baseline/1", "findings": [1] }',
    '{ "format": "recare.baseline/1", "findings": [{ "rule": "blame" }] }',
    '{ "format": "recare.baseline/1", "format": "recare.baseline/1", "findings": [] }',
    '{ "format": "recare.baseline/1", "findings": [',
    `{ "format": "recare.baseline/1", "findings": [${'{ "rule": "blame", "severity": "fatal", "path": "x", "fingerprint": "0" }'}] }`,
    `{ "format": "recare.baseline/1", "findings": [${'{ "rule": "blame", "severity": "error", "path": "x", "fingerprint": "0", "count": 1.5 }'}] }`,
    `{ "format": "recare.baseline/1", "findings": [${'{ "rule": "no-such-rule", "severity": "error", "path": "x", "fingerprint": "0" }'}] }`,
    "\0",
    "x".repeat(1_100_000),
  ])("lets nothing pass that it does not say clearly: %.60s", (baseline) => {
    const { findings, plans } = compileCampaign(ONE, { baseline });
    expect(findings.filter(counts).map(({ code }) => code)).toEqual(["W101", "R108"]);
    expect(plans).toEqual([]);
  });

  it("is written as its schema says, sorted, and the same however the findings come", () => {
    const schema: unknown = JSON.parse(readFileSync("schemas/baseline.schema.json", "utf8"));
    const text = writeBaseline(entries);
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema as object);
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    expect(writeBaseline(baselineOf(found.toReversed()))).toBe(text);
    expect(validate(JSON.parse(writeBaseline(baselineOf(compileCampaign(TWO).findings))))).toBe(true);
  });
});

describe("a long baseline", () => {
  const many = (count: number): readonly BaselineEntry[] =>
    Array.from({ length: count }, (_, index) => ({
      rule: "blame",
      severity: "error",
      path: `campaign.yaml#message.text_${String(index).padStart(5, "0")}.en`,
      fingerprint: index.toString(16).padStart(16, "0"),
      count: 1,
    }));

  it("is read back as it was written, entry for entry, with its places", () => {
    const written = many(12_000);
    const text = writeBaseline(written);
    expect(text.length).toBeGreaterThan(1_048_576);
    const { value, diagnostics } = readBaseline({ path: "recare-baseline.json", text });
    expect(diagnostics).toEqual([]);
    expect(value.map(({ at: _, ...entry }) => entry)).toEqual(written);
    const last = value.at(-1);
    expect(JSON.parse(text.slice(last?.at.start, last?.at.end))).toMatchObject({
      path: written.at(-1)?.path,
    });
  });

  it("that somebody has set out in another way is read, or refused, but never in part", () => {
    const text = JSON.stringify(JSON.parse(writeBaseline(many(20))), null, 4);
    expect(readBaseline({ path: "b.json", text }).value).toHaveLength(20);
    const long = JSON.stringify(JSON.parse(writeBaseline(many(12_000))), null, 4);
    const { value, diagnostics } = readBaseline({ path: "b.json", text: long });
    expect([value.length, diagnostics.map(({ code }) => code)]).toEqual([0, ["R108"]]);
  });

  it("with a key that stands twice, or a line that is no entry, is not read as if it were sound", () => {
    const text = writeBaseline(many(3));
    const twice = text.replace('{ "rule": "blame"', '{ "rule": "blame", "rule": "blame"');
    expect(readBaseline({ path: "b.json", text: twice }).diagnostics.map(({ code }) => code)).toEqual([
      "R108",
    ]);
    const cut = text.replace('"severity": "error", ', "");
    expect(readBaseline({ path: "b.json", text: cut }).diagnostics.map(({ code }) => code)).toEqual(["R108"]);
    const never = text.replaceAll('"blame"', '"field-above-channel"');
    expect(readBaseline({ path: "b.json", text: never }).value).toEqual([]);
  });
});
