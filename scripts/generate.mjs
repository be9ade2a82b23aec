import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inScripts = (name) => join(root, "scripts", name);

const validators = join(root, "src", "workspace", "validators.generated.js");
const formats = join(root, "src", "formats", "validators.generated.js");
const lexicon = inScripts("lexicon.mjs");

if (
  isStale(
    [validators, formats].flatMap((path) => [path, path.replace(/\.js$/, ".d.ts")]),
    {
      inputs: [
        ...readdirSync(join(root, "schemas")).map((name) => join(root, "schemas", name)),
        inScripts("generate.mjs"),
        inScripts("schemas.mjs"),
        join(root, "node_modules", "ajv", "package.json"),
      ],
    },
  )
) {
  const { generateValidators, generateFormatValidators } = await import("./schemas.mjs");
  generateValidators(root, validators);
  generateFormatValidators(root, formats);
}

const { generatePacks, PACK_FILES, PACKS_MODULE } = await import("./packs.mjs");
const packs = dirname(PACKS_MODULE);
if (
  isStale([PACKS_MODULE], {
    inputs: [
      ...readdirSync(PACK_FILES).map((name) => join(PACK_FILES, name)),
      ...readdirSync(packs)
        .map((name) => join(packs, name))
        .filter((path) => path !== PACKS_MODULE),
      join(root, "src", "source", "pack-names.ts"),
      inScripts("packs.mjs"),
    ],
  })
) {
  await generatePacks();
}

if (existsSync(lexicon)) {
  const { generateLexicon } = await import(pathToFileURL(lexicon).href);
  await generateLexicon();
}

/** Whether an output is missing or older than what it is made from. */
function isStale(outputs, { inputs }) {
  if (!outputs.every(existsSync)) return true;
  const oldest = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  return inputs.some((path) => statSync(path).mtimeMs > oldest);
}
