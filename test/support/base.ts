import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Compilation, compile } from "../../src/compile.ts";
import { BASELINE_FILE } from "../../src/waivers/index.ts";

/** The day on which every example is checked. */
export const TODAY = "2026-11-23";

/** A folder's texts and the digests of its other files, as the host would read them. */
export function readFolder(folder: string): { files: Map<string, string>; assets: Map<string, string> } {
  const files = new Map<string, string>();
  const assets = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const relative = path.slice(folder.length + 1).replaceAll("\\", "/");
    if (/\.(yaml|liquid)$/.test(relative)) files.set(relative, readFileSync(path, "utf8"));
    else assets.set(relative, createHash("sha256").update(readFileSync(path)).digest("hex"));
  }
  return { files, assets };
}

/** The workspace that every rule's examples edit. */
export const BASE = readFolder(join(import.meta.dirname, "../../src/rules/base"));

export function compileTexts(
  files: ReadonlyMap<string, string>,
  assets: ReadonlyMap<string, string> = BASE.assets,
  today = TODAY,
): Compilation {
  const texts = [...files].map(([path, text]) => ({ path, text }));
  const baseline = texts.find(({ path }) => path === BASELINE_FILE);
  return compile({ files: texts, assets, today, baseline });
}
