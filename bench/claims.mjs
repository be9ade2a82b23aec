// What the patterns of claims and offers find, and where they alarm falsely, on the sentences of test/claims. With SHOWN=1 the
// mistakes on the tuning part are listed; those on the held-out part never are, for whoever sees them begins to fit them.

import { readFileSync } from "node:fs";
import { load } from "./load-lexicon.mjs";

const { lexicon, scanText } = await load("index.ts");
const words = lexicon();

for (const part of ["tuning", "held-out"]) {
  const sentences = readFileSync(`test/claims/gold-${part}.tsv`, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [language, kinds, text] = line.split("\t");
      const found = scanText(text, words, language)
        .filter(({ category }) => category === "claim" || category === "inducement")
        .map(({ kind, start, end }) => ({ kind, words: text.slice(start, end) }));
      return { language, kinds: kinds.split(","), text, found };
    });
  const kinds = [...new Set(sentences.flatMap((sentence) => sentence.kinds[0]))].filter(
    (kind) => kind !== "none",
  );
  for (const language of ["en", "es"]) {
    const own = sentences.filter((sentence) => sentence.language === language);
    const claims = own.filter((sentence) => !sentence.kinds.includes("none"));
    const others = own.filter((sentence) => sentence.kinds.includes("none"));
    const rows = kinds.map((kind) => rowOf(kind, own));
    console.log(`\n${part}, ${language}: ${own.length} sentences`);
    console.table(Object.fromEntries(rows.map(({ kind, ...figures }) => [kind, figures])));
    console.log(`claims found: ${claims.filter(({ found }) => found.length > 0).length} of ${claims.length}`);
    console.log(`false alarms: ${others.filter(({ found }) => found.length > 0).length} of ${others.length}`);
    if (process.env.SHOWN && part === "tuning") show(own);
  }
}

/** Of sentences of a kind, how many were found, and as that kind; of findings of that kind, how many were right. */
function rowOf(kind, sentences) {
  const own = sentences.filter((sentence) => sentence.kinds[0] === kind);
  const flagged = sentences.filter(({ found }) => found.some((hit) => hit.kind === kind));
  return {
    kind,
    sentences: own.length,
    found: own.filter(({ found }) => found.length > 0).length,
    "as that kind": own.filter(({ kinds, found }) => found.some((hit) => kinds.includes(hit.kind))).length,
    flagged: flagged.length,
    "of them claims": flagged.filter((sentence) => !sentence.kinds.includes("none")).length,
  };
}

function show(sentences) {
  for (const { kinds, text, found } of sentences) {
    const isRight = kinds.includes("none")
      ? found.length === 0
      : found.some((hit) => kinds.includes(hit.kind));
    if (!isRight)
      console.log(`${kinds}\t${text}\t${found.map((hit) => `${hit.kind}: ${hit.words}`).join(" · ")}`);
  }
}
