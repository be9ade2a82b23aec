import {
  type Category,
  isPublicShortener,
  type Kind,
  kindName,
  type Lexicon,
  mainStatements,
  oneMistakeEachIn,
  scanLink,
  scanText,
  type TextHit,
  unreviewedIn,
} from "../../lexicon/index.ts";
import { metaOf } from "../../rules/index.ts";
import type { RuleMeta, Severity } from "../../source/index.ts";
import { lengthOf, type Skeleton, smsParts } from "../../template/index.ts";
import { overlaps, type Value, valuesIn, withValuesHidden } from "./values.ts";

/** What a finding is about, for those who count and filter findings. */
export type ScanCategory =
  | "clinical"
  | "unreviewed"
  | "claim"
  | "tone"
  | "sender"
  | "link"
  | "length"
  | "other";

/** A finding in a message that belongs to no workspace; offsets in UTF-16 units of the message. */
export interface ScanFinding {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly category: ScanCategory;
  /** The words that are marked. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** How a message is read. */
export interface Reading {
  readonly lexicon: Lexicon;
  readonly language: string;
  /** The name that every message must begin with; without one, nothing is known about the sender. */
  readonly sender: string | undefined;
}

/** What a finding of the lexicon is, by its category there. */
const WORDING: Readonly<Record<Category, { readonly rule: RuleMeta; readonly category: ScanCategory }>> = {
  clinical: { rule: ruleNamed("no-diagnosis-in-sms"), category: "clinical" },
  blame: { rule: ruleNamed("blame"), category: "tone" },
  alarm: { rule: ruleNamed("alarm"), category: "tone" },
  pressure: { rule: ruleNamed("pressure"), category: "tone" },
  claim: { rule: ruleNamed("claim-unapproved"), category: "claim" },
  inducement: { rule: ruleNamed("claim-unapproved"), category: "claim" },
  service: { rule: ruleNamed("claim-unapproved"), category: "claim" },
  billing: { rule: ruleNamed("claim-unapproved"), category: "other" },
  placeholder: { rule: ruleNamed("leftover-placeholder"), category: "other" },
};
/** Claims and offers with a rule of their own. */
const RULE_OF_KIND: ReadonlyMap<Kind, RuleMeta> = new Map([
  ["guarantee", ruleNamed("claim-no-guarantee")],
  ["statistic", ruleNamed("claim-statistic-sourced")],
  ["testimonial", ruleNamed("claim-testimonial")],
  ["price", ruleNamed("benefit-accuracy")],
  ["coverage", ruleNamed("benefit-accuracy")],
  ["gift", ruleNamed("incentive-limit")],
  ["free", ruleNamed("free-offer-disclosure")],
  ["discount", ruleNamed("free-offer-disclosure")],
  ["prescribing", ruleNamed("telehealth-availability")],
]);
const STATEMENTS: ReadonlySet<Category> = new Set(["claim", "inducement"]);
const UNREVIEWED_WORD = ruleNamed("unreviewed-word");
const LINK_CLINICAL_WORD = ruleNamed("link-clinical-word");
const PUBLIC_SHORTENER = ruleNamed("public-shortener");
const SMS_SENDER = ruleNamed("sms-sender");
const SMS_LENGTH = ruleNamed("sms-length");

/** What is wrong with one text message, in reading order. */
export function scanMessage(message: string, reading: Reading): readonly ScanFinding[] {
  if (message.trim() === "") return [];
  const values = valuesIn(message);
  const text = withValuesHidden(message, values);
  const addresses = addressesIn(text);
  const findings = [
    // What a link says is said once, as a finding about the link.
    ...wording(text, reading).filter((found) => found.category !== "clinical" || !overlaps(found, addresses)),
    ...addresses.flatMap((address) => link(text, address, reading)),
    ...sender(text, reading),
    ...length(message, values),
  ];
  return findings
    .filter((finding) => finding.category === "length" || !overlaps(finding, values))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1));
}

function wording(text: string, { lexicon, language }: Reading): readonly ScanFinding[] {
  const all = scanText(text, lexicon, language);
  const statements = mainStatements(all, (hit) => hit.end - hit.start, overlap);
  const main = all.filter((hit) => !STATEMENTS.has(hit.category) || statements.includes(hit));
  const hits = oneMistakeEachIn(text, main)
    // Where a video visit may be offered, only a workspace knows.
    .filter(({ kind }) => kind !== "telehealth")
    .map(({ category, kind, start, end }) => {
      const { rule, category: as } = WORDING[category];
      const said = `"${text.slice(start, end)}" is ${kindName(kind)}.`;
      return finding(RULE_OF_KIND.get(kind) ?? rule, as, text, start, end, said);
    });
  const words = unreviewedIn(text, lexicon, language).map(({ text: word, start, end }) =>
    finding(
      UNREVIEWED_WORD,
      "unreviewed",
      text,
      start,
      end,
      `Nobody has reviewed "${word}" for a text message.`,
    ),
  );
  return [...hits, ...words];
}

function overlap(a: TextHit, b: TextHit): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A web address as it stands in a text: with a scheme, or a host of at least two parts with a path. */
interface Address {
  readonly text: string;
  readonly host: string;
  readonly start: number;
  readonly end: number;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"]{1,2000}|\b(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}\/[^\s<>"]{0,2000}/gi;

function addressesIn(text: string): readonly Address[] {
  // Almost every message has none.
  if (!text.includes("/")) return [];
  return Array.from(text.matchAll(ADDRESS), ({ 0: written, index }) => {
    const address = written.replace(/[.,;:!?)\]]+$/, "");
    const host = /^(?:https?:\/\/)?([^/?#:]+)/i.exec(address)?.[1] ?? "";
    return { text: address, host, start: index, end: index + address.length };
  });
}

function link(text: string, address: Address, { lexicon, language }: Reading): readonly ScanFinding[] {
  const { host, start, end } = address;
  const words = scanLink(address.text, lexicon, language).map((hit) => {
    const [from, to] = [start + hit.start, start + hit.end];
    const message = `This link says "${text.slice(from, to)}", ${kindName(hit.kind)}.`;
    return finding(LINK_CLINICAL_WORD, "link", text, from, to, message);
  });
  if (!isPublicShortener(host)) return words;
  const message = `${host} is a public link shortener, which hides where the link leads.`;
  return [finding(PUBLIC_SHORTENER, "link", text, start, end, message), ...words];
}

function sender(text: string, { sender: name }: Reading): readonly ScanFinding[] {
  if (name === undefined || text.trimStart().toLowerCase().startsWith(name.toLowerCase())) return [];
  const first = /\S+/.exec(text);
  const start = first?.index ?? 0;
  return [
    finding(
      SMS_SENDER,
      "sender",
      text,
      start,
      start + (first?.[0].length ?? 0),
      `The message does not begin with "${name}".`,
    ),
  ];
}

/** Fits into one part whatever its characters are. */
const SHORTEST_PART = 70;

/** Values have lengths of their own, so only what is certain without them is said. */
function length(message: string, values: readonly Value[]): readonly ScanFinding[] {
  if (message.length <= SHORTEST_PART) return [];
  const bound = lengthOf(skeletonOf(message, values));
  const parts = smsParts(bound);
  if (parts <= 1) return [];
  const apart = values.length === 0 ? "" : " before its values are filled in";
  const said = `The message takes ${parts} parts${apart}; an SMS has room for ${bound.septets < 0 ? "70 characters where one is outside the plain alphabet" : "160 characters"}.`;
  return [finding(SMS_LENGTH, "length", message, 0, message.length, said)];
}

function skeletonOf(message: string, values: readonly Value[]): Skeleton {
  const at = { file: "", start: 0, end: 0 };
  const parts: Skeleton[] = [];
  let from = 0;
  for (const { start, end } of values) {
    parts.push({ kind: "lit", text: message.slice(from, start), at });
    from = end;
  }
  return { kind: "cat", parts: [...parts, { kind: "lit", text: message.slice(from), at }] };
}

function finding(
  rule: RuleMeta,
  category: ScanCategory,
  text: string,
  start: number,
  end: number,
  message: string,
): ScanFinding {
  const { code, name, severity } = rule;
  return { code, name, severity, category, text: text.slice(start, end), start, end, message };
}

/** Every rule of this list is looked up when the program starts to scan, so that a renamed one cannot go unnoticed. */
function ruleNamed(name: string): RuleMeta {
  const rule = metaOf(name);
  if (rule === undefined) throw new Error(`there is no rule ${name}`);
  return rule;
}
