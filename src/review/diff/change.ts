import type { Concern, Json, SourceLink } from "../../plan/index.ts";

/** Which way something went, in the words of a reviewer. What cannot be decided is CANNOT TELL, and rated as the worse. */
export const DIRECTIONS = [
  "ADDED",
  "REMOVED",
  "REWORDED",
  "WIDENED",
  "NARROWED",
  "EARLIER",
  "LATER",
  "MORE",
  "FEWER",
  "SAME",
  "CANNOT TELL",
] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Orders a page; never decides whether somebody has to sign again. */
export type Risk = "high" | "medium" | "low";

/** A stretch of wording: kept, only in the base, or only in the head. */
export interface WordRun {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** One change in meaning between two compiled plans of a campaign. */
export interface Change {
  /** The same for the same change in any comparison: of what changed and into what, never of how we say it. */
  readonly id: string;
  /** What kind of thing changed: `audience.people`, `copy.wording`, `timing.wait`. */
  readonly kind: string;
  /** Whose digests it changes, so whose signatures. */
  readonly concerns: readonly Concern[];
  readonly direction: Direction;
  readonly risk: Risk;
  /** Why it is rated so, as a sentence. */
  readonly because: string;
  /** What changed, in words: "The text message of text-1 in English". */
  readonly about: string;
  /** The step that it is about, by its id in the head (in the base, where it was removed). */
  readonly step: string | null;
  /** The language of the words that changed, as a tag; null where no wording changed. */
  readonly language: string | null;
  /** In words; null where there was, or is, nothing. */
  readonly before: string | null;
  readonly after: string | null;
  /** Where wording changed: word by word, with a field as one word. */
  readonly words: readonly WordRun[] | null;
  readonly at: { readonly base: SourceLink | null; readonly head: SourceLink | null };
}

/** A change before it is told apart from others and given its place. */
export interface DraftChange extends Omit<Change, "id" | "words" | "at" | "step" | "language"> {
  readonly words?: readonly WordRun[];
  readonly step?: string;
  readonly language?: string;
  /** What tells this change from others of its kind: `text-1/sms.body/en/a`. */
  readonly subject: string;
  /** The values themselves, for the id. */
  readonly values: { readonly before: Json; readonly after: Json };
  /** JSON Pointers into the two plans. */
  readonly pointers?: { readonly base?: string; readonly head?: string };
}
