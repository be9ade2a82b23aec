import type { Span } from "../source/index.ts";
import type { Template, TemplateNode } from "../template/index.ts";
import type { Action, Library, Offer, Sourced } from "./library.ts";
import { productWords } from "./product-words.ts";
import { literal } from "./text-nodes.ts";
import type { TextSetting } from "./text-setting.ts";

/** The care actions, one a line: links where a link can be followed, addresses in full on paper. */
export function actionBlock(setting: TextSetting, at: Span): Template {
  const { library, channel } = setting;
  const nodes: TemplateNode[] = [];
  for (const id of setting.actions) {
    const action = library.actions.get(id);
    if (action === undefined) continue;
    const label = labelOf(setting, action);
    if (label === undefined) {
      const tested = setting.labels.get(id)?.values().next().value;
      setting.missing(`the label of ${id}`, tested?.at ?? action.at);
      continue;
    }
    const address = action.shortLink ?? stripScheme(library, action.page?.value);
    const words = literal(label.value, label.at);
    if (nodes.length > 0) nodes.push(literal("\n\n", at));
    if (address === undefined) {
      nodes.push(words);
    } else {
      const target = literal(address.value, address.at);
      const follow: TemplateNode = { kind: "insert", what: "link", id, body: [target], at: address.at };
      if (channel === "email" || channel === "portal") {
        nodes.push(literal("[", at), words, literal("](https://", at), follow, literal(")", at));
      } else {
        nodes.push(words, literal(": ", at), follow);
      }
    }
  }
  return nodes;
}

/** The words of an action: the tested ones in their arm, in every language. */
function labelOf(setting: TextSetting, action: Action): Sourced<string> | undefined {
  const tested = setting.labels.get(action.id);
  if (tested === undefined) return action.label.get(setting.language);
  const words = tested.get(setting.language);
  return words && { value: words.source.trim(), at: words.at };
}

/** What to bring, as a list under its own lead. */
export function bringBlock(setting: TextSetting, at: Span): Template {
  const { library, language } = setting;
  const items = setting.bring.flatMap((id) => {
    const item = library.bring.get(id);
    const label = item?.label.get(language);
    if (item && label === undefined) setting.missing(`the item ${id}`, item.at);
    return label === undefined ? [] : [literal("\n- ", at), literal(label.value, label.at)];
  });
  if (items.length === 0) return [];
  return [literal(`${productWords(language)?.bringLead ?? ""}\n`, at), ...items];
}

/** The first offer that this patient can use. */
export function offerChain(setting: TextSetting, offers: readonly Offer[], at: Span): Template {
  const [first, ...rest] = offers;
  if (first === undefined) return [];
  const label = first.label.get(setting.language);
  if (label === undefined) setting.missing(`the label of ${first.id}`, first.at);
  const words = label === undefined ? [] : [literal(label.value, label.at)];
  if (first.when === undefined) return words;
  return [
    {
      kind: "if",
      arms: [
        {
          // Compared, since Liquid counts every text as true, "no" among them.
          test: {
            kind: "compare",
            op: "==",
            left: { kind: "field", path: first.when.value, said: false, at: first.when.at },
            right: { kind: "literal", value: "yes", at: first.when.at },
          },
          body: words,
        },
      ],
      otherwise: offerChain(setting, rest, at),
      at,
    },
  ];
}

function stripScheme(
  library: Library,
  page: string | undefined,
): { readonly value: string; readonly at: Span } | undefined {
  const url = page === undefined ? undefined : library.pages.get(page)?.url;
  return url && { value: url.value.replace(/^https:\/\//, ""), at: url.at };
}
