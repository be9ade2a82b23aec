import type { PackName } from "../source/index.ts";

/** What a limit is measured in. */
export type LimitKind = "hours" | "count" | "time" | "words";

/** One thing that a rule book decides: which books may decide it, in what it is measured, and which way is stricter. */
export interface LimitMeaning {
  readonly packs: readonly PackName[];
  readonly kind: LimitKind;
  /** `less`: a smaller number, a shorter time, fewer hours, fewer words. */
  readonly stricter: "less" | "more";
  /** In words, after "the": "the hours in which a message may leave". */
  readonly about: string;
  /** Noun for counts, in the singular. */
  readonly unit?: string;
  /** What each of its words is, where that is more than a word: a host, or "utilize | utilizes = use". */
  readonly item?: "host" | "plain words";
  /** Kept whatever rule books an organisation works by: the product's own. */
  readonly always?: true;
}

/** Every limit that the packs hold. A rule asks by name; an organisation's own limits use the same names. */
export const LIMITS = {
  quiet_hours: {
    packs: ["us-federal", "us-states"],
    kind: "hours",
    stricter: "less",
    about: "hours in which a message may leave",
    always: true,
  },
  messages_a_day: {
    packs: ["us-states"],
    kind: "count",
    stricter: "less",
    about: "calls and texts about one subject within 24 hours",
    unit: "message",
  },
  holidays: {
    packs: ["us-states"],
    kind: "words",
    stricter: "more",
    about: "holidays on which nobody is called",
  },
  optout_words: {
    packs: ["us-federal", "carriers"],
    kind: "words",
    stricter: "more",
    about: "words of a reply that stop all messages",
    always: true,
  },
  optout_deadline: {
    packs: ["us-federal"],
    kind: "time",
    stricter: "less",
    about: "time within which somebody who opts out is written to no more",
  },
  optout_scopes: {
    packs: ["us-federal"],
    kind: "words",
    stricter: "less",
    about: "scopes that an opt-out may have",
  },
  optout_confirmation_within: {
    packs: ["us-federal"],
    kind: "time",
    stricter: "less",
    about: "time within which an opt-out may be confirmed",
  },
  optout_kept: {
    packs: ["us-federal", "us-states"],
    kind: "time",
    stricter: "more",
    about: "time for which an opt-out is kept",
  },
  number_check_age: {
    packs: ["us-federal"],
    kind: "time",
    stricter: "less",
    about: "age of the last check whether a number has a new owner",
  },
  number_check_after: {
    packs: ["us-federal"],
    kind: "time",
    stricter: "less",
    about: "time without a visit after which a number is checked again",
  },
  relationship_after_visit: {
    packs: ["us-federal"],
    kind: "time",
    stricter: "less",
    about: "time after a visit in which a sales call rests on it",
  },
  relationship_after_inquiry: {
    packs: ["us-federal"],
    kind: "time",
    stricter: "less",
    about: "time after an inquiry in which a sales call rests on it",
  },
  exempt_purposes: {
    packs: ["us-federal"],
    kind: "words",
    stricter: "less",
    about: "purposes of a message under the health-care exemption",
  },
  exempt_characters: {
    packs: ["us-federal"],
    kind: "count",
    stricter: "less",
    about: "characters of a text under the health-care exemption",
    unit: "character",
  },
  exempt_per_day: {
    packs: ["us-federal"],
    kind: "count",
    stricter: "less",
    about: "messages in a day under the health-care exemption",
    unit: "message",
  },
  exempt_per_week: {
    packs: ["us-federal"],
    kind: "count",
    stricter: "less",
    about: "messages in a week under the health-care exemption",
    unit: "message",
  },
  recorded_per_day: {
    packs: ["us-federal"],
    kind: "count",
    stricter: "less",
    about: "recorded health-care calls to a home in a day",
    unit: "call",
  },
  recorded_per_week: {
    packs: ["us-federal"],
    kind: "count",
    stricter: "less",
    about: "recorded health-care calls to a home in a week",
    unit: "call",
  },
  gift_each: {
    packs: ["us-federal"],
    kind: "count",
    stricter: "less",
    about: "worth of one gift to somebody with Medicare or Medicaid",
    unit: "dollar",
  },
  gifts_a_year: {
    packs: ["us-federal"],
    kind: "count",
    stricter: "less",
    about: "worth of all gifts in a year to somebody with Medicare or Medicaid",
    unit: "dollar",
  },
  tracker_hosts: {
    packs: ["us-federal"],
    kind: "words",
    item: "host",
    stricter: "more",
    about: "hosts that follow people across pages",
    always: true,
  },
  email_optout_deadline: {
    packs: ["us-federal"],
    kind: "time",
    stricter: "less",
    about: "time within which an unsubscribed address is written to no more",
  },
  email_optout_open: {
    packs: ["us-federal"],
    kind: "time",
    stricter: "more",
    about: "time after an email in which its unsubscribe link works",
  },
  help_words: {
    packs: ["carriers"],
    kind: "words",
    stricter: "more",
    about: "words of a reply that are answered with help",
  },
  sms_characters: {
    packs: ["carriers"],
    kind: "count",
    stricter: "less",
    about: "characters of one part of a text",
    unit: "character",
  },
  sms_characters_wide: {
    packs: ["carriers"],
    kind: "count",
    stricter: "less",
    about: "characters of one part of a text with an emoji or a letter outside GSM-7",
    unit: "character",
  },
  reading_grade: {
    packs: ["plain-language"],
    kind: "count",
    stricter: "less",
    about: "school grade at which a text should read",
    unit: "grade",
  },
  reading_ease: {
    packs: ["plain-language"],
    kind: "count",
    stricter: "more",
    about: "ease of a Spanish text on the INFLESZ scale",
    unit: "point",
  },
  jargon_en: {
    packs: ["plain-language"],
    kind: "words",
    item: "plain words",
    stricter: "more",
    about: "words of a clinic in English, and what patients say",
  },
  jargon_es: {
    packs: ["plain-language"],
    kind: "words",
    item: "plain words",
    stricter: "more",
    about: "words of a clinic in Spanish, and what patients say",
  },
  reading_grade_most: {
    packs: ["plain-language"],
    kind: "count",
    stricter: "less",
    about: "school grade above which a text is hard for most",
    unit: "grade",
  },
} as const satisfies Readonly<Record<string, LimitMeaning>>;

export type LimitName = keyof typeof LIMITS;

/** The names of limits that are measured so. */
export type LimitOf<K extends LimitKind> = {
  [N in LimitName]: (typeof LIMITS)[N]["kind"] extends K ? N : never;
}[LimitName];

/** In the order in which they are told. */
export const LIMIT_NAMES: readonly LimitName[] = Object.keys(LIMITS).filter(isLimit);

export function isLimit(name: string): name is LimitName {
  return Object.hasOwn(LIMITS, name);
}
