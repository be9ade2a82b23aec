import type { Span } from "../source/index.ts";
import { entryOf, type YamlNode } from "../syntax/index.ts";
import { choiceAt, mapAt, type Sourced, textAt, textsAt } from "../workspace/index.ts";
import type { Language, Words } from "./library.ts";
import { bindLiteralWords } from "./wording.ts";

/** On what texts and calls rest. */
export const CONSENT_BASES = [
  "prior-express",
  "prior-express-written",
  "healthcare-exempt",
  "manual-live-call",
] as const;
export type ConsentBasis = (typeof CONSENT_BASES)[number];

/** What a record of consent holds: the number, how and when it was given, for what, and the words that were read. */
export const CONSENT_RECORD = ["number", "source", "time", "scope", "wording"] as const;

/** Where the numbers come from that are texted and called. */
export const NUMBER_SOURCES = ["patient", "registration", "other-records", "vendor"] as const;

/** Lists of people who want no sales calls, against which numbers are held. */
export const DO_NOT_CALL_LISTS = ["national", "state", "own"] as const;

/** Ways in which people say that they want no more messages. */
export const OPT_OUT_WAYS = ["keywords", "own-words", "told-to-staff", "voicemail", "email"] as const;
export type OptOutWay = (typeof OPT_OUT_WAYS)[number];

export const OPT_OUT_SCOPES = ["everything", "this-kind"] as const;
export const OPT_OUT_REACHES = ["every-channel", "that-channel"] as const;

/** How an opt-out is taken, what it ends, and how it is confirmed. */
export interface OptOut {
  /** Ways that somebody, or something, takes care of. */
  readonly ways: Sourced<readonly OptOutWay[]> | undefined;
  /** Words by which people opt out, beside those of the law in English and Spanish. */
  readonly words: Sourced<readonly string[]> | undefined;
  readonly scope: Sourced<(typeof OPT_OUT_SCOPES)[number]> | undefined;
  readonly reaches: Sourced<(typeof OPT_OUT_REACHES)[number]> | undefined;
  /** The one text that confirms it, by language. */
  readonly confirmation: Words;
  /** As written: "5 minutes". */
  readonly confirmedWithin: Sourced<string> | undefined;
  readonly at: Span;
}

/** What the health-care exemption rests on. */
export interface Exemption {
  /** How a message costs its reader nothing, in words. */
  readonly freeToEndUser: Sourced<string> | undefined;
  readonly purpose: Sourced<string> | undefined;
  readonly at: Span;
}

/** What is stated about the consent of those who are texted and called. */
export interface DeclaredConsent {
  readonly consentBasis: Sourced<ConsentBasis> | undefined;
  readonly consentWording: Sourced<string> | undefined;
  readonly consentRecord: Sourced<readonly string[]> | undefined;
  readonly numberSource: Sourced<(typeof NUMBER_SOURCES)[number]> | undefined;
  /** How long before a message a number was last checked for a new owner; as written: "30 days". */
  readonly numbersChecked: Sourced<string> | undefined;
  readonly doNotCall: Sourced<readonly string[]> | undefined;
  readonly optOut: OptOut | undefined;
  readonly exemption: Exemption | undefined;
}

/** What a campaign states, else what its organisation stated; a block is taken whole. */
export function bindConsent(
  node: YamlNode | undefined,
  outer: DeclaredConsent | undefined,
  first: Language,
): DeclaredConsent {
  return {
    consentBasis: choiceAt(node, "consent_basis", CONSENT_BASES) ?? outer?.consentBasis,
    consentWording: textAt(node, "consent_wording") ?? outer?.consentWording,
    consentRecord: listed(node, "consent_record", CONSENT_RECORD) ?? outer?.consentRecord,
    numberSource: choiceAt(node, "number_source", NUMBER_SOURCES) ?? outer?.numberSource,
    numbersChecked: textAt(node, "numbers_checked") ?? outer?.numbersChecked,
    doNotCall: listed(node, "do_not_call", DO_NOT_CALL_LISTS) ?? outer?.doNotCall,
    optOut: bindOptOut(node, first) ?? outer?.optOut,
    exemption: bindExemption(node) ?? outer?.exemption,
  };
}

function bindOptOut(declarations: YamlNode | undefined, first: Language): OptOut | undefined {
  const at = entryOf(declarations, "opt_out")?.key.span;
  const node = mapAt(declarations, "opt_out");
  if (at === undefined || node === undefined) return undefined;
  return {
    ways: listed(node, "ways", OPT_OUT_WAYS),
    words: textsUnder(node, "words"),
    scope: choiceAt(node, "scope", OPT_OUT_SCOPES),
    reaches: choiceAt(node, "reaches", OPT_OUT_REACHES),
    confirmation: bindLiteralWords(node, "confirmation", first),
    confirmedWithin: textAt(node, "confirmed_within"),
    at,
  };
}

function bindExemption(declarations: YamlNode | undefined): Exemption | undefined {
  const at = entryOf(declarations, "exemption")?.key.span;
  const node = mapAt(declarations, "exemption");
  if (at === undefined || node === undefined) return undefined;
  return { freeToEndUser: textAt(node, "free_to_end_user"), purpose: textAt(node, "purpose"), at };
}

function textsUnder(node: YamlNode | undefined, key: string): Sourced<readonly string[]> | undefined {
  const at = entryOf(node, key)?.key.span;
  return at && { value: textsAt(node, key).map(({ value }) => value), at };
}

/** Words of a closed list under a key, at the key. */
function listed<T extends string>(
  node: YamlNode | undefined,
  key: string,
  of: readonly T[],
): Sourced<readonly T[]> | undefined {
  const written = textsUnder(node, key);
  return written && { value: of.filter((word) => written.value.includes(word)), at: written.at };
}
