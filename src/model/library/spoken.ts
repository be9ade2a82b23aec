import { valueUnder, type YamlNode, type YamlScalar } from "../../syntax/index.ts";
import { choiceAt, entriesAt, textAt, textsAt } from "../../workspace/index.ts";
import { type Phrase, type Script, VOICES } from "../library.ts";
import { bindDate } from "../times.ts";
import { type Shelf, wordingOf } from "./shelf.ts";

export function bindScript(shelf: Shelf, key: YamlScalar, node: YamlNode): Script {
  const revised = textAt(node, "revised");
  const day = bindDate(shelf.binder, revised);
  return {
    id: key.text,
    voice: choiceAt(node, "voice", VOICES),
    revised: revised && day ? { value: day, at: revised.at } : undefined,
    open: wordingOf(shelf, valueUnder(node, "open")),
    thirdParty: wordingOf(shelf, valueUnder(node, "third_party")),
    voicemail: textAt(node, "voicemail"),
    verify: textsAt(node, "verify").map(({ value }) => value),
    afterVerification: wordingOf(shelf, valueUnder(node, "then")),
    ask: textsAt(node, "ask").map(({ value }) => value),
    objections: new Map(
      entriesAt(node, "objections").map((entry) => [entry.key.text, wordingOf(shelf, entry.value)]),
    ),
    clinicalQuestion: textAt(node, "clinical_question"),
    record: textsAt(node, "record").map(({ value }) => value),
    at: key.span,
  };
}

export function bindPhrase(shelf: Shelf, key: YamlScalar, node: YamlNode): Phrase {
  return { id: key.text, text: wordingOf(shelf, node), at: key.span };
}
