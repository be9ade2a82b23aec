// The lexicon at the size of a large terminology: 100,000 invented but lifelike terms, how fast they load, how fast a text is
// scanned for them, and the same with `grep -F`, which only looks for strings, without words, case folding or everyday phrases.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "./load-lexicon.mjs";
import { duration, median, show } from "./measure.mjs";

const TERMS = 100_000;
const MEGABYTES = 16;
const TURNS = Number(process.env.BENCH_TURNS ?? 7);

const { compileTable, readTable, NO_AFFIXES, rankOf, scanText, lexicon } = await load(
  "compile-table.ts",
  "table.ts",
  "affixes.ts",
  "kinds.ts",
  "index.ts",
);
const random = generator(12345);
const pick = (from) => from[Math.floor(random() * from.length)];

const terms = inventedTerms();
const text = inventedText(terms);
const bytes = Buffer.byteLength(text);
const base64 = Buffer.from(
  compileTable(terms.map((term) => ({ text: term, rank: rankOf("condition"), flags: 0 }))),
).toString("base64");

const folder = mkdtempSync(join(tmpdir(), "recare-bench-"));
try {
  const loads = [];
  const scans = [];
  const product = [];
  const greps = [];
  writeFileSync(join(folder, "terms.txt"), `${terms.join("\n")}\n`);
  writeFileSync(join(folder, "text.txt"), text);
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now();
    const table = readTable(Buffer.from(base64, "base64"));
    loads.push(performance.now() - start);
    const invented = { ...lexicon(), layers: [{ table, affixes: NO_AFFIXES }] };
    scans.push(rate(() => scanText(text, invented, "en")));
    product.push(rate(() => scanText(text, lexicon(), "en")));
    greps.push(rate(grep));
  }
  const perSecond = (rates) => `${median(rates).toFixed(0)} MB/s`;
  show([
    { work: "100,000 terms: load", measured: duration(median(loads)), budget: "10 ms" },
    { work: "100,000 terms: scan", measured: perSecond(scans), budget: "50 MB/s" },
    { work: "100,000 terms: grep -F -o, for comparison", measured: perSecond(greps), budget: "none" },
    { work: "The product's own lexicon: scan", measured: perSecond(product), budget: "none" },
  ]);
} finally {
  rmSync(folder, { recursive: true });
}

/** Megabytes a second. */
function rate(work) {
  const start = performance.now();
  work();
  return bytes / 1e6 / ((performance.now() - start) / 1000);
}

function grep() {
  const args = ["-F", "-o", "-c", "-f", join(folder, "terms.txt"), join(folder, "text.txt")];
  const { error } = spawnSync("grep", args, { env: { ...process.env, LC_ALL: "C" } });
  if (error) throw error;
}

/** Terms of one to six words from the parts that medical words are made of. */
function inventedTerms() {
  const roots =
    "cardio myo neuro hepato nephro gastro entero osteo arthro chondro dermato hemato lympho thrombo angio broncho pulmo rhino laryngo ophthalmo retino kerato encephalo meningo myelo cysto pyelo hystero masto adeno thyro pancreato procto colo ileo duodeno esophago stomato fibro lipo melano leuko erythro spondylo teno cranio thoraco abdomino pelvi tracheo immuno onycho tricho histo patho".split(
      " ",
    );
  const endings =
    "itis osis oma pathy algia ectomy otomy ostomy plasty scopy graphy megaly penia plegia rrhea sclerosis stenosis malacia ptosis trophy lysis emia uria dynia cele pexy blastoma sarcoma carcinoma necrosis toxicity".split(
      " ",
    );
  const modes =
    "acute,chronic,subacute,recurrent,severe,mild,bilateral,left,right,upper,lower,congenital,primary,secondary,idiopathic,diabetic,ischemic,viral,bacterial,juvenile,postoperative,metastatic,stage ii,type 1,type 2,familial,atypical,refractory,progressive,allergic,toxic,gestational".split(
      ",",
    );
  const sites =
    "of breast,of lung,of liver,of kidney,of colon,of bladder,of thyroid gland,of knee joint,of lumbar spine,of left foot,of retina,of skin,with complications,with neuropathy,due to infection,in remission,with acute exacerbation".split(
      ",",
    );
  const word = () => (random() < 0.5 ? pick(roots) : pick(roots) + pick(roots)) + pick(endings);
  const shapes = [
    word,
    () => `${pick(modes)} ${word()}`,
    () => `${word()} ${pick(sites)}`,
    () => `${pick(modes)} ${word()} ${pick(sites)}`,
  ];
  const found = new Set();
  while (found.size < TERMS) found.add(pick(shapes)());
  return [...found].sort();
}

/** Sentences as clinics write them, every twentieth with a term. */
function inventedText(all) {
  const sentences = [
    "Maple Health: Hello Ana. We missed you at your visit on Tuesday.",
    "Pick a new time that works for you, or call us at 217-555-0142.",
    "Please bring a list of your questions and your insurance card.",
    "Your care team would like to set up a visit with you this month.",
    "We know plans change, and we are glad to help you find another day.",
    "If you need a ride, an interpreter or another way to reach us, let us know.",
    "Reply STOP to opt out.",
  ];
  const parts = [];
  for (let length = 0; length < MEGABYTES * 1e6; ) {
    const sentence = random() < 0.05 ? `This is about ${pick(all)}.` : pick(sentences);
    parts.push(sentence);
    length += sentence.length + 1;
  }
  return parts.join("\n");
}

/** Random numbers that are the same in every run (xorshift). */
function generator(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
