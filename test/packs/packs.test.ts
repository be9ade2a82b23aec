import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemblePacks } from "../../src/packs/assemble.ts";
import {
  isNoLonger,
  isWithinWeek,
  LIMIT_NAMES,
  LIMITS,
  type LimitMeaning,
  type LimitName,
  type LimitValue,
  PACKS,
  readValue,
  STATES,
  stateOfAddress,
  strictness,
  valueInWords,
} from "../../src/packs/index.ts";
import { ALL_RULES } from "../../src/rules/index.ts";
import { PACK_NAMES } from "../../src/source/index.ts";

const schema = (kind: string) =>
  JSON.parse(readFileSync(new URL(`../../schemas/${kind}.schema.json`, import.meta.url), "utf8"));
const entries = PACKS.flatMap((pack) => pack.entries.map((entry) => ({ pack, entry })));

function value(limit: LimitName, text: string): LimitValue {
  const reading = readValue(text, LIMITS[limit]);
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.value;
}

describe("the packs that ship", () => {
  it("are those of the language, with every limit in one of its own packs", () => {
    expect(PACKS.map(({ name }) => name)).toEqual(PACK_NAMES);
    for (const kind of ["workspace", "limits"]) expect(schema(kind).$defs.pack.enum).toEqual(PACK_NAMES);
    expect(schema("limits").properties.limits.items.properties.limit.enum).toEqual(LIMIT_NAMES);
    expect(new Set(entries.map(({ entry }) => entry.limit))).toEqual(new Set(LIMIT_NAMES));
  });

  it("say of every entry what it rests on, when it was looked at and how sure we are", () => {
    for (const { entry } of entries) {
      expect(entry.cites.length, entry.limit).toBeGreaterThan(0);
      expect(entry.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(["checked", "memory", "unsettled"]).toContain(entry.confidence);
      expect(entry.source.length).toBeGreaterThan(5);
    }
  });

  it("have a row of hours for every state, and the District, and for no territory", () => {
    const rows = entries.flatMap(({ entry }) =>
      entry.limit === "quiet_hours" && entry.state ? [entry.state] : [],
    );
    const territories = ["AS", "GU", "MP", "PR", "VI"];
    expect([...rows].sort()).toEqual(STATES.filter((state) => !territories.includes(state)).toSorted());
  });

  it("ask in no state for less than federal law does", () => {
    const federal = entries.find(({ entry }) => entry.limit === "quiet_hours" && !entry.state)?.entry.value;
    if (federal?.kind !== "hours") throw new Error("no federal hours");
    for (const { entry } of entries) {
      if (entry.limit !== "quiet_hours" || entry.value.kind !== "hours") continue;
      expect({ state: entry.state, within: isWithinWeek(entry.value.week, federal.week) }).toEqual({
        state: entry.state,
        within: true,
      });
    }
  });

  it("are named rightly by the rules that go by them", () => {
    for (const { name, pack, limits = [] } of ALL_RULES) {
      for (const limit of limits) {
        expect(LIMIT_NAMES, name).toContain(limit);
        const meaning = Object.entries<LimitMeaning>(LIMITS).find(([known]) => known === limit)?.[1];
        if (pack) expect(meaning?.packs, name).toContain(pack);
      }
    }
  });
});

describe("a pack that cannot be read is not shipped", () => {
  const entry = {
    limit: "quiet_hours",
    value: "every-day 08:00-21:00",
    cites: ["x"],
    confidence: "checked",
    source: "x",
  };
  const file = (change: object) => ({
    name: "us-federal.yaml",
    content: { pack: "us-federal", title: "x", as_of: "2026-11-23", limits: [{ ...entry, ...change }] },
  });

  it.each([
    [{ limit: "quiet_hour" }, '"quiet_hour" is not a limit'],
    [{ limit: "reading_grade" }, "reading_grade does not belong to this pack"],
    [{ value: "at night" }, 'quiet_hours: "at night" is not a day of the week'],
    [{ confidence: "sure" }, "quiet_hours needs a confidence"],
    [{ cites: [] }, "quiet_hours cites nothing"],
    [{ states: ["Florida"] }, '"Florida" is not a state'],
    [{ as_of: "2026-02-30" }, '"2026-02-30" is not a date'],
  ])("%j", (change, message) => {
    expect(() => assemblePacks([file(change)])).toThrow(`us-federal.yaml: ${message}`);
    expect(assemblePacks([file({})])).toHaveLength(1);
  });
});

describe("what is stricter", () => {
  it.each([
    ["quiet_hours", "mon-fri 09:00-18:00", "every-day 08:00-21:00", "stricter"],
    ["quiet_hours", "every-day 08:00-21:00", "every-day 08:00-21:00", "equal"],
    ["quiet_hours", "mon-fri 07:00-18:00", "every-day 08:00-21:00", "looser"],
    ["quiet_hours", "every-day 08:00-21:00", "mon-sat 08:00-21:00", "looser"],
    ["exempt_per_week", "2", "3", "stricter"],
    ["exempt_per_week", "4", "3", "looser"],
    ["optout_deadline", "at once", "10 business days", "stricter"],
    ["optout_deadline", "10 days", "10 business days", "stricter"],
    ["optout_deadline", "14 days", "10 business days", "looser"],
    ["optout_kept", "10 years", "5 years", "stricter"],
    ["optout_kept", "60 months", "5 years", "equal"],
    ["optout_kept", "4 years", "5 years", "looser"],
    ["optout_words", "stop, quit, end, alto", "stop, quit, end", "stricter"],
    ["optout_words", "stop", "stop, quit", "looser"],
    ["optout_scopes", "everything, this-kind", "everything", "looser"],
  ] as const)("%s: %s against %s is %s", (limit, written, than, expected) => {
    expect(strictness(value(limit, written), value(limit, than), LIMITS[limit])).toBe(expected);
  });

  it("never calls both of two different values stricter", () => {
    const texts = fc.oneof(
      fc
        .record({ from: fc.integer({ min: 0, max: 11 }), to: fc.integer({ min: 12, max: 24 }) })
        .map(({ from, to }) => `mon-fri ${from}:00-${to}:00`),
      fc
        .record({ from: fc.integer({ min: 0, max: 11 }), to: fc.integer({ min: 12, max: 24 }) })
        .map(({ from, to }) => `sat ${from}:00-${to}:00`),
    );
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [a, b] = [value("quiet_hours", one), value("quiet_hours", other)];
        const both = [strictness(a, b, LIMITS.quiet_hours), strictness(b, a, LIMITS.quiet_hours)];
        expect(both.filter((said) => said === "stricter").length).toBeLessThan(2);
        expect(both[0] === "equal").toBe(both[1] === "equal");
        if (both[0] === "equal")
          expect(valueInWords(a, LIMITS.quiet_hours)).toBe(valueInWords(b, LIMITS.quiet_hours));
      }),
    );
  });

  it("keeps times in order only where that holds on every calendar", () => {
    const span = (count: number, unit: "day" | "month" | "year") => ({ kind: "span", count, unit }) as const;
    expect(isNoLonger(span(365, "day"), span(1, "year"))).toBe(true);
    expect(isNoLonger(span(366, "day"), span(1, "year"))).toBe(false);
    expect(isNoLonger(span(12, "month"), span(1, "year"))).toBe(true);
    expect(isNoLonger(span(1, "month"), span(30, "day"))).toBe(false);
  });
});

describe("the state of an address", () => {
  it.each([
    ["12 Oak Street, Springfield, IL 62701", "IL"],
    ["1 CT Lane, Suite OK, San Juan, PR 00901-1234", "PR"],
    ["12 Oak Street, Springfield, Illinois 62701", undefined],
    ["12 Oak Street, Springfield, XX 62701", undefined],
    ["", undefined],
  ])("%s", (address, state) => expect(stateOfAddress(address)).toBe(state));
});
