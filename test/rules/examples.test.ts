import { describe, expect, it } from "vitest";
import { ALL_RULES, RULES } from "../../src/rules/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

/** The underlined texts of one rule's findings after an edit of the base workspace, in reading order. */
function marksOf(edit: string, rule: string): string[] {
  const files = applyEdit(BASE.files, edit);
  return compileTexts(files)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ at }) => files.get(at.file)?.slice(at.start, at.end) ?? "");
}

describe("the base workspace", () => {
  it("is clean, so that an example shows one rule at a time", () => {
    const { findings, plans } = compileTexts(BASE.files);
    expect(findings.map(({ code, message, at }) => `${at.file} ${code} ${message}`)).toEqual([]);
    expect(plans.map(({ campaign }) => campaign)).toEqual(["missed-visit"]);
  });
});

const shown = ALL_RULES.filter(({ examples }) => examples.good.length + examples.bad.length > 0);

describe.each(shown.map((meta) => [`${meta.code} ${meta.name}`, meta] as const))("%s", (_, meta) => {
  for (const { title, edit } of meta.examples.good) {
    it(`is silent: ${title}`, () => expect(marksOf(edit, meta.name)).toEqual([]));
  }
  for (const { title, edit, marks } of meta.examples.bad) {
    it(`underlines: ${title}`, () => expect(marksOf(edit, meta.name)).toEqual(marks));
  }
});

describe("the rule book", () => {
  it("shows a good and a bad example of every rule", () => {
    const silent = RULES.filter(
      ({ meta }) => meta.examples.good.length === 0 || meta.examples.bad.length === 0,
    );
    expect(silent.map(({ meta }) => meta.name)).toEqual([]);
  });

  it("has one code and one name for each finding", () => {
    expect(new Set(ALL_RULES.map(({ code }) => code)).size).toBe(ALL_RULES.length);
    expect(new Set(ALL_RULES.map(({ name }) => name)).size).toBe(ALL_RULES.length);
  });
});
