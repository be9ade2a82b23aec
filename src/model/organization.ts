import type { Span } from "../source/index.ts";
import type { FieldClass } from "./classes.ts";
import type { Declarations } from "./declarations.ts";
import type { Channel, Language, Sourced, Weekday } from "./library.ts";
import type { RosterMapping } from "./roster-mapping.ts";

/** Local hours in which a message may leave, as minutes from midnight; `closes` is exclusive. */
export interface SendWindow {
  readonly opens: number;
  readonly closes: number;
  readonly days: readonly Weekday[];
  /** Whose clock: the patient's own zone, or the clinic's. */
  readonly clock: "patient" | "clinic";
  readonly skipHolidays: boolean;
  /** Where the hours are written; nothing where they are the product's. */
  readonly hoursAt: Span | undefined;
  readonly at: Span | undefined;
}

export interface ContactLimits {
  readonly perDay: number;
  readonly perWeek: number;
  readonly at: Span | undefined;
}

/** What may leave on a channel. Ceilings are only ever tightened below the product's own. */
export interface ChannelPolicy {
  readonly allow: FieldClass;
  readonly consent: "opt-in" | "not-opted-out" | "none";
  /** SMS only: the most parts that one message may take. */
  readonly parts: number | undefined;
  /** Phone only: what may be said after identity is verified. */
  readonly afterVerification: FieldClass | undefined;
  /** Portal only: the title is copied into notifications. */
  readonly title: FieldClass | undefined;
  readonly at: Span | undefined;
}

export interface RuleSetting {
  readonly severity: "error" | "warning" | "info" | "off" | undefined;
  /** A rule's own limit, e.g. reading grade. */
  readonly atMost: number | undefined;
  readonly at: Span;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  /** What a patient sees first; class public. */
  readonly sender: Sourced<string>;
  readonly timeZone: string;
  readonly postalAddress: Sourced<string> | undefined;
  readonly linkDomains: readonly Sourced<string>[];
  readonly emailFrom: Sourced<string> | undefined;
  readonly unsubscribeUrl: Sourced<string> | undefined;
  /** Automatic answer to HELP, by language. */
  readonly smsHelp: ReadonlyMap<Language, Sourced<string>>;
  /** The line that every SMS ends with, by language: "Reply STOP to opt out". */
  readonly smsStop: ReadonlyMap<Language, Sourced<string>>;
  /** What confirms to somebody that they agreed to texts, by language. */
  readonly smsConfirmation: ReadonlyMap<Language, Sourced<string>>;
  /** Whether somebody, or the gateway, reads what people text back; read where nobody says otherwise. */
  readonly smsReplies: Sourced<"read" | "not-read"> | undefined;
  readonly languages: readonly Language[];
  readonly channels: Readonly<Record<Channel, ChannelPolicy>>;
  readonly window: SendWindow;
  readonly limits: ContactLimits;
  readonly declarations: Declarations;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly roster: RosterMapping;
  readonly at: Span;
}
