import type { FieldType } from "../audience/index.ts";
import { type IsoDate, WEEKDAYS, type Weekday } from "../calendar/index.ts";
import type { Span } from "../source/index.ts";
import type { Template } from "../template/index.ts";
import type { Sourced } from "../workspace/index.ts";
import type { FieldClass } from "./classes.ts";

export { type IsoDate, type Sourced, WEEKDAYS, type Weekday };

/** BCP 47 language tag as the workspace writes it: `en`, `es`. */
export type Language = string;

export const CHANNELS = ["sms", "email", "phone", "letter", "portal"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Literal words, by language. */
export type Words = ReadonlyMap<Language, Sourced<string>>;

/** Words that may hold Liquid, by language. */
export type Wording = ReadonlyMap<Language, TemplateText>;

/** A text as the closed tree. Its names are linked where it is used: channel, language and recipient decide what they mean. */
export interface TemplateText {
  /** The decoded Liquid source. */
  readonly source: string;
  readonly template: Template;
  readonly at: Span;
}

export interface Field {
  readonly path: string;
  readonly class: FieldClass;
  readonly type: FieldType;
  /** Longest value in UTF-16 units; enforced when rendering. */
  readonly longest: number | undefined;
  /** Values are folded to the GSM-7 alphabet when rendering. */
  readonly gsm7: boolean;
  /** What a patient reads in place of a code, by value and language. */
  readonly say: ReadonlyMap<string, Words>;
  readonly blankMeansNo: boolean;
  /** Name of the product-defined derivation, where the judge computes this field. */
  readonly derived: string | undefined;
  /** Whose fact it is: the roster's, one of the library's locations', or the person's who calls. */
  readonly from: "roster" | "locations" | "caller";
  readonly example: string | undefined;
  readonly at: Span;
  readonly classAt: Span;
  /** False where nobody wrote a class, and `class` is the top class for that reason; one that cannot be read counts as the top class too. */
  readonly classWritten: boolean;
}

export const CLAIM_KINDS = [
  "outcome",
  "efficacy",
  "safety",
  "superiority",
  "statistic",
  "testimonial",
  "guarantee",
  "price",
  "coverage",
  "availability",
  "process",
  "service",
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** The validity of a claim whose dates cannot be read: no day at all. */
export const NEVER_VALID = { from: "9999-12-31", until: "0001-01-01" } as const;

/** A statement that a named person approved, with what substantiates it. */
export interface Claim {
  readonly id: string;
  readonly text: Words;
  readonly variations: ReadonlyMap<Language, readonly Sourced<string>[]>;
  readonly kind: ClaimKind;
  readonly evidence: {
    readonly file: Sourced<string>;
    readonly section: string | undefined;
    /** Of the file as it is; nothing where there is no such file. */
    readonly sha256: string | undefined;
    /** Of the file that was approved, where the register says so. */
    readonly approvedSha256: Sourced<string> | undefined;
  };
  readonly approved: { readonly by: string; readonly role: string; readonly on: IsoDate };
  readonly valid: { readonly from: IsoDate; readonly until: IsoDate; readonly at: Span };
  readonly withdrawn: IsoDate | undefined;
  /** Where the claim may stand; undefined means every channel, scenario, location. */
  readonly channels: Sourced<readonly Channel[]> | undefined;
  readonly scenarios: Sourced<readonly string[]> | undefined;
  readonly locations: Sourced<readonly string[]> | undefined;
  readonly at: Span;
}

/** Opening hours by day set: `mon-fri` → `08:00-17:00`. */
export interface Hours {
  readonly days: readonly { readonly day: Weekday; readonly opens: string; readonly closes: string }[];
  readonly at: Span;
}

export interface Location {
  readonly id: string;
  readonly publicName: Sourced<string>;
  readonly internalName: Sourced<string> | undefined;
  readonly address: Sourced<string>;
  readonly phone: Sourced<string>;
  readonly nurseLine: Sourced<string> | undefined;
  readonly timeZone: string;
  readonly hours: Hours;
  readonly visitTypes: readonly string[];
  /** States (two letters) in whose borders telehealth may be offered. */
  readonly telehealth: readonly string[];
  readonly access: {
    readonly relay: string | undefined;
    readonly interpreter: string | undefined;
    readonly stepFree: boolean | undefined;
  };
  readonly at: Span;
}

export interface Team {
  readonly id: string;
  readonly lead: string;
  readonly clinical: boolean;
  readonly hours: Hours;
  readonly capacity: { readonly callsADay: number | undefined; readonly bookingsADay: number | undefined };
  readonly trainedOn: IsoDate | undefined;
  readonly playbook: Sourced<string> | undefined;
  readonly at: Span;
}

export const REPLY_KINDS = [
  "booked",
  "wants_a_call",
  "missed_callback",
  "question",
  "clinical_question",
  "urgent_words",
  "accommodation",
  "language_help",
  "declined",
  "wrong_person",
  "stop",
] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** Who answers a kind of reply, within what time, and who is next when they do not. */
export interface Reply {
  readonly kind: ReplyKind;
  readonly do: string;
  readonly who: Sourced<string>;
  /** As written: "4 hours", "1 business day", "at once"; undefined where the author left it out. */
  readonly within: Sourced<string> | undefined;
  readonly next: Sourced<string> | undefined;
  readonly say: Sourced<string> | undefined;
  readonly at: Span;
}

export interface Playbook {
  readonly id: string;
  readonly replies: ReadonlyMap<ReplyKind, Reply>;
  readonly at: Span;
}

export interface Action {
  readonly id: string;
  readonly label: Words;
  readonly page: Sourced<string> | undefined;
  /** Host and path without scheme: `mplhealth.example/r`. */
  readonly shortLink: Sourced<string> | undefined;
  /** The reply kind that it leads to. */
  readonly leadsTo: ReplyKind | undefined;
  /** The word that a person texts back for it: "CALL". */
  readonly reply: Sourced<string> | undefined;
  readonly lastTested: IsoDate | undefined;
  readonly at: Span;
}

export interface Offer {
  readonly id: string;
  readonly label: Words;
  /** Field that must be yes for the offer to fit. */
  readonly when: Sourced<string> | undefined;
  readonly at: Span;
}

export interface BringItem {
  readonly id: string;
  readonly label: Words;
  readonly at: Span;
}

export interface Page {
  readonly id: string;
  readonly url: Sourced<string>;
  readonly purpose: string;
  readonly sections: readonly string[];
  readonly languages: readonly Language[];
  readonly linkChecked: IsoDate | undefined;
  /** The day on which somebody last checked it against WCAG 2.1, level AA. */
  readonly wcagChecked: Sourced<IsoDate> | undefined;
  /** Hosts of others from which the page loads anything; undefined where nobody has looked. */
  readonly loads: readonly Sourced<string>[] | undefined;
  readonly at: Span;
}

/** Staff, a recording, a voice that a machine makes, or a recording left on a machine without a ring. */
export const VOICES = ["live", "recorded", "ai", "ringless"] as const;
export type Voice = (typeof VOICES)[number];

export interface Script {
  readonly id: string;
  /** Who speaks; staff where nobody says. */
  readonly voice: Sourced<Voice> | undefined;
  /** The day on which its words last changed. */
  readonly revised: Sourced<IsoDate> | undefined;
  readonly open: Wording;
  readonly thirdParty: Wording;
  /** Phrase id of the words left on an answering machine. */
  readonly voicemail: Sourced<string> | undefined;
  /** Identifiers asked for; nothing above scheduling is reachable before them. */
  readonly verify: readonly string[];
  /** Spoken after verification. */
  readonly afterVerification: Wording;
  readonly ask: readonly string[];
  readonly objections: ReadonlyMap<string, Wording>;
  readonly clinicalQuestion: Sourced<string> | undefined;
  readonly record: readonly string[];
  readonly at: Span;
}

export interface Phrase {
  readonly id: string;
  readonly text: Wording;
  readonly at: Span;
}

export interface Pathway {
  readonly id: string;
  /** As written: "7 days". */
  readonly soon: string | undefined;
  /** As written: "18 months". */
  readonly longLapsed: string | undefined;
  readonly signedBy: string | undefined;
  readonly others: Sourced<string> | undefined;
  readonly at: Span;
}

/** The organisation's own words, beside those of the product. */
export interface OwnWords {
  /** Accepted in short outlets, by language. */
  readonly safe: ReadonlyMap<Language, readonly Sourced<string>[]>;
  /** Treated as clinical. */
  readonly sensitive: readonly Sourced<string>[];
  readonly blame: readonly Sourced<string>[];
  readonly alarm: readonly Sourced<string>[];
  readonly pressure: readonly Sourced<string>[];
}

export interface Holiday {
  readonly on: IsoDate;
  readonly name: string;
}

export interface Library {
  readonly fields: ReadonlyMap<string, Field>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly locations: ReadonlyMap<string, Location>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly bring: ReadonlyMap<string, BringItem>;
  readonly pages: ReadonlyMap<string, Page>;
  readonly scripts: ReadonlyMap<string, Script>;
  readonly phrases: ReadonlyMap<string, Phrase>;
  readonly pathways: ReadonlyMap<string, Pathway>;
  readonly words: OwnWords;
  readonly holidays: readonly Holiday[];
}
