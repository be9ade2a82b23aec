import type { Block } from "./markdown/blocks.ts";

/** Who a message goes to and why, as it stands in every channel's record. */
export type Envelope = {
  /** Primary key of the ledger: the same touch has the same key for ever. */
  readonly touch: string;
  readonly campaign: string;
  readonly step: string;
  readonly patient: string;
  /** The record that the campaign is about: a visit, a result … */
  readonly anchor: string;
  /** `patient`, or the caregiver's id. */
  readonly recipient: string;
  /** BCP 47 tag of the words. */
  readonly language: string;
  readonly arm: string;
};

export type SmsMessage = Envelope & {
  readonly channel: "sms";
  /** E.164. */
  readonly to: string;
  readonly text: string;
};

export type EmailMessage = Envelope & {
  readonly channel: "email";
  readonly to: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** What mail programs show beside the subject. */
  readonly preheader: string;
  readonly text: string;
  readonly html: string;
  /** One-click address (RFC 8058), naming the touch and nobody. */
  readonly unsubscribe: string | null;
};

export type LetterMessage = Envelope & {
  readonly channel: "letter";
  /** Name and postal address, a line each. */
  readonly to: readonly string[];
  /** Name and return address, a line each: all that shows beside the window. */
  readonly from: readonly string[];
  readonly body: readonly Block[];
  /** The same words, plain. */
  readonly text: string;
};

/** What staff say, in the order in which a call reaches it. */
export type ScriptLine = {
  readonly part: string;
  /** Which objection it answers. */
  readonly name: string | null;
  readonly text: string;
};

export type CallMessage = Envelope & {
  readonly channel: "phone";
  readonly to: string;
  readonly name: string;
  readonly team: string;
  readonly script: readonly ScriptLine[];
  readonly verify: readonly string[];
  readonly ask: readonly string[];
  readonly record: readonly string[];
  /** What the person is asked to say when they call back; it tells campaign and step, and nothing of the person. */
  readonly code: string;
};

export type PortalMessage = Envelope & {
  readonly channel: "portal";
  /** The person's account in the portal. */
  readonly to: string;
  readonly title: string;
  readonly body: readonly Block[];
  /** The same words, plain. */
  readonly text: string;
};

export type Message = SmsMessage | EmailMessage | LetterMessage | CallMessage | PortalMessage;

/** A message was composed, or this person's step is skipped with the reason. */
export type Composition =
  | { readonly kind: "message"; readonly message: Message }
  | {
      readonly kind: "skip";
      readonly decision: "skip:missing_field" | "skip:too_long" | "skip:no_address";
      /** One sentence, without the person's data. */
      readonly why: string;
    };
