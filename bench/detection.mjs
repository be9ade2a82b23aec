// What the lexicon finds and misses in texts that it was not made from. The corpora are not part of this repository; the folder
// that holds them (messages/, eval/; see docs/detection.md) is named by RECARE_CORPORA.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "./load-lexicon.mjs";

const corpora = process.env.RECARE_CORPORA;
if (corpora === undefined || !existsSync(corpora)) {
  console.log("RECARE_CORPORA names no folder; nothing is measured.");
  process.exit(0);
}

const { lexicon, scanText, unreviewedIn } = await load("index.ts");
const words = lexicon();
const SHOWN = Number(process.env.SHOWN ?? 0);

const hitsIn = (text) => scanText(text, words, "en");
const clinicalIn = (text) => hitsIn(text).filter((hit) => hit.category === "clinical");
const isStopped = (text) => clinicalIn(text).length > 0 || unreviewedIn(text, words, "en").length > 0;

const measured = [...realMessages(), ...everydayMessages(), ...healthQuestions(), ...abstracts()];
for (const { corpus, what, hits, of } of measured) {
  console.log(JSON.stringify({ corpus, what, hits, of, share: Number((hits / of).toFixed(4)) }));
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
    share("everyday messages", "blame, alarm, pressure", messages, (it) =>
      hitsIn(it).some((hit) => ["blame", "alarm", "pressure"].includes(hit.category)),
    ),
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
    share("summaries of health questions", "clinical", summaries, (it) => clinicalIn(it).length > 0),
    share("summaries of health questions", "clinical or unreviewed", summaries, isStopped),
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
  return Object.entries(mentions).flatMap(([type, all]) => [
    share("abstracts", `${type.toLowerCase()} mentions: clinical`, all, (it) => it.byLexicon),
    share("abstracts", `${type.toLowerCase()} mentions: clinical or unreviewed`, all, (it) => it.stopped),
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
  console.error(`\n${corpus}, ${what}: the smaller part`);
  for (const it of texts.slice(0, SHOWN)) {
    const text = typeof it === "string" ? it : it.text;
    console.error(
      `  ${text.slice(0, 160)}\n    ${hitsIn(text)
        .map((hit) => `${hit.kind}: ${text.slice(hit.start, hit.end)}`)
        .join(" · ")}`,
    );
  }
}

function linesOf(path) {
  return readFileSync(join(corpora, path), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
}
