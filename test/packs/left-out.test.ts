import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

const ofPacks = RULES.flatMap(({ meta }) =>
  meta.pack === undefined ? [] : [[meta.name, meta.pack, meta] as const],
);

describe("a rule of a pack", () => {
  it.each(ofPacks)("%s does not run where %s is left out", (name, pack, { examples }) => {
    expect(examples.bad.length).toBeGreaterThan(0);
    for (const { edit } of examples.bad) {
      const files = applyEdit(BASE.files, edit);
      const settings = files.get("recare.yaml") ?? "";
      expect(settings).toContain(`  - ${pack}\n`);
      files.set("recare.yaml", settings.replace(`  - ${pack}\n`, ""));
      const found = compileTexts(files).findings.map(({ rule }) => rule);
      expect(found).toContain("pack-left-out");
      expect(found).not.toContain(name);
    }
  });
});
