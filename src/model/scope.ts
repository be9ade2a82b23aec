import type { Span } from "../source/index.ts";
import {
  type Binding,
  type InsertKind,
  link,
  type PathSegment,
  type Scope,
  type Template,
} from "../template/index.ts";
import { bindField } from "./bind-field.ts";
import type { Binder } from "./binder.ts";
import { actionBlock, bringBlock, offerChain } from "./blocks.ts";
import type { Library, Wording } from "./library.ts";
import { insert, literal, printed } from "./text-nodes.ts";
import type { TextSetting } from "./text-setting.ts";

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
          return insert("actions", "", actionBlock(this.setting, at));
        case "bring":
          return insert("bring", "", bringBlock(this.setting, at));
        case "offer":
          return insert("offer", "", offerChain(this.setting, this.setting.offers, at));
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
        return bindField(this.setting, `${this.setting.recipient}.${only}`);
      default:
        return bindField(this.setting, `${root}.${only}`);
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

  private claim(id: string, at: Span): Binding | undefined {
    const claim = this.setting.library.claims.get(id);
    if (claim === undefined) return undefined;
    const text = claim.text.get(this.setting.language);
    if (text === undefined) {
      this.setting.missing(`claim.${id}`, at, claim.at);
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
