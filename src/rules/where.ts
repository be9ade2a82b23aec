import type { OutletFacts } from "../analysis/index.ts";
import type { Hit } from "../lexicon/index.ts";
import type { OutletPart } from "../model/index.ts";
import { cover, type Span, type Witness } from "../source/index.ts";
import type { LatticeWord } from "../template/index.ts";

/** The stretch to underline for some words: all of them where they stand in one file, else the first. */
export function spanOf(words: readonly LatticeWord[], fallback: Span): Span {
  const spans = words.flatMap(({ at }) => [...at]);
  const first = spans[0];
  if (first === undefined) return fallback;
  return spans.filter(({ file }) => file === first.file).reduce(cover, first);
}

/** A stretch of a setting as it is written, in quotes or without; all of it where escapes or folds moved its letters. */
export function stretchOf(at: Span, text: string, start: number, end: number): Span {
  const quotes = (at.end - at.start - text.length) / 2;
  if (quotes !== 0 && quotes !== 1) return at;
  return { file: at.file, start: at.start + quotes + start, end: at.start + quotes + end };
}

/** The words as they are rendered, with the guard under which they are. */
export function witnessOf(words: readonly LatticeWord[], { sample }: OutletFacts): Witness | undefined {
  const when = [...new Set(words.map((word) => word.when).filter((guard) => guard !== ""))].join(" and ");
  const apart =
    new Set(words.flatMap(({ at }) => at.map(({ file, start }) => `${file}:${start}`))).size > words.length;
  if (when === "" && !apart) return undefined;
  return { text: sample.includes(wordsOf(words)) ? sample : `… ${wordsOf(words)} …`, when };
}

/** The words of a hit as a reader sees them. */
export function wordsOf(words: readonly LatticeWord[]): string {
  return words.map(({ text }) => text).join(" ");
}

/** Whether a hit stands wholly within approved or shared words of this kind. */
export function within(hit: Hit, kind: string): boolean {
  return hit.words.every(({ marks }) => marks.some((mark) => mark === kind || mark.startsWith(`${kind}:`)));
}

/** Outlets that hold nothing but names and addresses of the organisation. */
export const OF_NAMES: readonly OutletPart[] = ["email.sender", "letter.envelope"];

/** An outlet as a marketer calls it: "the text of text-1", "the subject of email-1". */
export function nameOf({ outlet }: OutletFacts): string {
  if (outlet.part === "reply.text") return `what answers ${outlet.name}`;
  return `${PART_NAMES[outlet.part]} of ${outlet.step}`;
}

const PART_NAMES: Readonly<Record<OutletFacts["outlet"]["part"], string>> = {
  "sms.body": "the text message",
  "email.sender": "the sender",
  "email.subject": "the subject",
  "email.preheader": "the preheader",
  "email.body": "the email",
  "phone.opening": "the opening",
  "phone.third_party": "what somebody else is told",
  "phone.voicemail": "the voicemail",
  "phone.verified": "the words after verification",
  "phone.objection": "an answer to an objection",
  "phone.clinical_question": "the clinical hand-off",
  "letter.envelope": "the envelope",
  "letter.body": "the letter",
  "portal.title": "the portal title",
  "portal.body": "the portal message",
  "reply.text": "the answer to a reply",
};

/** Whether a word is a part of a web address, which rules of its own read. */
export function isOfAddress({ at, text }: LatticeWord, { links }: OutletFacts): boolean {
  const within = (link: Span) =>
    at.every(({ file, start, end }) => file === link.file && link.start <= start && end <= link.end);
  return /^https?$/i.test(text) || links.some((link) => within(link.at));
}
