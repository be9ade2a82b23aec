import type { SubjectDigest } from "./subject.ts";

/**
 * Type aliases, not interfaces: only those are assignable to `Json`, which is what the canonical writer takes.
 *
 * JSON that the canonical form allows: integers only; decimals are strings.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Who signs what: see docs/plan.md for the map from plan sections to concerns. */
export const CONCERNS = ["audience", "copy", "privacy", "timing", "operations"] as const;
export type Concern = (typeof CONCERNS)[number];

/** Who may be asked to sign. An organisation says in `trust/roles.yaml` which people hold a role. */
export const ROLES = ["clinical", "compliance", "legal", "operations", "privacy", "translation"] as const;
export type Role = (typeof ROLES)[number];

/** What no machine can decide: somebody in this role answers it, and signs it with the concern. */
export type Question = {
  readonly concern: Concern;
  readonly role: Role;
  /** Of copy: the language whose signature answers it; null for the one in which the campaign was written. */
  readonly language: string | null;
  /** Name of the rule that asks. */
  readonly rule: string;
  /** One question that is answered by yes or no, yes being the safe answer. */
  readonly text: string;
};

/** A condition: the typed tree as JSON, and the sentence that a reviewer reads. */
export type PlanCondition = {
  readonly tree: Json;
  readonly english: string;
};

export type PlanOutlet = {
  /** `sms.body`, `email.subject`, `phone.voicemail` … */
  readonly part: string;
  /** Which of several of one part: the objection that is answered. */
  readonly name: string | null;
  readonly language: string;
  /** Arm of a test; both parts of an untested outlet are one entry with arm `a`. */
  readonly arm: "a" | "b";
  /** Self-contained Liquid, every phrase, claim and partial inlined: what the engine renders. */
  readonly source: string;
  /** The analysed tree, without positions. */
  readonly tree: Json;
};

export type PlanClaim = {
  readonly id: string;
  readonly kind: string;
  readonly text: { readonly [language: string]: string };
  readonly evidence: { readonly file: string; readonly section: string; readonly sha256: string };
  readonly approved: { readonly by: string; readonly role: string; readonly on: string };
  readonly valid: { readonly from: string; readonly until: string };
};

export type PlanAction = {
  readonly id: string;
  readonly label: { readonly [language: string]: string };
  readonly link: string | null;
  readonly page: string | null;
  readonly leads_to: string | null;
  /** The word that a person texts back for it. */
  readonly reply: string | null;
};

export type PlanScript = {
  readonly id: string;
  /** Who speaks: staff (live), a recording, an artificial voice, or a recording that never rings. */
  readonly voice: "live" | "recorded" | "ai" | "ringless";
  /** Identifiers asked for; words of part phone.verified and after are reachable only then. */
  readonly verify: readonly string[];
  readonly ask: readonly string[];
  readonly record: readonly string[];
};

export type PlanStep = {
  readonly id: string;
  readonly channel: string;
  readonly to: "patient" | "caregiver";
  readonly content: {
    readonly outlets: readonly PlanOutlet[];
    readonly claims: readonly PlanClaim[];
    readonly phrases: readonly string[];
    readonly actions: readonly PlanAction[];
    readonly offers: readonly {
      readonly id: string;
      readonly label: { readonly [language: string]: string };
      readonly when: string | null;
    }[];
    readonly bring: readonly {
      readonly id: string;
      readonly label: { readonly [language: string]: string };
    }[];
    /** Words for the coded fields that this step prints: field → value → language → words. */
    readonly say: {
      readonly [field: string]: { readonly [value: string]: { readonly [language: string]: string } };
    };
    /** Limits that rendering enforces: field → longest in each language, and alphabet. */
    readonly fields: {
      readonly [field: string]: {
        readonly type: string;
        readonly longest: { readonly [language: string]: number | null };
        readonly gsm7: boolean;
      };
    };
    readonly script: PlanScript | null;
  };
  readonly when: {
    readonly order: number;
    readonly was: readonly string[];
    readonly wait: { readonly count: number; readonly unit: "day" | "business day" | "hour" };
    readonly only_if: PlanCondition | null;
    readonly on_skip: "next";
    readonly in_doubt: "retry with the same key" | "park";
  };
};

export type PlanHours = { readonly day: string; readonly opens: string; readonly closes: string };

/** Findings that somebody let stand. */
export type Assumed = {
  /** Waivers in force: where they are written, until when, by whom, why. */
  readonly waivers: readonly {
    readonly rule: string;
    readonly place: string;
    readonly until: string;
    readonly by: string;
    readonly reason: string;
  }[];
  /** Findings that the baseline knows. */
  readonly baselined: readonly {
    readonly rule: string;
    readonly path: string;
    readonly fingerprint: string;
  }[];
};

/** `recare.plan/1`. Content-addressed and closed: with a roster it is all that a runner needs. Field names are the format's. */
export type Plan = {
  readonly format: "recare.plan/1";
  readonly identity: {
    readonly organisation: string;
    readonly campaign: string;
    readonly was: readonly string[];
    readonly title: string;
    readonly scenario: string;
    readonly starts: string | null;
    readonly ends: string | null;
    readonly priority: number;
  };
  readonly audience: {
    readonly anchor: string;
    readonly include: readonly PlanCondition[];
    readonly exclude: readonly PlanCondition[];
    readonly segments: readonly {
      readonly id: string;
      readonly when: PlanCondition | null;
      readonly owner: string | null;
      readonly first_contact: { readonly count: number; readonly unit: string } | null;
      readonly success: string | null;
    }[];
    /** Minimum-necessary export list: every field that the plan reads, wherever it reads it. */
    readonly fields: readonly {
      readonly path: string;
      readonly class: string;
      readonly type: string;
      /** Every code of a one-of or many-of field: any other counts as unknown. */
      readonly values: readonly string[] | null;
      readonly blank_means_no: boolean;
      /** The product's own calculation, which the judge makes in place of reading a column. */
      readonly derived: string | null;
    }[];
    readonly chosen_by: { readonly fields: readonly string[]; readonly because: string } | null;
    readonly others: string | null;
    /** The kind of care, with the times that a clinician signed for it. */
    readonly pathway: {
      readonly id: string;
      readonly soon: string | null;
      readonly long_lapsed: string | null;
      readonly signed_by: string | null;
    } | null;
    readonly re_enter: string;
  };
  readonly assign: {
    readonly holdout: { readonly salt: string; readonly below: string } | null;
    readonly test: {
      readonly step: string;
      readonly change: string;
      readonly winner: string;
      readonly salt: string;
      /** The patient is in arm a when the first eight hex digits of md5(salt|patient) are below this. */
      readonly below: string;
    } | null;
  };
  readonly consent: {
    readonly basis: string | null;
    readonly wording: string | null;
    readonly channels: { readonly [channel: string]: string };
    readonly patient: "always" | "never";
    readonly caregiver: string | null;
    readonly minors: "not contacted";
  };
  readonly languages: readonly string[];
  readonly sender: {
    readonly name: string;
    readonly email: string | null;
    readonly unsubscribe: string | null;
    /** Automatic answer to HELP, by language. */
    readonly help: { readonly [language: string]: string };
    /** Whether answers to texts are read. */
    readonly replies: "read" | "not-read";
  };
  readonly steps: readonly PlanStep[];
  readonly windows: {
    readonly opens: string;
    readonly closes: string;
    readonly days: readonly string[];
    readonly clock: "patient" | "clinic";
    readonly time_zone: string;
    readonly holidays: readonly { readonly on: string; readonly name: string }[];
    /** Hours that states keep in which somebody can be texted or called. */
    readonly states: readonly { readonly state: string; readonly hours: readonly PlanHours[] }[];
  };
  readonly caps: { readonly per_day: number; readonly per_week: number };
  readonly pace: { readonly per_day: number | null };
  readonly flows: {
    readonly outlets: readonly {
      readonly outlet: string;
      readonly step: string;
      readonly part: string;
      readonly ceiling: string;
      readonly fields: readonly { readonly path: string; readonly class: string; readonly marks: string }[];
    }[];
    readonly selection: readonly {
      readonly path: string;
      readonly class: string;
      readonly by: readonly string[];
    }[];
    /** Landing pages that the messages lead to. */
    readonly pages: readonly {
      readonly id: string;
      readonly url: string;
      readonly purpose: string;
      readonly sections: readonly string[];
      readonly languages: readonly string[];
    }[];
  };
  /** Each is signed with its concern, by its role. */
  readonly questions: readonly Question[];
  readonly assumptions: {
    readonly safe_words: readonly string[];
    readonly severities: readonly { readonly rule: string; readonly severity: string }[];
    readonly limits: readonly { readonly rule: string; readonly at_most: number }[];
    /** The packs of rules that the organisation works by, and the day as of which each stands. */
    readonly packs: readonly { readonly name: string; readonly as_of: string }[];
    /** Limits that the organisation set in the place of a pack's, or beside it. */
    readonly own_limits: readonly {
      readonly pack: string;
      readonly limit: string;
      readonly state: string | null;
      readonly effect: "adds" | "tightens" | "loosens";
      readonly says: string;
      readonly because: string;
      readonly approved_by: string | null;
      readonly on: string | null;
      readonly until: string | null;
    }[];
  } & Assumed;
  readonly stop: { readonly on: readonly string[]; readonly when: readonly PlanCondition[] };
  readonly pause: { readonly on: readonly string[]; readonly when: readonly PlanCondition[] };
  readonly respond: {
    readonly owner: string;
    readonly urgent: string | null;
    readonly replies: readonly {
      readonly kind: string;
      readonly do: string;
      readonly who: string;
      readonly within: string;
      readonly next: string | null;
      readonly say: { readonly [language: string]: string } | null;
    }[];
    readonly teams: readonly {
      readonly id: string;
      readonly lead: string;
      readonly clinical: boolean;
      readonly trained_on: string | null;
      readonly hours: readonly PlanHours[];
      readonly calls_a_day: number | null;
      readonly bookings_a_day: number | null;
    }[];
    readonly clinics: readonly {
      readonly id: string;
      readonly name: string;
      readonly address: string;
      readonly phone: string;
      readonly nurse_line: string | null;
      readonly time_zone: string;
      readonly hours: readonly PlanHours[];
      readonly telehealth: readonly string[];
      readonly visit_types: readonly string[];
      readonly relay: string | null;
      readonly interpreter: string | null;
    }[];
  };
  readonly measure: {
    readonly goal: { readonly outcome: string; readonly within_days: number };
    readonly outcomes: readonly string[];
    readonly by: readonly string[];
    /** Somebody outside who is told of the results. */
    readonly partner: {
      readonly name: string;
      readonly shares: readonly string[];
      readonly report: string | null;
    } | null;
  };
  readonly declarations: {
    readonly consent_record: readonly string[] | null;
    readonly number_source: string | null;
    readonly numbers_checked: string | null;
    readonly do_not_call: readonly string[] | null;
    readonly opt_out: {
      readonly ways: readonly string[];
      /** Only where some are stated: plans of an earlier version have none. */
      readonly words?: readonly string[];
      readonly scope: string | null;
      readonly reaches: string;
      readonly confirmation: { readonly [language: string]: string };
      readonly confirmed_within: string | null;
    } | null;
    readonly exemption: { readonly free_to_end_user: string | null; readonly purpose: string | null } | null;
    readonly caregiver_consent: string | null;
    readonly funding: string | null;
    readonly vendors: readonly {
      readonly name: string;
      readonly handles: readonly string[];
      readonly agreement: string | null;
    }[];
    readonly sender_registration: string | null;
    readonly retention: string | null;
    /** The team that reads answers to the sender's address. */
    readonly mailbox_read_by: string | null;
    readonly email_protection: string | null;
    /** Scenarios that people agreed to be written to about; empty where nobody said. */
    readonly consent_covers: readonly string[];
    /** Who read which translation, and the fingerprint of the words that they read. */
    readonly translations: readonly {
      readonly language: string;
      readonly by: string;
      readonly on: string;
      readonly wording: string | null;
    }[];
    /** Every other fact that somebody stated, by its key. */
    readonly stated: { readonly [key: string]: string };
  };
};

/** Where one value of the plan is written. */
export type SourceLink = {
  /** JSON Pointer into the plan (RFC 6901). */
  readonly pointer: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
};

/** Beside the plan, outside every digest. */
export type Provenance = {
  readonly format: "recare.provenance/1";
  readonly compiler: string;
  readonly plan: string;
  readonly concerns: Readonly<Record<Concern, string>>;
  /** What is signed: copy language by language. */
  readonly subjects: readonly SubjectDigest[];
  readonly sources: readonly SourceLink[];
};

/** A plan with what stands beside it. */
export type CompiledPlan = {
  readonly campaign: string;
  readonly plan: Plan;
  /** Canonical JSON: the bytes of plan.json without the final line feed. */
  readonly json: string;
  /** `sha256:…` of `json`. */
  readonly digest: string;
  /** Digests that tell which concerns changed. */
  readonly concerns: Readonly<Record<Concern, string>>;
  /** Digests that are signed. */
  readonly subjects: readonly SubjectDigest[];
  readonly provenance: Provenance;
};
