import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { parse } from "yaml";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the packs are written, and the module that they are compiled to. */
export const PACK_FILES = join(root, "data", "packs");
export const PACKS_MODULE = join(root, "src", "packs", "packs.generated.ts");

/** Compiles data/packs to src/packs/packs.generated.ts. */
export async function generatePacks() {
  const { assemblePacks } = await assembler();
  writeFileSync(
    PACKS_MODULE,
    `// Made by scripts/packs.mjs from data/packs.\nimport type { Pack } from "./pack.ts";\n\nexport const PACKS: readonly Pack[] = ${literal(assembled(assemblePacks))};\n`,
  );
}

function assembled(assemblePacks) {
  const files = readdirSync(PACK_FILES)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    // "failsafe" reads every scalar as it is written: a number and a date stay texts, and the assembler reads them.
    .map((name) => ({
      name,
      content: parse(readFileSync(join(PACK_FILES, name), "utf8"), { schema: "failsafe" }),
    }));
  try {
    return assemblePacks(files);
  } catch (error) {
    throw new Error(`data/packs/${error.message}`);
  }
}

/** The compiler is the room's own code, so that the product's limits and an organisation's are read alike. */
async function assembler() {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src", "packs", "assemble.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "warning",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** JSON as a TypeScript literal; what is undefined is said, since the type asks for the key. */
function literal(packs) {
  return JSON.stringify(packs, (_, value) => (value === undefined ? "\u0000" : value)).replaceAll(
    '"\\u0000"',
    "undefined",
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generatePacks();
