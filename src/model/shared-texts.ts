import { type LayoutStyle, layout, link, type Template } from "../template/index.ts";
import type { Binder } from "./binder.ts";
import type { TemplateText } from "./library.ts";
import { TextScope } from "./scope.ts";
import type { TextSetting } from "./text-setting.ts";

/** What texts say in every campaign alike, by all else that decides what their names mean. */
const known = new WeakMap<TemplateText, Map<string, Template>>();

/**
 * A text with its names linked, laid out. One that names nothing of a campaign's own, as most scripts of calls do, is
 * linked once for all campaigns, and is the same object in each: what is found out about it need not be found again.
 */
export function linkedOnce(
  binder: Binder,
  text: TemplateText,
  style: LayoutStyle,
  setting: TextSetting,
): Template {
  const { channel, recipient, language, anchor } = setting;
  const key = `${style} ${channel} ${recipient} ${language} ${anchor}`;
  const ofText = known.get(text) ?? new Map<string, Template>();
  known.set(text, ofText);
  const before = ofText.get(key);
  if (before !== undefined) return before;
  const { watched, sawOwn } = watchedSetting(setting);
  const found = binder.diagnostics.length;
  const scope = new TextScope(binder, watched);
  const linked = binder.take(link(text.template, scope, { allowAssign: true, allowDefault: false }));
  const template = layout(linked, style);
  // What is wrong with a text is said for every campaign that uses it.
  if (!sawOwn() && binder.diagnostics.length === found) ofText.set(key, template);
  return template;
}

/** The same setting, which tells whether somebody has asked for what differs from campaign to campaign. */
function watchedSetting(setting: TextSetting): {
  readonly watched: TextSetting;
  readonly sawOwn: () => boolean;
} {
  let saw = false;
  const seen = <T>(value: T): T => {
    saw = true;
    return value;
  };
  const watched: TextSetting = {
    library: setting.library,
    organization: setting.organization,
    anchor: setting.anchor,
    channel: setting.channel,
    language: setting.language,
    recipient: setting.recipient,
    get message() {
      return seen(setting.message);
    },
    get actions() {
      return seen(setting.actions);
    },
    get bring() {
      return seen(setting.bring);
    },
    get offers() {
      return seen(setting.offers);
    },
    get labels() {
      return seen(setting.labels);
    },
    missing: (what, at) => setting.missing(seen(what), at),
  };
  return { watched, sawOwn: () => saw };
}
