import { WEEKDAY_NAMES } from "../calendar/index.ts";
import type { Channel, FieldClass, OutletPart, ReplyKind, Voice } from "../model/index.ts";
import type { Concern, Subject } from "../plan/index.ts";
import { languageName, listed } from "../source/index.ts";
import type { PacketStep, Run } from "./model.ts";

export { languageName, listed };

/** Names that both printers use for the terms of the model. */

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  sms: "Text message",
  email: "Email",
  phone: "Phone call",
  letter: "Letter",
  portal: "Portal message",
};

export const VOICE_NAMES: Readonly<Record<Voice, string>> = {
  live: "staff",
  recorded: "a recording",
  ai: "an artificial voice",
  ringless: "a recording, left without a ring",
};

export const PART_NAMES: Readonly<Record<OutletPart, string>> = {
  "sms.body": "Text",
  "email.sender": "Sender",
  "email.subject": "Subject",
  "email.preheader": "Preheader",
  "email.body": "Body",
  "phone.opening": "Opening",
  "phone.third_party": "Someone else",
  "phone.voicemail": "Voicemail",
  "phone.verified": "Verified",
  "phone.objection": "Objections",
  "phone.clinical_question": "Clinical question",
  "letter.envelope": "Envelope",
  "letter.body": "Page",
  "portal.title": "Title",
  "portal.body": "Body",
  "reply.text": "Answer to a reply",
};

export const CONCERN_NAMES: Readonly<Record<Concern, string>> = {
  audience: "Audience and consent",
  copy: "Wording and claims",
  privacy: "Patient data",
  timing: "Timing",
  operations: "Who answers",
};

export const REPLY_NAMES: Readonly<Record<ReplyKind, string>> = {
  booked: "Books a visit",
  wants_a_call: "Asks for a call",
  missed_callback: "Misses the call back",
  question: "Asks a question",
  clinical_question: "Asks a clinical question",
  urgent_words: "Writes urgent words",
  accommodation: "Needs an accommodation",
  language_help: "Needs language help",
  declined: "Declines",
  wrong_person: "Wrong person",
  stop: "Says stop",
};

/** Class names with what they mean, from least to most sensitive. */
export const CLASS_MEANINGS: Readonly<Record<FieldClass, string>> = {
  public: "anybody may know",
  contact: "how to reach a person",
  scheduling: "when and where",
  clinical: "about health",
  restricted: "never printed",
};

/** "Patient data", "Wording and claims in Spanish". */
export function subjectInWords({ concern, language }: Subject): string {
  return language === null
    ? CONCERN_NAMES[concern]
    : `${CONCERN_NAMES[concern]} in ${languageName(language)}`;
}

/** By any text, since a packet may be handed days that this version does not know. */
export const DAY_NAMES: Readonly<Record<string, string>> = WEEKDAY_NAMES;

/** "first name" for `patient.first_name`, "clinic phone" for `clinic.phone`. */
export function fieldName(path: string): string {
  return path.replace(/^patient\./, "").replaceAll(/[._]/g, " ");
}

/** "North scheduling" for `north_scheduling`. */
export function idName(id: string): string {
  const words = id.replaceAll(/[_-]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "day 4", or "day 4 to 6" where the wait is in hours or business days. */
export function dayOf(step: Pick<PacketStep, "earliest" | "latest">): string {
  return step.earliest === step.latest ? `day ${step.earliest}` : `day ${step.earliest} to ${step.latest}`;
}

/** "1 step", "3 steps". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "wording and claims" for "Wording and claims", within a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Distinct values in the order of their first use. */
export function distinct<T>(values: Iterable<T>): readonly T[] {
  return [...new Set(values)];
}

/** A wording as one string, with fields as ⟦first name⟧. */
export function plain(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === "field" ? `⟦${fieldName(run.text)}⟧` : run.text)).join("");
}

/** Wording as a reviewer reads it: `{{ say.clinic.phone }}` is ⟦clinic phone⟧, a condition ⟦if …⟧. */
export function fieldsNamed(wording: string): string {
  return wording
    .replaceAll(
      /\{\{-?\s*(?:say\.)?([\w.]+)[^}]*\}\}/g,
      (_, path: string) => `⟦${path.replaceAll(/[._]/g, " ")}⟧`,
    )
    .replaceAll(/\{%-?\s*(.*?)\s*-?%\}/g, "⟦$1⟧");
}
