import type { Channel, FieldClass, OutletPart, ReplyKind, Voice } from "../model/index.ts";
import type { Concern } from "../plan/index.ts";
import type { Severity } from "../source/index.ts";
import type { ApprovalState } from "./model/approvals.ts";
import type { PacketReach, PacketSimulation } from "./model/evidence.ts";
import type { LaunchLine } from "./model/launch.ts";
import type { PacketPage } from "./model/pages.ts";
import type { Since } from "./model/since.ts";
import type { Waterfall } from "./model/waterfall.ts";

export type * from "./model/approvals.ts";
export type * from "./model/evidence.ts";
export type * from "./model/launch.ts";
export type * from "./model/pages.ts";
export type * from "./model/since.ts";
export type * from "./model/waterfall.ts";

/**
 * Everything that a review packet says about one campaign: plain JSON, no printing decision taken.
 *
 * `packetHtml` and `packetMarkdown` print the same value, so that a reviewer on a phone and one in a pull request
 * decide on the same facts. What is not known is `null`, never left out.
 */
export interface PacketModel {
  readonly format: "recare.packet/1";
  readonly identity: Identity;
  /** Nothing where the campaign cannot be built. */
  readonly build: { readonly plan: string; readonly compiler: string } | null;
  readonly signatures: readonly Signature[];
  /** What signatures are made over; nothing without a plan. */
  readonly subjects: readonly PacketSubject[];
  /** For each of them each role that signs it, and how that stands. */
  readonly approvals: readonly ApprovalState[];
  /** What changed in meaning since a base; null where nobody named one. */
  readonly since: Since | null;
  /** What no machine can decide, each with those who answer and sign it; in the order of the plan. */
  readonly questions: readonly SignedQuestion[];
  /** Errors first, then in the order of `compareDiagnostics`. */
  readonly findings: readonly PacketFinding[];
  readonly steps: readonly PacketStep[];
  /** Pages that the links of the messages open, in the order of their first use. */
  readonly pages: readonly PacketPage[];
  readonly test: SplitTest | null;
  readonly timing: Timing;
  readonly audience: Audience;
  readonly exposure: Exposure;
  readonly claims: readonly PacketClaim[];
  readonly answering: Answering;
  /** Whether the teams can keep up; null where nobody simulated it. */
  readonly simulation: PacketSimulation | null;
  /** How many people it reaches; null where nobody counted. */
  readonly reach: PacketReach | null;
  readonly statements: readonly Statement[];
  readonly checklists: readonly Checklist[];
  /** What must be so before it starts, and what shows it. */
  readonly launch: readonly LaunchLine[];
  /** What was not checked, one sentence each. */
  readonly limits: readonly string[];
}

export interface Identity {
  readonly organization: string;
  /** What a patient sees first. */
  readonly sender: string;
  /** The address that email comes from. */
  readonly emailFrom: string | null;
  readonly campaign: string;
  readonly title: string;
  readonly file: string;
  readonly scenario: { readonly id: string; readonly about: string };
  readonly goal: string | null;
  /** What came of it when it was last measured, in a sentence. */
  readonly lastResults: string | null;
  readonly owner: { readonly team: string; readonly lead: string } | null;
  readonly languages: readonly string[];
  readonly starts: string | null;
  readonly ends: string | null;
  /** The day of the check, ISO date: decides what had expired. */
  readonly checkedOn: string;
}

/** One concern of the plan: who signs it, and the digest that tells whether it changed (null without a plan). */
export interface Signature {
  readonly concern: Concern;
  readonly roles: readonly string[];
  readonly digest: string | null;
}

/** What one signature covers: a concern, or one language of copy. */
export interface PacketSubject {
  readonly concern: Concern;
  /** Of copy; null for every other concern. */
  readonly language: string | null;
  readonly roles: readonly string[];
  readonly digest: string;
}

/** One question, with every role that answers it. */
export interface SignedQuestion {
  readonly text: string;
  readonly roles: readonly string[];
  readonly concern: Concern;
  /** Name of the rule that asks. */
  readonly rule: string;
}

/** Line and column count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface PacketFinding {
  readonly severity: Severity;
  readonly code: string;
  readonly rule: string;
  readonly message: string;
  readonly remedy: string;
  readonly at: SourcePlace;
  /** The text that shows it, and the guard under which a patient would receive it (empty: always). */
  readonly witness: { readonly text: string; readonly when: string } | null;
  /** Who lets it stand. A proposed waiver lets nothing stand yet. */
  readonly waiver: {
    readonly standing: "in force" | "proposed";
    readonly until: string;
    readonly by: string;
    readonly reason: string;
  } | null;
  /** It was there before, and may stay for now. */
  readonly baselined: boolean;
}

/** A stretch of a text. Fields carry their path as `id`, claims and phrases theirs. */
export interface Run {
  readonly kind: "author" | "field" | "claim" | "added";
  readonly text: string;
  readonly id: string | null;
}

/** One text as some patients receive it. */
export interface PacketWording {
  /** In words; empty where everybody receives it. */
  readonly when: string;
  readonly runs: readonly Run[];
}

export interface Wordings {
  readonly shown: readonly PacketWording[];
  /** How many distinct wordings there are, or were found. */
  readonly total: number;
  /** Whether `total` is all of them; otherwise there may be more. */
  readonly complete: boolean;
}

/** Worst case over all renderings. Null: nothing bounds it. */
export interface PacketLength {
  readonly characters: number | null;
  readonly parts: number | null;
  readonly encoding: "GSM-7" | "UCS-2";
  /** Characters that one part holds in this encoding. */
  readonly onePart: number;
}

export interface PacketOutlet {
  readonly part: OutletPart;
  /** Which of several, where a step has many of one part: the objection's name. */
  readonly name: string | null;
  readonly language: string;
  readonly arm: "a" | "b";
  readonly ceiling: FieldClass;
  readonly wordings: Wordings;
  /** Only for outlets whose length costs or cuts: the SMS body. */
  readonly length: PacketLength | null;
  readonly links: readonly PacketLink[];
}

export interface PacketLink {
  readonly url: string;
  readonly host: string;
  /** Nothing for an address that the author typed. */
  readonly action: string | null;
}

/** Literal words by language, in the order of the campaign's languages. */
export type ByLanguage = readonly { readonly language: string; readonly text: string }[];

/** What a caller asks and writes down; the words are the step's outlets. */
export interface PacketScript {
  readonly id: string;
  readonly voice: Voice;
  /** Identifiers asked for; nothing above scheduling is said before them. */
  readonly verify: readonly string[];
  readonly ask: readonly string[];
  readonly record: readonly string[];
}

export interface PacketStep {
  readonly id: string;
  readonly channel: Channel;
  readonly to: "patient" | "caregiver";
  /** Days from entry; equal where the wait is in whole days. */
  readonly earliest: number;
  readonly latest: number;
  /** As written: "3 days"; null for at once. */
  readonly wait: string | null;
  /** Condition in words. */
  readonly onlyIf: string | null;
  readonly offers: readonly {
    readonly id: string;
    readonly label: ByLanguage;
    readonly when: string | null;
  }[];
  readonly at: SourcePlace;
  /** In the order of the outlet parts, languages and arms. */
  readonly outlets: readonly PacketOutlet[];
  readonly script: PacketScript | null;
}

export interface SplitTest {
  readonly step: string;
  readonly change: string;
  readonly winner: string;
}

export interface Timing {
  /** Local hours, `09:00`; `closes` is exclusive. */
  readonly opens: string;
  readonly closes: string;
  readonly days: readonly string[];
  readonly clock: "patient" | "clinic";
  readonly skipsHolidays: boolean;
  readonly perDay: number;
  readonly perWeek: number;
  readonly pacePerDay: number | null;
  readonly holdoutPercent: number | null;
  readonly reEnter: string;
  readonly priority: number;
  /** Events and conditions in words. */
  readonly stops: readonly string[];
  readonly pauses: readonly string[];
}

export interface Audience {
  readonly anchor: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** First match wins; `when` is null for everybody else. */
  readonly segments: readonly {
    readonly id: string;
    readonly when: string | null;
    readonly owner: string | null;
    /** Wait before the first step, where it differs: "1 day". */
    readonly firstContact: string | null;
    readonly success: string | null;
  }[];
  readonly chosenBy: { readonly fields: readonly string[]; readonly because: string } | null;
  readonly others: string | null;
  readonly caregiver: string | null;
  readonly boundary: readonly Boundary[];
  /** How many made-up people each condition leaves; null where the conditions cannot be tried. */
  readonly waterfall: Waterfall | null;
}

/** A condition with people at and beside its edges. */
export interface Boundary {
  readonly condition: string;
  readonly people: readonly BoundaryPerson[];
  /** How many more there are than are listed. */
  readonly more: number;
}

export interface BoundaryPerson {
  /** The field that is varied, and where this person stands: `visit.date`, "15 days ago". */
  readonly field: string;
  readonly where: string;
  /** What this condition alone decides. */
  readonly verdict: "in" | "out" | "out: unknown";
}

/** E printed, I decides which words are printed, S decides who receives the message. */
export interface Mark {
  readonly part: OutletPart;
  readonly printed: boolean;
  readonly influences: boolean;
  readonly selects: boolean;
  /** The field is above what this outlet may carry, and is printed or influences the wording there. */
  readonly blocked: boolean;
}

export interface ExposedField {
  readonly path: string;
  /** Null for a name that no library declares: treated as the most sensitive class. */
  readonly class: FieldClass | null;
  readonly type: string | null;
  /** Who provides it; only what comes from the roster has to be exported. */
  readonly from: "roster" | "locations" | "caller" | null;
  /** Only the parts that it reaches. */
  readonly marks: readonly Mark[];
  /** What reads it: `include`, `exclude`, `segments`, `messages`, `stop` … */
  readonly readFor: readonly string[];
}

export interface Exposure {
  /** Parts that this campaign uses, with the most that each may carry. */
  readonly parts: readonly { readonly part: OutletPart; readonly ceiling: FieldClass }[];
  /** Every field that is read, and no other. Those from the roster are the minimum-necessary list. */
  readonly fields: readonly ExposedField[];
}

export interface PacketClaim {
  readonly id: string;
  readonly kind: string;
  readonly text: ByLanguage;
  readonly evidence: {
    readonly file: string;
    readonly section: string | null;
    readonly sha256: string | null;
  };
  readonly approved: { readonly by: string; readonly role: string; readonly on: string };
  readonly from: string;
  readonly until: string;
  readonly standing: "valid" | "not yet valid" | "expired" | "withdrawn";
  /** Steps that use it. */
  readonly usedIn: readonly string[];
}

export interface Answering {
  readonly replies: readonly {
    readonly kind: ReplyKind;
    readonly does: string;
    readonly who: string;
    readonly within: string | null;
    readonly next: string | null;
  }[];
  readonly urgent: string | null;
  readonly teams: readonly {
    readonly id: string;
    readonly lead: string;
    readonly clinical: boolean;
    readonly callsADay: number | null;
    readonly bookingsADay: number | null;
    readonly trainedOn: string | null;
    readonly hours: readonly Opening[];
  }[];
  readonly clinics: readonly {
    readonly id: string;
    readonly name: string;
    readonly phone: string;
    readonly nurseLine: string | null;
    readonly timeZone: string;
    readonly hours: readonly Opening[];
  }[];
}

export interface Opening {
  readonly day: string;
  readonly opens: string;
  readonly closes: string;
}

/** A fact that no file can show. `stated` by the author, `measured` by the compiler, or `signed` by a named person. */
export interface Statement {
  readonly about: string;
  readonly says: string | null;
  readonly ground: "stated" | "measured" | "signed";
}

export interface Checklist {
  readonly role: string;
  readonly asks: readonly string[];
}
