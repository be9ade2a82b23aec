import { cover, type Span } from "../source/index.ts";
import type { Unseen } from "./link-signs.ts";
import type { Pause } from "./words.ts";

/** A way through the text so far: the position that it has reached, and the word that may still go on. */
export interface End {
  readonly from: number;
  /** What stood between the last word and here, or the open word. */
  readonly pause: Pause;
  readonly open: OpenWord | undefined;
  /** Within the target of a link, which a reader does not see. */
  readonly unseen?: Unseen | undefined;
  /** The open word goes on after a link's sign: with the next letter, or this is no way. */
  readonly isGlued?: boolean;
}

export interface OpenWord {
  readonly text: string;
  readonly isEmoji: boolean;
  /** An apostrophe has been read; it belongs to the word if a letter follows. */
  readonly hasApostrophe: boolean;
  readonly at: readonly Span[];
  readonly hole: string | undefined;
  readonly marks: readonly string[];
  readonly guards: readonly string[];
}

/** What holds where a word is read. */
export interface Place {
  readonly guards: readonly string[];
  readonly marks: readonly string[];
}

export type Ends = readonly End[];

/** The ways that are not within a link's target. */
export function seen(ends: Ends): Ends {
  return ends.some(({ unseen }) => unseen) ? ends.filter(({ unseen }) => !unseen) : ends;
}

/** The ways of which a rendering may end here. */
export function whole(ends: Ends): Ends {
  return ends.some(({ isGlued }) => isGlued) ? seen(ends).filter(({ isGlued }) => !isGlued) : seen(ends);
}

/** The way through a text that has no branch here, as most have none: it needs no comparing with others. */
export function onlyOf(ends: Ends): End | undefined {
  return ends.length === 1 ? ends[0] : undefined;
}

/** A word of which no letter is known. */
export const HOLES = /^(?:⟦[^⟧]*⟧)+$/;

/** Spans of a word's parts, those that touch as one. */
export function touching(spans: readonly Span[], next: Span): readonly Span[] {
  const last = spans.at(-1);
  if (last && last.file === next.file && last.end === next.start)
    return [...spans.slice(0, -1), cover(last, next)];
  return [...spans, next];
}
