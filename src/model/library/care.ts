import { valueUnder, type YamlNode, type YamlScalar } from "../../syntax/index.ts";
import { choiceAt, textAt, textsAt } from "../../workspace/index.ts";
import { type Action, type BringItem, type Offer, type Page, type Pathway, REPLY_KINDS } from "../library.ts";
import { bindDate } from "../times.ts";
import { bindLiteralWords, literalWords } from "../wording.ts";
import type { Shelf } from "./shelf.ts";

export function bindAction(shelf: Shelf, key: YamlScalar, node: YamlNode): Action {
  return {
    id: key.text,
    label: bindLiteralWords(node, "label", shelf.first),
    page: textAt(node, "page"),
    shortLink: textAt(node, "short_link"),
    leadsTo: choiceAt(node, "leads_to", REPLY_KINDS)?.value,
    reply: textAt(node, "reply"),
    lastTested: bindDate(shelf.binder, textAt(node, "last_tested")),
    at: key.span,
  };
}

export function bindOffer(shelf: Shelf, key: YamlScalar, node: YamlNode): Offer {
  return {
    id: key.text,
    label: bindLiteralWords(node, "label", shelf.first),
    when: textAt(node, "when"),
    at: key.span,
  };
}

export function bindBringItem(shelf: Shelf, key: YamlScalar, node: YamlNode): BringItem {
  return { id: key.text, label: literalWords(node, shelf.first), at: key.span };
}

export function bindPage(shelf: Shelf, key: YamlScalar, node: YamlNode): Page {
  const checked = textAt(node, "wcag_checked");
  const day = bindDate(shelf.binder, checked);
  return {
    id: key.text,
    url: textAt(node, "url") ?? { value: "", at: key.span },
    purpose: textAt(node, "purpose")?.value ?? "",
    sections: textsAt(node, "sections").map(({ value }) => value),
    languages: textsAt(node, "languages").map(({ value }) => value),
    linkChecked: bindDate(shelf.binder, textAt(node, "link_checked")),
    wcagChecked: checked && day ? { value: day, at: checked.at } : undefined,
    loads: valueUnder(node, "loads") && textsAt(node, "loads"),
    at: key.span,
  };
}

export function bindPathway(_shelf: Shelf, key: YamlScalar, node: YamlNode): Pathway {
  return {
    id: key.text,
    soon: textAt(node, "soon")?.value,
    longLapsed: textAt(node, "long_lapsed")?.value,
    signedBy: textAt(node, "signed_by")?.value,
    others: textAt(node, "others"),
    at: key.span,
  };
}
