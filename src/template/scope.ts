import type { Span } from "../source/index.ts";
import type { InsertKind, PathSegment, Template } from "./tree.ts";

/** What a name in a text stands for. */
export type Binding =
  | {
      readonly kind: "field";
      readonly path: string;
      /** Printed by its words for patients; tested by its value all the same. */
      readonly said: boolean;
      /** All values that the field can have, where they are known; `yes` and `no` make it a yes/no fact. */
      readonly values?: readonly string[];
      /** Why the field may be asked about but never printed. */
      readonly unprintable?: { readonly message: string; readonly remedy: string };
    }
  | { readonly kind: "insert"; readonly what: InsertKind; readonly id: string; readonly body: Template }
  | { readonly kind: "refused"; readonly message: string; readonly remedy?: string };

/** The names that one text may use; the model makes one for each outlet. */
export interface Scope {
  /** First parts of all shared names. A text cannot give them a meaning of its own. */
  readonly roots: ReadonlySet<string>;
  /** What `root` with `segments` stands for where it is written; nothing for a name that nobody declares. */
  bind(root: string, segments: readonly PathSegment[], at: Span): Binding | undefined;
  /** All names that would bind, for suggestions. */
  names(): Iterable<string>;
}

export interface LinkOptions {
  /** Whether the text may set names. Phrases and message texts stand inside other texts and may not. */
  readonly allowAssign: boolean;
  /** Whether a missing field may be replaced by other words. Only the greeting may. */
  readonly allowDefault: boolean;
}
