import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";
import { attacksIn } from "./attack.ts";

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".txt"));
const byFile = files.map(
  (file) => [file.slice(0, -4), attacksIn(readFileSync(join(import.meta.dirname, file), "utf8"))] as const,
);

/** Every finding as `CODE underlined text`. */
function foundAfter(edit: string): readonly string[] {
  const texts = applyEdit(BASE.files, edit);
  return compileTexts(texts).findings.map(
    ({ code, at }) => `${code} ${texts.get(at.file)?.slice(at.start, at.end)}`,
  );
}

/** The mark, with a word beside it at most where a longer phrase was found: "the best clinic". */
function inFinding(code: string, mark: string): RegExp {
  const exactly = mark.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${code} (?:\\S+ )?${exactly}(?: \\S+)?$`);
}

describe.each(byFile)("leaks: %s", (_, attacks) => {
  for (const { title, leak, twin, caught } of attacks) {
    it(`catches "${title}", and not its twin`, () => {
      const found = foundAfter(leak);
      for (const { code, mark } of caught)
        expect(found).toContainEqual(expect.stringMatching(inFinding(code, mark)));
      expect(foundAfter(twin)).toEqual([]);
    });
  }
});

describe("the attacks", () => {
  it("are many, each with a title of its own in its file", () => {
    expect(byFile.flatMap(([, attacks]) => attacks).length).toBeGreaterThan(150);
    for (const [, attacks] of byFile)
      expect(new Set(attacks.map(({ title }) => title)).size).toBe(attacks.length);
  });
});
