import type { IToken } from "chevrotain";
import type { Span } from "../source/index.ts";
import type { Mistake } from "./mistake.ts";
import type { Fields } from "./tree.ts";

/** What typing a condition needs at hand. */
export interface TypingNotes {
  readonly text: string;
  readonly fields: Fields;
  /** Offsets in the condition's text → span in the author's file. */
  readonly locate: (start: number, end: number) => Span;
  /** Field tokens of clauses in which reading stopped. */
  readonly broken: ReadonlySet<IToken | undefined>;
  readonly report: (mistake: Mistake) => void;
}
