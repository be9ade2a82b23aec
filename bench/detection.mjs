// What the lexicon finds and misses: in the gold sets of test/lexicon/gold, and in texts of others. These corpora are not part of this
// repository; the folder that holds them (messages/, eval/; see docs/detection.md) is named by RECARE_CORPORA.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "./load-lexicon.mjs";

const corpora = process.env.RECARE_CORPORA ?? "";
const gold = join(import.meta.dirname, "..", "test", "lexicon", "gold");

const { lexicon, scanText, unreviewedIn } = await load("index.ts");
const words = lexicon();
const ownNames = goldLines("names.txt").map((value) => ({ value }));
/** The lexicon of an organization that has declared its own names. */
const withNames = lexicon({
  safe: new Map([
    ["en", ownNames],
    ["es", ownNames],
  ]),
});
const TONE = ["blame", "alarm", "pressure"];
const SHOWN = Number(process.env.SHOWN ?? 0);

const hitsIn = (text, language = "en") => scanText(text, words, language);
const clinicalIn = (text, language = "en") =>
  hitsIn(text, language).filter((hit) => hit.category === "clinical");
const reviewIn = (text, language = "en") => unreviewedIn(text, withNames, language);
const isStopped = (text, language = "en") =>
  clinicalIn(text, language).length > 0 || reviewIn(text, language).length > 0;

const measured = ["en", "es"].flatMap(goldSets);
if (existsSync(corpora))
  measured.push(...realMessages(), ...everydayMessages(), ...healthQuestions(), ...abstracts());
else console.error("RECARE_CORPORA names no folder, so only the gold sets are measured.");
for (const { corpus, what, hits, of } of measured) {
  console.log(JSON.stringify({ corpus, what, hits, of, share: Number((hits / of).toFixed(4)) }));
}

/** Sentences that must be stopped, and texts that must not be. */
function goldSets(language) {
  const clinical = goldLines(`clinical-${language}.txt`);
  const harmless = goldLines(`harmless-${language}.txt`);
  const corpus = `gold, ${language}`;
  return [
    share(corpus, "clinical sentences: clinical", clinical, (it) => clinicalIn(it, language).length > 0),
    share(corpus, "clinical sentences: clinical or unreviewed", clinical, (it) => isStopped(it, language)),
    share(corpus, "harmless texts: clinical", harmless, (it) => clinicalIn(it, language).length > 0),
    share(corpus, "harmless texts: unreviewed", harmless, (it) => reviewIn(it, language).length > 0),
    share(corpus, "harmless texts: blame, alarm, pressure", harmless, (it) => hasTone(it, language)),
  ];
}

function hasTone(text, language) {
  return hitsIn(text, language).some((hit) => TONE.includes(hit.category));
}

function goldLines(name) {
  return readFileSync(join(gold, name), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
}

/** Messages of live systems with tags by hand: each tag must be found, and a message tagged no-phi must have no clinical word. */
function realMessages() {
  const rows = linesOf("messages/real-messages.tsv")
    .slice(1)
    .map((line) => line.split("\t"));
  const tagged = (tag) => rows.filter((row) => row[3].split(",").includes(tag)).map((row) => row[4]);
  const categories = {
    alarm: ["alarm"],
    blame: ["blame"],
    pressure: ["pressure"],
    inducement: ["inducement"],
  };
  const has = (text, names) => hitsIn(text).some((hit) => names.includes(hit.category));
  return [
    share(
      "real messages",
      "tagged phi or vaccination: clinical",
      [...tagged("phi"), ...tagged("vaccination")],
      (it) => clinicalIn(it).length > 0,
    ),
    ...Object.entries(categories).map(([tag, names]) =>
      share("real messages", `tagged ${tag}`, tagged(tag), (it) => has(it, names)),
    ),
    share("real messages", "tagged no-phi: clinical", tagged("no-phi"), (it) => clinicalIn(it).length > 0),
  ];
}

/** Personal text messages: what is called clinical there is mostly a nuisance, though some of them do speak of health. */
function everydayMessages() {
  const messages = linesOf("eval/everyday-sms.txt");
  return [
    share("everyday messages", "clinical", messages, (it) => clinicalIn(it).length > 0),
    share("everyday messages", "blame, alarm, pressure", messages, (it) => hasTone(it, "en")),
  ];
}

/** Questions about health, and their short summaries, which are about as long as a text message. */
function healthQuestions() {
  const rows = linesOf("eval/meqsum-2019.tsv")
    .slice(1)
    .map((line) => line.split("\t"));
  const questions = rows.map((row) => row[1]);
  const summaries = rows.map((row) => row[2]);
  return [
    share("health questions", "clinical", questions, (it) => clinicalIn(it).length > 0),
    share("health questions", "clinical or unreviewed", questions, (it) => isStopped(it)),
    share("health questions", "any finding", questions, (it) => isStopped(it) || hitsIn(it).length > 0),
    share("summaries of health questions", "clinical", summaries, (it) => clinicalIn(it).length > 0),
    share("summaries of health questions", "clinical or unreviewed", summaries, (it) => isStopped(it)),
  ];
}

/** Mentions of diseases and chemicals in abstracts: found where a hit, or an unreviewed word, overlaps the mention. */
function abstracts() {
  const mentions = { Disease: [], Chemical: [] };
  for (const sentence of readFileSync(join(corpora, "eval/bc5cdr-iob-devel.tsv"), "utf8").split(/\n\s*\n/)) {
    const { text, found } = readMentions(sentence);
    if (found.length === 0) continue;
    const clinical = clinicalIn(text);
    const unreviewed = unreviewedIn(text, words, "en");
    for (const { start, end, type } of found) {
      const overlaps = (it) => it.start < end && start < it.end;
      mentions[type].push({
        text: text.slice(start, end),
        byLexicon: clinical.some(overlaps),
        stopped: clinical.some(overlaps) || unreviewed.some(overlaps),
      });
    }
  }
  const sets = {
    disease: mentions.Disease,
    chemical: mentions.Chemical,
    all: Object.values(mentions).flat(),
  };
  return Object.entries(sets).flatMap(([type, all]) => [
    share("abstracts", `${type} mentions: clinical`, all, (it) => it.byLexicon),
    share("abstracts", `${type} mentions: clinical or unreviewed`, all, (it) => it.stopped),
  ]);
}

/** One sentence of tokens with IOB tags as a text and its mentions. */
function readMentions(sentence) {
  let text = "";
  const found = [];
  for (const line of sentence.split("\n")) {
    const [token, tag = "O"] = line.split("\t");
    if (!token) continue;
    const start = text.length;
    text += `${token} `;
    if (tag.startsWith("B-")) found.push({ start, end: start + token.length, type: tag.slice(2) });
    else if (tag.startsWith("I-") && found.length > 0) found.at(-1).end = start + token.length;
  }
  return { text, found };
}

function share(corpus, what, texts, test) {
  const hits = texts.filter(test);
  if (SHOWN > 0) show(corpus, what, hits.length * 2 < texts.length ? hits : texts.filter((it) => !test(it)));
  return { corpus, what, hits: hits.length, of: texts.length };
}

/** With SHOWN=n, the first n texts of the smaller part, to look at. */
function show(corpus, what, texts) {
  const language = corpus.endsWith("es") && corpus.startsWith("gold") ? "es" : "en";
  console.error(`\n${corpus}, ${what}: the smaller part`);
  for (const it of texts.slice(0, SHOWN)) {
    const text = typeof it === "string" ? it : it.text;
    const hits = hitsIn(text, language).map((hit) => `${hit.kind}: ${text.slice(hit.start, hit.end)}`);
    const review = reviewIn(text, language).map((word) => `? ${word.text}`);
    console.error(`  ${text.slice(0, 160)}\n    ${[...hits, ...review].join(" · ")}`);
  }
}

function linesOf(path) {
  return readFileSync(join(corpora, path), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
}
