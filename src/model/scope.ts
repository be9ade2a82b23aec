import { type Span, withArticle } from "../source/index.ts";
import {
  type Binding,
  type InsertKind,
  type InsertNode,
  link,
  type PathSegment,
  type Scope,
  type Template,
  type TemplateNode,
} from "../template/index.ts";
import type { Binder } from "./binder.ts";
import type { Anchor } from "./campaign.ts";
import type { Action, Channel, Field, Language, Library, Offer, Sourced, Wording } from "./library.ts";
import type { Organization } from "./organization.ts";
import { productWords } from "./product-words.ts";
import { isInReach } from "./reach.ts";

/** Names that a text may begin with, besides the declared fields; none of them can be assigned. */
export const CLOSED_ROOTS = [
  "sender",
  "caller",
  "greeting",
  "message",
  "actions",
  "bring",
  "offer",
  "link",
  "claim",
  "phrase",
  "recipient",
] as const;

/** What the names in a text of one step stand for: a channel, a language, a recipient, an arm of a test. */
export interface TextSetting {
  readonly library: Library;
  readonly organization: Organization;
  /** What one enrolment is about. */
  readonly anchor: Anchor;
  readonly channel: Channel;
  readonly language: Language;
  readonly recipient: "patient" | "caregiver";
  /** The campaign's core message, by name. */
  readonly message: ReadonlyMap<string, Wording>;
  readonly actions: readonly string[];
  readonly bring: readonly string[];
  readonly offers: readonly Offer[];
  /** Words that an arm of a test puts in the place of an action's label. */
  readonly labels: ReadonlyMap<string, Wording>;
  /** Called when a language that is needed has no words. */
  missing(what: string, at: Span): void;
}

/** Binds the names of one text; words of phrases and messages are linked in the same setting. */
export class TextScope implements Scope {
  readonly roots: ReadonlySet<string>;
  private readonly binder: Binder;
  private readonly setting: TextSetting;
  /** Inserts that are being linked, to stop a phrase from containing itself. */
  private readonly open: string[] = [];
  private readonly linked = new Map<string, Template>();

  constructor(binder: Binder, setting: TextSetting) {
    this.binder = binder;
    this.setting = setting;
    this.roots = rootsOf(setting.library);
  }

  names(): readonly string[] {
    const { library, message, actions } = this.setting;
    return [
      ...library.fields.keys(),
      "sender",
      "caller",
      "greeting",
      "actions",
      "bring",
      "offer",
      ...[...message.keys()].map((name) => `message.${name}`),
      ...actions.map((id) => `link.${id}`),
      ...[...library.claims.keys()].map((id) => `claim.${id}`),
      ...[...library.phrases.keys()].map((id) => `phrase.${id}`),
    ];
  }

  bind(root: string, segments: readonly PathSegment[], at: Span): Binding | undefined {
    const names = segments.map((segment) => ("name" in segment ? segment.name : undefined));
    const only = names.length === 1 ? names[0] : undefined;
    const { library, organization } = this.setting;
    if (segments.length === 0) {
      switch (root) {
        case "sender":
          return insert("sender", "", [literal(organization.sender.value, organization.sender.at)]);
        case "caller":
          return insert("caller", "", [printed("caller.name", at)]);
        case "greeting":
          return this.wording("greeting", "", library.phrases.get("greeting")?.text, at);
        case "actions":
          return insert("actions", "", this.actionBlock(at));
        case "bring":
          return insert("bring", "", this.bringBlock(at));
        case "offer":
          return insert("offer", "", this.offerChain(this.setting.offers, at));
        default:
          return undefined;
      }
    }
    if (only === undefined) return undefined;
    switch (root) {
      case "message":
        return this.wording("message", only, this.setting.message.get(only), at);
      case "phrase":
        return this.wording("phrase", only, library.phrases.get(only)?.text, at);
      case "claim":
        return this.claim(only, at);
      case "link":
        return this.link(only);
      case "recipient":
        return this.field(`${this.setting.recipient}.${only}`);
      default:
        return this.field(`${root}.${only}`);
    }
  }

  /** Words by language as an insert, linked in this setting. */
  wording(what: InsertKind, id: string, wording: Wording | undefined, at: Span): Binding | undefined {
    if (wording === undefined) return undefined;
    const name = id === "" ? what : `${what}.${id}`;
    const text = wording.get(this.setting.language);
    if (text === undefined) {
      this.setting.missing(name, wording.values().next().value?.at ?? at);
      return insert(what, id, []);
    }
    if (this.open.includes(name)) {
      return { kind: "refused", message: `\`${name}\` contains itself`, remedy: "Take the inner one out." };
    }
    let body = this.linked.get(name);
    if (body === undefined) {
      this.open.push(name);
      body = this.binder.take(
        link(text.template, this, { allowAssign: false, allowDefault: what === "greeting" }),
      );
      this.open.pop();
      this.linked.set(name, body);
    }
    return insert(what, id, trimmed(body));
  }

  private field(path: string): Binding | undefined {
    const field = this.setting.library.fields.get(path);
    if (field && !isInReach(path, this.setting.anchor)) {
      return {
        kind: "refused",
        message: `\`${path}\` is not a fact about ${withArticle(this.setting.anchor.replace("_", " "))}, which this campaign is about`,
        remedy: "Use a fact about what `for_each` names, about the patient, or about the clinic.",
      };
    }
    return (
      field && {
        kind: "field",
        path,
        said: isSaid(field),
        ...valuesOf(field),
        ...refusal(field, this.setting.language),
      }
    );
  }

  private claim(id: string, at: Span): Binding | undefined {
    const claim = this.setting.library.claims.get(id);
    if (claim === undefined) return undefined;
    const text = claim.text.get(this.setting.language);
    if (text === undefined) {
      this.setting.missing(`claim.${id}`, claim.at);
      return insert("claim", id, []);
    }
    return insert("claim", id, [literal(text.value, at)]);
  }

  private link(id: string): Binding | undefined {
    const action = this.setting.library.actions.get(id);
    if (action === undefined) return undefined;
    if (action.shortLink === undefined) {
      return {
        kind: "refused",
        message: `the action \`${id}\` has no short link`,
        remedy: `Give ${id} a \`short_link\` in library/actions.yaml, or write {{ actions }}.`,
      };
    }
    return insert("link", id, [literal(action.shortLink.value, action.shortLink.at)]);
  }

  /** The care actions, one a line: links where a link can be followed, addresses in full on paper. */
  private actionBlock(at: Span): Template {
    const { library, channel } = this.setting;
    const nodes: TemplateNode[] = [];
    for (const id of this.setting.actions) {
      const action = library.actions.get(id);
      if (action === undefined) continue;
      const label = this.label(action);
      if (label === undefined) {
        const tested = this.setting.labels.get(id)?.values().next().value;
        this.setting.missing(`the label of ${id}`, tested?.at ?? action.at);
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
  private label(action: Action): Sourced<string> | undefined {
    const tested = this.setting.labels.get(action.id);
    if (tested === undefined) return action.label.get(this.setting.language);
    const words = tested.get(this.setting.language);
    return words && { value: words.source.trim(), at: words.at };
  }

  private bringBlock(at: Span): Template {
    const { library, language } = this.setting;
    const items = this.setting.bring.flatMap((id) => {
      const item = library.bring.get(id);
      const label = item?.label.get(language);
      if (item && label === undefined) this.setting.missing(`the item ${id}`, item.at);
      return label === undefined ? [] : [literal("\n- ", at), literal(label.value, label.at)];
    });
    if (items.length === 0) return [];
    return [literal(`${productWords(language)?.bringLead ?? ""}\n`, at), ...items];
  }

  /** The first offer that this patient can use. */
  private offerChain(offers: readonly Offer[], at: Span): Template {
    const [first, ...rest] = offers;
    if (first === undefined) return [];
    const label = first.label.get(this.setting.language);
    if (label === undefined) this.setting.missing(`the label of ${first.id}`, first.at);
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
        otherwise: this.offerChain(rest, at),
        at,
      },
    ];
  }
}

/** Whether a patient reads words in place of the stored value. */
function isSaid(field: Field): boolean {
  return (
    field.say.size > 0 ||
    field.type.kind === "date" ||
    field.type.kind === "phone" ||
    field.from === "locations"
  );
}

/** All values that a field can have, where they are known. */
function valuesOf({ type }: Field): { values?: readonly string[] } {
  if (type.kind === "yes-no") return { values: ["yes", "no"] };
  return type.kind === "one-of" || type.kind === "many-of" ? { values: type.values } : {};
}

/** Why a field may be asked about but never printed. */
function refusal(field: Field, language: Language): { unprintable?: { message: string; remedy: string } } {
  const { type, path, say } = field;
  if (type.kind === "yes-no") {
    return {
      unprintable: {
        message: `\`${path}\` is a yes/no fact and has no words to print`,
        remedy: `Write {% if ${path} %} … {% endif %} around the words that it decides.`,
      },
    };
  }
  if (type.kind === "one-of" || type.kind === "many-of") {
    const silent = type.values.find((value) => !say.get(value)?.has(language));
    if (silent !== undefined) {
      return {
        unprintable: {
          message: `\`${path}\` would print the code "${silent}", which has no words in ${language}`,
          remedy: `Add \`say: {${silent}: {${language}: …}}\` to ${path} in library/fields.yaml.`,
        },
      };
    }
  }
  return {};
}

function stripScheme(
  library: Library,
  page: string | undefined,
): { readonly value: string; readonly at: Span } | undefined {
  const url = page === undefined ? undefined : library.pages.get(page)?.url;
  return url && { value: url.value.replace(/^https:\/\//, ""), at: url.at };
}

const roots = new WeakMap<Library, ReadonlySet<string>>();

function rootsOf(library: Library): ReadonlySet<string> {
  let known = roots.get(library);
  if (known === undefined) {
    const fieldRoots = [...library.fields.keys()].map((path) => path.split(".")[0] ?? path);
    known = new Set<string>([...CLOSED_ROOTS, ...fieldRoots]);
    roots.set(library, known);
  }
  return known;
}

/** A phrase in a block scalar ends in a line break that is no part of its words. */
function trimmed(body: Template): Template {
  const last = body.at(-1);
  if (last?.kind !== "text" || !last.text.endsWith("\n")) return body;
  return [...body.slice(0, -1), { ...last, text: last.text.replace(/\n+$/, "") }];
}

export function literal(text: string, at: Span): TemplateNode {
  return { kind: "text", text, at };
}

function printed(path: string, at: Span): TemplateNode {
  return { kind: "print", value: { operand: { kind: "field", path, said: false, at }, filters: [] }, at };
}

function insert(what: InsertKind, id: string, body: Template): Binding {
  return { kind: "insert", what, id, body };
}

/** Words that the compiler adds, with the setting that they come from. */
export function added(id: string, body: Template, at: Span): InsertNode {
  return { kind: "insert", what: "added", id, body, at };
}
