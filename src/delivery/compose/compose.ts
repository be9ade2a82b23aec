import type { Plan, PlanStep } from "../../plan/index.ts";
import { UnprintableField } from "../../template/index.ts";
import { blocksOf } from "../markdown/blocks.ts";
import { mailHtml } from "../markdown/html.ts";
import { plainText } from "../markdown/plain.ts";
import { withoutMarkdown } from "../markdown/values.ts";
import type { Composition, Envelope, Message } from "../message.ts";
import type { DueTouch, TouchRecord } from "../record.ts";
import { type Facts, factsOf } from "./facts.ts";
import { Outlets, type PreparedOutlet } from "./outlets.ts";
import { dialled } from "./phone.ts";
import { spokenCode } from "./spoken-code.ts";

/** Composes touches of one plan. */
export type Compose = (touch: DueTouch, record: TouchRecord) => Composition;

/**
 * Makes the exact messages of a plan: its signed sources, rendered by the real engine, for one person at a time.
 *
 * What cannot be said within the limits that were proved is not said: the touch is skipped with a reason, which never
 * holds what is on record of the person.
 *
 * @throws RangeError for a touch whose step or language the plan does not have
 *
 * @example
 * const compose = composerOf(plan);
 * const { kind, message } = compose(touch, record); // "message", { channel: "sms", text: "Maple Health: Hi Ana. …" }
 */
export function composerOf(plan: Plan): Compose {
  const outlets = new Outlets();
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  return (touch, record) => {
    const step = steps.get(touch.step);
    if (step === undefined) throw new RangeError(`the plan of ${touch.campaign} has no step ${touch.step}`);
    const parts = outlets.of(step, touch.language, touch.arm);
    if (parts.length === 0)
      throw new RangeError(`step ${step.id} of ${touch.campaign} has no words in ${touch.language}`);
    try {
      return composed({ plan, step, touch, record, parts });
    } catch (error) {
      if (error instanceof Unsaid) return { kind: "skip", decision: error.decision, why: error.message };
      throw error;
    }
  };
}

interface Setting {
  readonly plan: Plan;
  readonly step: PlanStep;
  readonly touch: DueTouch;
  readonly record: TouchRecord;
  readonly parts: readonly PreparedOutlet[];
}

/** A step that cannot be written for this person. */
class Unsaid extends Error {
  readonly decision: "skip:missing_field" | "skip:too_long" | "skip:no_address";

  constructor(decision: Unsaid["decision"], why: string) {
    super(why);
    this.decision = decision;
  }
}

function composed(setting: Setting): Composition {
  const { step, touch, record } = setting;
  const envelope: Envelope = {
    touch: touch.touch_key,
    campaign: touch.campaign,
    step: step.id,
    patient: touch.patient_id,
    anchor: touch.anchor_id,
    recipient: touch.recipient,
    language: touch.language,
    arm: touch.arm,
  };
  const asWritten = texts(setting, (text) => text);
  const asMarkdown = () => texts(setting, withoutMarkdown);
  const message = (made: Message): Composition => ({ kind: "message", message: made });
  switch (step.channel) {
    case "sms":
      return message({ ...envelope, channel: "sms", to: number(touch), text: asWritten.one("sms.body") });
    case "email":
      return message(mail(setting, envelope, asWritten, asMarkdown()));
    case "letter":
      if (record.postal.length === 0)
        throw new Unsaid("skip:no_address", "there is no complete postal address");
      return message({
        ...envelope,
        channel: "letter",
        to: [record.name, ...record.postal],
        from: asWritten.one("letter.envelope").split("\n"),
        ...bodyOf(asMarkdown().one("letter.body")),
      });
    case "portal":
      if (record.portal === undefined) throw new Unsaid("skip:no_address", "there is no portal account");
      return message({
        ...envelope,
        channel: "portal",
        to: record.portal,
        title: oneLine(asWritten.one("portal.title")),
        ...bodyOf(asMarkdown().one("portal.body")),
      });
    case "phone": {
      const script = step.content.script;
      return message({
        ...envelope,
        channel: "phone",
        to: number(touch),
        name: record.name,
        team: touch.team,
        script: asWritten.all(),
        verify: script?.verify ?? [],
        ask: script?.ask ?? [],
        record: script?.record ?? [],
        code: spokenCode(touch.campaign, step.id),
      });
    }
    default:
      throw new RangeError(`step ${step.id} goes by ${step.channel}, which nothing here sends`);
  }
}

function mail({ plan, touch }: Setting, envelope: Envelope, plain: Texts, markdown: Texts): Message {
  const { name, email, unsubscribe } = plan.sender;
  if (email === null) throw new RangeError(`the plan of ${touch.campaign} has no address to send mail from`);
  const subject = oneLine(plain.one("email.subject"));
  const preheader = plain.maybe("email.preheader") ?? "";
  const body = markdown.one("email.body");
  return {
    ...envelope,
    channel: "email",
    to: address(touch),
    from: { name: oneLine(plain.maybe("email.sender") ?? name), address: email },
    subject,
    preheader,
    text: plainText(body),
    html: mailHtml({ language: touch.language, subject, preheader, body }),
    unsubscribe: unsubscribe === null ? null : oneClick(unsubscribe, touch.touch_key),
  };
}

function bodyOf(markdown: string) {
  return { body: blocksOf(markdown), text: plainText(markdown) };
}

/** RFC 8058, section 3.1: the address says who is meant, and here only to those who hold the ledger. */
function oneClick(unsubscribe: string, touch: string): string {
  const url = new URL(unsubscribe);
  url.searchParams.set("t", touch);
  return url.href;
}

function address({ address: to }: DueTouch): string {
  if (to === null || to === "") throw new Unsaid("skip:no_address", "there is no number or address");
  return to;
}

function number(touch: DueTouch): string {
  const to = dialled(address(touch));
  if (to === undefined) throw new Unsaid("skip:no_address", "the number on record is no telephone number");
  return to;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

interface Texts {
  one(part: string): string;
  maybe(part: string): string | undefined;
  all(): { readonly part: string; readonly name: string | null; readonly text: string }[];
}

/** The parts of a step as this person reads them; each is rendered when it is asked for. */
function texts({ plan, step, touch, record, parts }: Setting, quote: (text: string) => string): Texts {
  const read = factsOf(plan, step, record, {
    language: touch.language,
    asSms: step.channel === "sms",
    quote,
  });
  const maybe = (part: string) => {
    const outlet = parts.find((candidate) => candidate.part === part);
    return outlet && said(outlet, read);
  };
  return {
    maybe,
    one(part) {
      const text = maybe(part);
      if (text === undefined) throw new RangeError(`step ${step.id} has no ${part} in ${touch.language}`);
      return text;
    },
    all: () => parts.map((outlet) => ({ part: outlet.part, name: outlet.name, text: said(outlet, read) })),
  };
}

function said({ render }: PreparedOutlet, { facts, heldBack, reasons }: Facts): string {
  try {
    return render(facts, heldBack);
  } catch (error) {
    if (!(error instanceof UnprintableField)) throw error;
    const reason = reasons.get(error.path);
    const decision = reason?.kind === "too long" ? "skip:too_long" : "skip:missing_field";
    throw new Unsaid(decision, `${error.path}: ${reason?.why ?? "it is not on record"}`);
  }
}
