import { english } from "../../audience/index.ts";
import { type Kind, kindName, lexicon, scanText } from "../../lexicon/index.ts";
import type { Campaign, OutletPart } from "../../model/index.ts";

/** What state and federal law protects beyond other care. */
export const SENSITIVE: readonly Kind[] = [
  "hiv-sti",
  "substance",
  "mental",
  "reproductive",
  "gender",
  "genetic",
  "abuse",
];

/** Where only the patient reads or hears: behind a login, or after verification. */
export const PRIVATE_PARTS: readonly OutletPart[] = [
  "portal.body",
  "phone.verified",
  "phone.objection",
  "phone.clinical_question",
];

/** The sensitive kinds of care that a campaign is about, by its name, its segments and its conditions. */
export function sensitiveTopics(campaign: Campaign): ReadonlySet<Kind> {
  const { id, title, audience, chosenBy } = campaign;
  const texts = [
    id,
    title,
    ...(audience?.segments ?? []).map((segment) => segment.id),
    ...chosenBy.map(({ value }) => value),
    ...(audience?.include ?? []).map(({ value }) => english(value)),
    ...(audience?.segments ?? []).flatMap(({ condition }) => (condition ? [english(condition)] : [])),
  ];
  const kinds = texts.flatMap((text) =>
    scanText(text.replace(/[-_.]/g, " "), lexicon(), "en").map(({ kind }) => kind),
  );
  return new Set(kinds.filter((kind) => SENSITIVE.includes(kind)));
}

/** "a sexual-health word" as a topic. */
export function topicName(kind: Kind): string {
  return kindName(kind)
    .replace(/^(?:an?) /, "")
    .replace(/ word$/, "")
    .replace(/^word about /, "");
}
