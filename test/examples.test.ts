import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderText } from "../src/report/index.ts";
import { compileTexts, readFolder } from "./support/base.ts";

const EXAMPLES = join(import.meta.dirname, "../examples");
const folders = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** What `recare check` prints for a folder, without colour, 100 columns wide. */
function checked(folder: string): string {
  const { files, assets } = readFolder(join(EXAMPLES, folder));
  const { findings } = compileTexts(files, assets);
  return renderText(
    { findings, files: [...files].map(([path, text]) => ({ path, text })) },
    { colour: false, columns: 100 },
  );
}

describe("examples/", () => {
  it("holds a dozen mistakes, or more", () => {
    expect(folders.length).toBeGreaterThan(12);
  });

  it.each(folders)("%s says what its expected.txt says; npm run test:update rewrites it", (folder) => {
    const expected = join(EXAMPLES, folder, "expected.txt");
    const text = checked(folder);
    if (process.env.UPDATE_EXPECTED === "1") writeFileSync(expected, text);
    expect(existsSync(expected) ? readFileSync(expected, "utf8") : "").toBe(text);
  });

  it.each(folders.filter((folder) => folder !== "hello-world"))("%s shows one mistake, once", (folder) => {
    const { files, assets } = readFolder(join(EXAMPLES, folder));
    expect(compileTexts(files, assets).findings).toHaveLength(1);
  });

  it("hello-world is clean and gives a plan", () => {
    const { files, assets } = readFolder(join(EXAMPLES, "hello-world"));
    const { findings, plans } = compileTexts(files, assets);
    expect(findings).toEqual([]);
    expect(plans.map(({ campaign }) => campaign)).toEqual(["hello-world"]);
  });
});
