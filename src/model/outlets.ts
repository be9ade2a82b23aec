import type { Span } from "../source/index.ts";
import { type LayoutStyle, layout, link, type Template } from "../template/index.ts";
import type { Binder } from "./binder.ts";
import { type Arm, type Outlet, type OutletPart, SHORT_PARTS } from "./campaign.ts";
import type { FieldClass } from "./classes.ts";
import type { Channel, Language, Library, Script, TemplateText, Wording } from "./library.ts";
import type { Organization } from "./organization.ts";
import { productWords } from "./product-words.ts";
import { TextScope } from "./scope.ts";
import { linkedOnce } from "./shared-texts.ts";
import { spokenLanguages } from "./spoken-languages.ts";
import { added, literal } from "./text-nodes.ts";
import type { TextSetting } from "./text-setting.ts";

/** What a step says, by part, before it is linked for a language and an arm. */
export interface StepWords {
  readonly step: string;
  readonly channel: Channel;
  readonly recipient: "patient" | "caregiver";
  readonly at: Span;
  /** A call that asks who listens, before it says what it is about. */
  readonly verifies: boolean;
  readonly parts: readonly PartWords[];
}

export interface PartWords {
  readonly part: OutletPart;
  readonly name?: string;
  readonly wording: Wording;
  /** Other words for arm b of a test. */
  readonly instead?: Wording;
  /** "the subject", for the finding when a language lacks it. */
  readonly called: string;
}

/** Everything that the outlets of one step are made from. */
export interface OutletSetting
  extends Omit<TextSetting, "language" | "channel" | "recipient" | "labels" | "missing"> {
  readonly languages: readonly Language[];
  /** Labels that arm b of a test changes. */
  readonly instead: TextSetting["labels"];
  /** Texts of the message that arm b of a test changes. */
  readonly insteadMessage: TextSetting["message"];
  /** Called when a language of the campaign lacks words. */
  missing(what: string, language: Language, at: Span, entry?: Span): void;
}

/**
 * The most sensitive class that a part may carry: the channel's, and never more than the product allows. Nothing is said
 * after verification where nobody is verified, and a medical question may be asked before.
 */
function ceilingOf(
  part: OutletPart,
  { verifies }: StepWords,
  { channels }: Organization,
): { class: FieldClass; at: Span | undefined } {
  switch (part) {
    case "sms.body":
    case "reply.text":
      return { class: channels.sms.allow, at: channels.sms.at };
    case "email.sender":
    case "phone.third_party":
    case "phone.voicemail":
    case "letter.envelope":
      return { class: "public", at: undefined };
    case "email.subject":
    case "email.preheader":
    case "email.body":
      return { class: channels.email.allow, at: channels.email.at };
    case "phone.opening":
    case "phone.clinical_question":
      return { class: channels.phone.allow, at: channels.phone.at };
    case "phone.verified":
    case "phone.objection": {
      const { allow, afterVerification = allow, at } = channels.phone;
      return { class: verifies ? afterVerification : allow, at };
    }
    case "letter.body":
      return { class: channels.letter.allow, at: channels.letter.at };
    case "portal.title":
      return { class: channels.portal.title ?? "scheduling", at: channels.portal.at };
    case "portal.body":
      return { class: channels.portal.allow, at: channels.portal.at };
  }
}

/** How line breaks in the author's text are meant. */
function styleOf(part: OutletPart): LayoutStyle {
  if (part === "email.body" || part === "letter.body" || part === "portal.body") return "markdown";
  if (part.startsWith("phone.") && part !== "phone.voicemail") return "lines";
  return part === "letter.envelope" ? "lines" : "line";
}

/** The outlets of a step in every language, with the lines that the compiler adds; arm b has those whose words differ. */
export function outletsOf(binder: Binder, words: StepWords, setting: OutletSetting): readonly Outlet[] {
  return setting.languages.flatMap((language) => {
    const parts = partsOf(words, setting, language);
    const [a, b] = (["a", "b"] as const).map((arm) =>
      parts.map((part) => outletOf(binder, words, part, setting, language, arm)),
    );
    const differing = (b ?? []).filter((outlet, index) => outlet && !sameTemplate(outlet, a?.[index]));
    return [...(a ?? []), ...differing].filter((outlet) => outlet !== undefined);
  });
}

/** Words that both arms share stand at the same places of the same files. */
function sameTemplate(one: Outlet, other: Outlet | undefined): boolean {
  return JSON.stringify(one.template) === JSON.stringify(other?.template);
}

/** The author's parts, and those that hold only the organisation's own words. */
function partsOf(
  words: StepWords,
  { organization }: OutletSetting,
  language: Language,
): readonly PartWords[] {
  const sender = senderOf(organization);
  const settings = (part: OutletPart, called: string): PartWords => ({
    part,
    called,
    wording: new Map([[language, sender]]),
  });
  if (words.channel === "email") return [settings("email.sender", "the sender"), ...words.parts];
  if (words.channel === "letter") return [settings("letter.envelope", "the envelope"), ...words.parts];
  return words.parts;
}

const senders = new WeakMap<Organization, TemplateText>();

/** The sender's name as a text, one for all campaigns. */
function senderOf(organization: Organization): TemplateText {
  const { value, at } = organization.sender;
  const sender = senders.get(organization) ?? { source: "", template: [literal(value, at)], at };
  senders.set(organization, sender);
  return sender;
}

function outletOf(
  binder: Binder,
  words: StepWords,
  part: PartWords,
  setting: OutletSetting,
  language: Language,
  arm: Arm,
): Outlet | undefined {
  const testsMessage = setting.instead.size > 0 || setting.insteadMessage.size > 0;
  if (arm === "b" && part.instead === undefined && !testsMessage) return undefined;
  const wording = arm === "b" ? (part.instead ?? part.wording) : part.wording;
  const text = wording.get(language);
  if (text === undefined) {
    const written = [...wording.values()][0];
    setting.missing(`${part.called} of ${words.step}`, language, written?.at ?? words.at);
    return undefined;
  }
  const settled: TextSetting = {
    ...setting,
    missing: (what, at, entry) => setting.missing(what, language, at, entry),
    message: arm === "b" ? new Map([...setting.message, ...setting.insteadMessage]) : setting.message,
    labels: arm === "b" ? setting.instead : new Map(),
    language,
    channel: words.channel,
    recipient: words.recipient,
  };
  const template = ADDED_TO.includes(part.part)
    ? withAddedLines(binder, text, part.part, setting, settled)
    : linkedOnce(binder, text, styleOf(part.part), settled);
  const ceiling = ceilingOf(part.part, words, setting.organization);
  const suffix = `${part.name === undefined ? "" : `/${part.name}`}/${language}${arm === "b" ? "/b" : ""}`;
  return {
    id: `${words.step}/${part.part}${suffix}`,
    step: words.step,
    channel: words.channel,
    part: part.part,
    name: part.name,
    language,
    arm,
    template,
    source: text.source,
    ceiling: ceiling.class,
    ceilingAt: ceiling.at,
    short: SHORT_PARTS.includes(part.part),
    at: text.at,
  };
}

function withAddedLines(
  binder: Binder,
  text: TemplateText,
  part: OutletPart,
  setting: OutletSetting,
  settled: TextSetting,
): Template {
  const scope = new TextScope(binder, settled);
  const linked = binder.take(link(text.template, scope, { allowAssign: true, allowDefault: false }));
  return [...layout(linked, styleOf(part)), ...addedLines(binder, part, setting, scope, settled.language)];
}

/** Parts that carry lines which the author did not write. */
const ADDED_TO: readonly OutletPart[] = ["sms.body", "email.body", "letter.body", "letter.envelope"];

/** Lines that every message of a channel carries: from the organisation's settings, shown in every preview, counted in every length. */
function addedLines(
  binder: Binder,
  part: OutletPart,
  setting: OutletSetting,
  scope: TextScope,
  language: Language,
): Template {
  const { organization, library } = setting;
  const product = productWords(language);
  switch (part) {
    case "sms.body": {
      const own = organization.smsStop.get(language);
      const words = own?.value ?? product?.stopLine;
      if (words === undefined) return [];
      const at = own?.at ?? organization.at;
      return [literal(" ", at), added("stop_line", [literal(words, at)], at)];
    }
    case "email.body":
      return [
        ...approvedLines(binder, scope, setting, language),
        ...paragraph("postal_address", organization.postalAddress),
        ...unsubscribe(organization, product?.unsubscribe ?? "Unsubscribe"),
      ];
    case "letter.body":
      return approvedLines(binder, scope, setting, language);
    case "letter.envelope": {
      const address = organization.postalAddress;
      return address
        ? [
            literal("\n", address.at),
            added("postal_address", [literal(address.value, address.at)], address.at),
          ]
        : [];
    }
    default:
      return [];
  }

  /** The organisation's accommodation line, and the language notice where a language is not served. */
  function approvedLines(
    binder: Binder,
    scope: TextScope,
    setting: OutletSetting,
    language: Language,
  ): Template {
    const unserved = spokenLanguages(organization, library).some(
      (spoken) => !setting.languages.includes(spoken),
    );
    const ids = unserved ? ["accommodation", "language_notice"] : ["accommodation"];
    return ids.flatMap((id) => {
      const phrase = library.phrases.get(id);
      const text = phrase?.text.get(language);
      if (phrase === undefined || text === undefined) return [];
      const body = binder.take(link(text.template, scope, { allowAssign: false, allowDefault: false }));
      return [literal("\n\n", text.at), added(id, layout(body, "markdown"), text.at)];
    });
  }
}

function paragraph(id: string, words: { readonly value: string; readonly at: Span } | undefined): Template {
  return words ? [literal("\n\n", words.at), added(id, [literal(words.value, words.at)], words.at)] : [];
}

function unsubscribe({ unsubscribeUrl: url }: Organization, label: string): Template {
  if (url === undefined) return [];
  return [
    literal("\n\n", url.at),
    added(
      "unsubscribe",
      [literal(`[${label}](`, url.at), literal(url.value, url.at), literal(")", url.at)],
      url.at,
    ),
  ];
}

/** The parts of a call, from its script. */
export function scriptParts(script: Script, library: Library): readonly PartWords[] {
  const phrase = (id: string | undefined) => (id === undefined ? undefined : library.phrases.get(id)?.text);
  const voicemail = phrase(script.voicemail?.value);
  const handOff = phrase(script.clinicalQuestion?.value);
  const parts: readonly PartWords[] = [
    { part: "phone.opening", wording: script.open, called: "the opening" },
    { part: "phone.third_party", wording: script.thirdParty, called: "what somebody else is told" },
    ...(voicemail ? [{ part: "phone.voicemail", wording: voicemail, called: "the voicemail" } as const] : []),
    { part: "phone.verified", wording: script.afterVerification, called: "what is said after verification" },
    ...[...script.objections].map(
      ([name, wording]) =>
        ({ part: "phone.objection", name, wording, called: `the answer to ${name}` }) as const,
    ),
    ...(handOff
      ? [{ part: "phone.clinical_question", wording: handOff, called: "the clinical hand-off" } as const]
      : []),
  ];
  return parts.filter(({ wording }) => wording.size > 0);
}
