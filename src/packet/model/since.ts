import type { Channel } from "../../model/index.ts";
import type { Concern, Subject } from "../../plan/index.ts";
import type { Change } from "../../review/index.ts";
import type { SourcePlace } from "../model.ts";

/** A campaign held against a base: all that the difference between the two plans says. */
export interface Since {
  /** The two sides, as somebody asked for them: `origin/main`, `the files here`. */
  readonly base: string;
  readonly head: string;
  /**
   * `new`: the base has no such campaign. `cannot tell`: it has an error in the base, so that nothing is known of what
   * changed, and everything counts as changed.
   */
  readonly standing: "compared" | "new" | "cannot tell";
  /** Digest of the base's plan. */
  readonly plan: string | null;
  /** Its id in the base, where that was another. */
  readonly formerly: string | null;
  /** Concerns whose digests differ. */
  readonly changed: readonly Concern[];
  /** What has to be signed again: of copy only the languages that changed. */
  readonly sign: readonly (Subject & { readonly roles: readonly string[] })[];
  /** From the gravest. */
  readonly changes: readonly PacketChange[];
  /** Steps as the base has them, in its order. */
  readonly steps: readonly FormerStep[];
}

/** A change with its two places. */
export interface PacketChange extends Omit<Change, "at"> {
  readonly at: { readonly base: SourcePlace | null; readonly head: SourcePlace | null };
}

/** A step where it was. */
export interface FormerStep {
  readonly id: string;
  /** Its id now; null where it is no more. */
  readonly now: string | null;
  readonly channel: Channel;
  /** Days from entry. */
  readonly earliest: number;
  readonly latest: number;
}
