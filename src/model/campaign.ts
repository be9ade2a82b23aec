import type { Condition } from "../audience/index.ts";
import type { Span } from "../source/index.ts";
import type { Template } from "../template/index.ts";
import type { FieldClass } from "./classes.ts";
import type { Declarations } from "./declarations.ts";
import type {
  Channel,
  IsoDate,
  Language,
  Offer,
  Pathway,
  Reply,
  ReplyKind,
  Script,
  Sourced,
  Team,
  Wording,
} from "./library.ts";
import type { ContactLimits, SendWindow } from "./organization.ts";
import type { Scenario } from "./scenarios.ts";

export const OUTCOMES = [
  "visit booked",
  "visit completed",
  "consult scheduled",
  "test completed",
  "therapy restarted",
  "care plan updated",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const ANCHORS = [
  "visit",
  "result",
  "care_plan",
  "prescription",
  "procedure",
  "order",
  "inquiry",
  "patient",
] as const;
export type Anchor = (typeof ANCHORS)[number];

/** A wait: days keep the wall clock, hours keep the instant, business days skip weekends and holidays. */
export interface Wait {
  readonly count: number;
  readonly unit: "day" | "business day" | "hour";
  readonly at: Span;
}

export interface Goal {
  readonly outcome: Outcome;
  /** Days from the first message. */
  readonly withinDays: number;
  readonly text: string;
  readonly at: Span;
}

export interface Segment {
  readonly id: string;
  /** Whose replies these people's are, where it is not the campaign's owner. */
  readonly owner: Team | undefined;
  /** Wait before the first step, where it differs. */
  readonly firstContact: Wait | undefined;
  /** What counts as success for them, where it differs. */
  readonly success: string | undefined;
  /** Takes everybody whom no segment above it took. */
  readonly otherwise: boolean;
  /** Nothing for `otherwise`, and for a condition that cannot be read. */
  readonly condition: Condition | undefined;
  readonly at: Span;
  readonly nameAt: Span;
}

export interface AudienceSpec {
  readonly anchor: Anchor;
  /** Every one must be true. */
  readonly include: readonly Sourced<Condition>[];
  /** Every one must be definitely false. */
  readonly exclude: readonly Sourced<Condition>[];
  /** First match wins. */
  readonly segments: readonly Segment[];
  readonly at: Span;
  readonly includeAt: Span;
}

export const OUTLET_PARTS = [
  "sms.body",
  "email.sender",
  "email.subject",
  "email.preheader",
  "email.body",
  "phone.opening",
  "phone.third_party",
  "phone.voicemail",
  "phone.verified",
  "phone.objection",
  "phone.clinical_question",
  "letter.envelope",
  "letter.body",
  "portal.title",
  "portal.body",
  "reply.text",
] as const;
export type OutletPart = (typeof OUTLET_PARTS)[number];

/** Parts that strangers may see, and where a word is denied unless a list allows it. */
export const SHORT_PARTS: readonly OutletPart[] = [
  "sms.body",
  "email.sender",
  "email.subject",
  "email.preheader",
  "phone.third_party",
  "phone.voicemail",
  "letter.envelope",
  "portal.title",
  "reply.text",
];

export type Arm = "a" | "b";

/** One place where words reach somebody: a part of a step, in a language, for an arm of a test. */
export interface Outlet {
  /** `text-1/sms.body/en`, with `/b` for the other arm of a test: unique in a campaign. */
  readonly id: string;
  readonly step: string;
  readonly channel: Channel;
  readonly part: OutletPart;
  readonly language: Language;
  readonly arm: Arm;
  /** Which of several, where a step has many of one part: the objection's name. */
  readonly name: string | undefined;
  /** Laid out and linked, with the lines that the compiler adds. */
  readonly template: Template;
  /** The author's Liquid; empty where all words come from the organisation's settings. */
  readonly source: string;
  /** The most sensitive class that may reach this outlet, and where that is said. */
  readonly ceiling: FieldClass;
  readonly ceilingAt: Span | undefined;
  readonly short: boolean;
  /** Where the author wrote it. */
  readonly at: Span;
}

export interface Step {
  readonly id: string;
  /** Former ids, by which the ledger of running enrolments knows this step. */
  readonly was: readonly string[];
  readonly channel: Channel;
  readonly to: "patient" | "caregiver";
  readonly wait: Wait | undefined;
  readonly onlyIf: Sourced<Condition> | undefined;
  /** First that fits. */
  readonly offers: readonly Offer[];
  readonly script: { readonly script: Script; readonly at: Span } | undefined;
  readonly outlets: readonly Outlet[];
  readonly at: Span;
  readonly idAt: Span;
}

export interface Test {
  readonly step: string;
  readonly change: "subject" | "action label" | "availability wording";
  readonly winner: Outcome;
  readonly at: Span;
}

/** Somebody outside for whom, or with whom, the campaign runs. */
export interface Partner {
  readonly name: string;
  /** What they are given, in the author's words. */
  readonly shares: readonly string[];
  /** How results are reported to them. */
  readonly report: string | undefined;
  readonly at: Span;
}

/** Words that a language of the campaign needs and nobody wrote. */
export interface MissingWords {
  /** "the subject of email-1", "the phrase urgent_line". */
  readonly what: string;
  readonly language: Language;
  readonly at: Span;
  /** The register's entry of a claim that nobody translated. */
  readonly entry: Span | undefined;
}

/** What the author wrote, with every name resolved and every default filled in: what rules see. */
export interface Campaign {
  readonly id: string;
  readonly was: readonly string[];
  readonly title: string;
  readonly file: string;
  readonly scenario: Scenario;
  readonly owner: { readonly team: Team; readonly at: Span } | undefined;
  readonly goal: Goal | undefined;
  /** Where the goal is written, even where it could not be read. */
  readonly goalWritten: Sourced<string> | undefined;
  /** Further outcomes that are reported. */
  readonly measure: readonly Sourced<string>[];
  readonly languages: readonly Language[];
  readonly audience: AudienceSpec | undefined;
  /** Controlled fields that decide who is written to, with the reason that the packet shows. */
  readonly chosenBy: readonly Sourced<string>[];
  readonly because: Sourced<string> | undefined;
  readonly others: { readonly team: Team; readonly at: Span } | undefined;
  readonly urgent: { readonly team: Team; readonly at: Span } | undefined;
  /** The kind of care that this is, with the times that a clinician signed for it. */
  readonly pathway: { readonly pathway: Pathway; readonly at: Span } | undefined;
  /** purpose, next_step, detail and any further text, by name. */
  readonly message: ReadonlyMap<string, Wording>;
  readonly actions: readonly Sourced<string>[];
  readonly bring: readonly Sourced<string>[];
  readonly page: Sourced<string> | undefined;
  readonly steps: readonly Step[];
  readonly stopWhen: readonly Sourced<Condition>[];
  readonly pauseWhen: readonly Sourced<Condition>[];
  readonly recipients: { readonly patient: "always" | "never"; readonly caregiver: string | undefined };
  readonly starts: IsoDate | undefined;
  readonly ends: IsoDate | undefined;
  readonly priority: number;
  readonly priorityAt: Span | undefined;
  readonly reEnter: "after the goal window" | "never";
  readonly pace: { readonly perDay: number | undefined };
  /** Percent of enrolments that receive nothing, for comparison. */
  readonly holdout: Sourced<number> | undefined;
  readonly test: Test | undefined;
  readonly partner: Partner | undefined;
  readonly replies: ReadonlyMap<ReplyKind, Reply>;
  /** What the playbook says or sends to whoever answers: words that reach patients as those of a step do. */
  readonly answers: readonly Step[];
  readonly window: SendWindow;
  readonly limits: ContactLimits;
  readonly declarations: Declarations;
  readonly missingWords: readonly MissingWords[];
  /** The `campaign:` line. */
  readonly at: Span;
  /** Spans of the top-level keys that are present, for findings about a missing part. */
  readonly keys: ReadonlyMap<string, Span>;
}
