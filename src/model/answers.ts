import type { Template } from "../template/index.ts";
import type { Binder } from "./binder.ts";
import type { Outlet, Step } from "./campaign.ts";
import type { Library, Reply, ReplyKind } from "./library.ts";
import { type OutletSetting, outletsOf } from "./outlets.ts";

/**
 * What the owner's playbook says or sends when somebody answers, as steps of their own: a person reads it on the same
 * screen as the message that came before. Held to the class of a text message, for that is how most replies go.
 *
 * @param replies of the owner's playbook; those without `say` are a person's own words
 */
export function answersOf(
  binder: Binder,
  replies: ReadonlyMap<ReplyKind, Reply>,
  setting: OutletSetting,
  { phrases }: Library,
): readonly Step[] {
  return [...replies.values()].flatMap(({ kind, say }) => {
    const phrase = say && phrases.get(say.value);
    if (say === undefined || phrase === undefined) return [];
    const id = `reply-${kind.replaceAll("_", "-")}`;
    const part = {
      part: "reply.text",
      name: kind,
      wording: phrase.text,
      called: `the phrase ${say.value}, which answers ${kind}`,
    } as const;
    const words = { step: id, channel: "sms", recipient: "patient", verifies: false, at: say.at } as const;
    const outlets = outletsOf(
      binder,
      { ...words, parts: [part] },
      { ...setting, offers: [], instead: new Map(), insteadMessage: new Map() },
    ).map((outlet): Outlet => ({ ...outlet, template: asPhrase(outlet.template, say.value, outlet) }));
    const nothing = { was: [], wait: undefined, onlyIf: undefined, offers: [], script: undefined };
    return [{ id, channel: "sms", to: "patient", ...nothing, outlets, at: say.at, idAt: say.at }];
  });
}

const wrapped = new WeakMap<Template, Template>();

/** The words as a phrase of the library that they are: one template for all campaigns that share it. */
function asPhrase(body: Template, id: string, { at }: Outlet): Template {
  const before = wrapped.get(body);
  if (before !== undefined) return before;
  const template: Template = [{ kind: "insert", what: "phrase", id, body, at }];
  wrapped.set(body, template);
  return template;
}
