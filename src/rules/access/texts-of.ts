import type { Facts } from "../../analysis/index.ts";
import type { Campaign, Language, Words } from "../../model/index.ts";
import type { Span } from "../../source/index.ts";
import { bodiesOf, type Template } from "../../template/index.ts";
import { nameOf } from "../where.ts";

/** One text of a campaign, in the languages that it is written in. */
export interface TranslatedText {
  /** As a marketer calls it, and no other text of the campaign: "the subject of email-1", "the phrase urgent_line". */
  readonly what: string;
  readonly versions: ReadonlyMap<Language, Version>;
}

export interface Version {
  /** Stretches of literal words between tags, in reading order. */
  readonly words: readonly string[];
  readonly at: Span;
}

/** Every text that somebody wrote for this campaign, or that it takes from the library, each once, with its translations. */
export function textsOf(campaign: Campaign, facts: Facts): readonly TranslatedText[] {
  const { library } = facts.workspace;
  const texts = new Map<string, Map<Language, Version>>();
  const add = (what: string, language: Language, version: Version): void => {
    const versions = texts.get(what) ?? new Map<Language, Version>();
    texts.set(what, versions.set(language, version));
  };
  const addWords = (what: string, words: Words | undefined): void => {
    for (const [language, { value, at }] of words ?? []) add(what, language, { words: [value], at });
  };
  const outlets = facts.outletsOf(campaign);
  for (const outlet of outlets) {
    const { name, arm, language, template, source, at } = outlet.outlet;
    // The sender and the envelope are names of the organisation, the same in every language.
    if (source === "") continue;
    const which = [...(name === undefined ? [] : [name]), ...(arm === "b" ? ["version B"] : [])].join(", ");
    const what = which === "" ? nameOf(outlet) : `${nameOf(outlet)} (${which})`;
    add(what, language, { words: literalsOf(template), at });
    // The other labels of a test stand in no library.
    const labels = arm === "b" ? outlet.inserts.filter((insert) => insert.what === "actions") : [];
    for (const { body } of labels) {
      add(`the actions of ${what}`, language, { words: literalsOf(body), at });
    }
  }
  for (const [name, wording] of campaign.message) {
    for (const [language, { template, at }] of wording) {
      add(`message.${name}`, language, { words: literalsOf(template), at });
    }
  }
  const inserts = outlets.flatMap(({ inserts: all }) => all);
  const used = (kind: string): readonly string[] => [
    ...new Set(inserts.flatMap(({ what, id }) => (what === kind ? [id] : []))),
  ];
  for (const id of [...used("phrase"), ...used("added")]) {
    for (const [language, { template, at }] of library.phrases.get(id)?.text ?? []) {
      add(`the phrase ${id}`, language, { words: literalsOf(template), at });
    }
  }
  for (const id of used("claim")) addWords(`the claim ${id}`, library.claims.get(id)?.text);
  for (const { value } of campaign.actions) {
    addWords(`the label of ${value}`, library.actions.get(value)?.label);
  }
  for (const { value } of campaign.bring) addWords(`the item ${value}`, library.bring.get(value)?.label);
  for (const { id, label } of campaign.steps.flatMap(({ offers }) => offers)) {
    addWords(`the offer ${id}`, label);
  }
  return [...texts].map(([what, versions]) => ({ what, versions }));
}

/** The words of a text itself; what it inserts is a text of its own. */
function literalsOf(template: Template): readonly string[] {
  return template.flatMap((node) => {
    if (node.kind === "text") return [node.text];
    return node.kind === "insert" ? [] : bodiesOf(node).flatMap(literalsOf);
  });
}
