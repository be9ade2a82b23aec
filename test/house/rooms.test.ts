import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../../src");

/** From the ground up: a room imports `source` and rooms above it in this list, never below. */
const ROOMS = [
  "source",
  "formats",
  "syntax",
  "calendar",
  "packs",
  "audience",
  "template",
  "lexicon",
  "workspace",
  "model",
  "analysis",
  "plan",
  "rules",
  "waivers",
  "review",
  "evidence",
  "packet",
  "database",
  "roster",
  "judge",
  "delivery",
  "run",
  "simulate",
  "outcomes",
  "report",
  "host",
  "cli",
];

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

/** `from "…"` and `import("…")` of a file, as paths under src/; packages are left out. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) =>
    relative(SRC, join(SRC, dirname(file), match[1] ?? "")),
  );
}

describe("the house", () => {
  it("has the rooms of the list, and no other", () => {
    const rooms = new Set(files.filter((file) => file.includes("/")).map((file) => file.split("/")[0]));
    expect([...rooms].sort()).toEqual([...ROOMS].sort());
  });

  it.each(files.filter((file) => file.includes("/")))("%s imports only from rooms above it", (file) => {
    const room = ROOMS.indexOf(file.split("/")[0] ?? "");
    const below = importsOf(file).filter((target) => {
      const [name = ""] = target.split("/");
      if (!target.includes("/")) return ROOMS[room] !== "cli";
      return ROOMS.indexOf(name) > room;
    });
    expect(below).toEqual([]);
  });

  it.each(files.filter((file) => file.includes("/")))("%s enters other rooms through their door", (file) => {
    const [own] = file.split("/");
    const windows = importsOf(file).filter(
      (target) => target.includes("/") && target.split("/")[0] !== own && target.split("/")[1] !== "index.ts",
    );
    expect(windows).toEqual([]);
  });
});
