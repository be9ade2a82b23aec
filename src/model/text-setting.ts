import type { Span } from "../source/index.ts";
import type { Anchor } from "./campaign.ts";
import type { Channel, Language, Library, Offer, Wording } from "./library.ts";
import type { Organization } from "./organization.ts";

/** What the names in a text of one step stand for: a channel, a language, a recipient, an arm of a test. */
export interface TextSetting {
  readonly library: Library;
  readonly organization: Organization;
  /** What one enrolment is about. */
  readonly anchor: Anchor;
  readonly channel: Channel;
  readonly language: Language;
  readonly recipient: "patient" | "caregiver";
  /** The campaign's core message, by name. */
  readonly message: ReadonlyMap<string, Wording>;
  readonly actions: readonly string[];
  readonly bring: readonly string[];
  readonly offers: readonly Offer[];
  /** Words that an arm of a test puts in the place of an action's label. */
  readonly labels: ReadonlyMap<string, Wording>;
  /** Called when a language that is needed has no words. */
  missing(what: string, at: Span, entry?: Span): void;
}
