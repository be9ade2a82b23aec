// Loads the lexicon's source, bundled, as the program ships it.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** The exports of files in src/lexicon. */
export async function load(...files) {
  const contents = files.map((file) => `export * from "./src/lexicon/${file}";`).join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "warning",
  });
  const folder = mkdtempSync(join(tmpdir(), "recare-lexicon-"));
  try {
    const path = join(folder, "lexicon.mjs");
    writeFileSync(path, outputFiles[0].contents);
    return await import(pathToFileURL(path).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
