// What the patterns of claims and offers find, and where they alarm falsely, on the sentences of test/claims; written into
// docs/detection.md. With SHOWN=1 the mistakes on the tuning part are listed; those on the held-out and the fresh part never are, for whoever
// sees them begins to fit them.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "./load-lexicon.mjs";

const PAGE = "docs/detection.md";
const BLOCK = /(<!-- figures: node bench\/claims.mjs -->\n).*?(<!-- end of figures -->)/s;

const { lexicon, scanText } = await load("index.ts");
const words = lexicon();

const parts = ["tuning", "held-out", "fresh"].map((part) => ({ part, sentences: sentencesOf(part) }));
const all = parts.filter(({ part }) => part !== "fresh").flatMap(({ sentences }) => sentences);
const table = [
  "| kind | sentences | found | as that kind | found elsewhere as that kind | of them in a claim |",
  "|---|---|---|---|---|---|",
  ...[...new Set(all.flatMap(({ kinds }) => kinds[0] ?? []))].map(rowOf),
  "",
  "| part | language | claims and offers found | false alarms |",
  "|---|---|---|---|",
  ...parts.flatMap(({ part, sentences }) =>
    ["en", "es"].map((language) => totalOf(part, language, sentences)),
  ),
];
console.log(table.join("\n"));
const page = readFileSync(PAGE, "utf8");
if (!BLOCK.test(page)) throw new Error(`${PAGE} has no block for figures`);
writeFileSync(
  PAGE,
  page.replace(BLOCK, (_, begin, end) => `${begin}\n${table.join("\n")}\n\n${end}`),
);
if (process.env.SHOWN) show(parts[0].sentences);
everyday();

function sentencesOf(part) {
  return readFileSync(`test/claims/gold-${part}.tsv`, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [language, kinds, text] = line.split("\t");
      return {
        language,
        kinds: kinds === "none" ? [] : kinds.split(","),
        text,
        found: statementsIn(text, language),
      };
    });
}

function statementsIn(text, language) {
  return scanText(text, words, language)
    .filter(({ category }) => category === "claim" || category === "inducement")
    .map(({ kind, start, end }) => ({ kind, words: text.slice(start, end) }));
}

function isFound({ found }) {
  return found.length > 0;
}

/** Of the sentences of a kind, how many were found, and as that kind; of the other sentences with such a finding, how many claim something. */
function rowOf(kind) {
  const own = all.filter((it) => it.kinds[0] === kind);
  const right = own.filter(({ kinds, found }) => found.some((hit) => kinds.includes(hit.kind)));
  const others = all.filter((it) => !it.kinds.includes(kind) && it.found.some((hit) => hit.kind === kind));
  const claims = others.filter(({ kinds }) => kinds.length > 0);
  return `| ${kind} | ${own.length} | ${own.filter(isFound).length} | ${right.length} | ${others.length} | ${claims.length} |`;
}

function totalOf(part, language, sentences) {
  const own = sentences.filter((it) => it.language === language);
  const claims = own.filter(({ kinds }) => kinds.length > 0);
  const others = own.filter(({ kinds }) => kinds.length === 0);
  return `| ${part} | ${language} | ${claims.filter(isFound).length} of ${claims.length} | ${others.filter(isFound).length} of ${others.length} |`;
}

function show(sentences) {
  for (const { kinds, text, found } of sentences) {
    const isRight = kinds.length === 0 ? found.length === 0 : found.some((hit) => kinds.includes(hit.kind));
    if (!isRight)
      console.log(`${kinds}\t${text}\t${found.map((hit) => `${hit.kind}: ${hit.words}`).join(" · ")}`);
  }
}

/** Personal text messages claim nothing about care: what is found in them is a nuisance. */
function everyday() {
  const path = join(process.env.RECARE_CORPORA ?? "", "eval/everyday-sms.txt");
  if (!process.env.RECARE_CORPORA || !existsSync(path)) return;
  const messages = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const found = messages.filter((message) => statementsIn(message, "en").length > 0);
  console.log(`everyday messages with a claim or an offer: ${found.length} of ${messages.length}`);
}
