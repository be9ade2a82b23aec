// The rooms that are measured, bundled where Node finds their packages.

import { resolve } from "node:path";

const FOLDER = resolve("node_modules/.cache/bench");

/** Bundles TypeScript into a file that Node can read, and gives its path. */
export async function bundled(name, contents) {
  const { build } = await import("esbuild");
  const outfile = placeOf(name);
  await build({
    stdin: { contents, resolveDir: ".", loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
    packages: "external",
    define: { RECARE_VERSION: '"bench"', RECARE_BUILD: '"bench"' },
  });
  return outfile;
}

/** What `bench/judging/prepare.mjs` bundled: to judge needs neither the bundler nor the compiler in memory. */
export function rooms() {
  return import(placeOf("rooms"));
}

function placeOf(name) {
  return `${FOLDER}/${name}.mjs`;
}
