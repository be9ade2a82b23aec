import type { Span } from "../source/index.ts";

/**
 * The closed tree of a Liquid text: all that Recare analyses, digests and diffs.
 *
 * `lower` makes it from liquidjs' own tree (so what runs is what was analysed); `link` then replaces free names by
 * fields and inserts. Positions are spans in the author's file. A part that is not in this tree was refused.
 */
export type TemplateNode =
  | TextNode
  | { readonly kind: "print"; readonly value: TemplateValue; readonly at: Span }
  | InsertNode
  | {
      readonly kind: "if";
      readonly arms: readonly { readonly test: Test; readonly body: Template }[];
      readonly otherwise: Template;
      readonly at: Span;
    }
  | {
      /** Literals are distinct across all arms (checked by `lower`), so at most one arm is rendered. */
      readonly kind: "case";
      readonly subject: TemplateValue;
      readonly arms: readonly {
        readonly values: readonly Literal[];
        /** Where each value is written. */
        readonly valuesAt: readonly Span[];
        readonly body: Template;
      }[];
      readonly otherwise: Template;
      readonly at: Span;
    }
  | {
      readonly kind: "for";
      readonly name: string;
      readonly over: Operand;
      readonly limit?: number;
      readonly offset?: number;
      readonly reversed: boolean;
      readonly body: Template;
      readonly otherwise: Template;
      readonly at: Span;
    }
  | { readonly kind: "assign"; readonly name: string; readonly value: TemplateValue; readonly at: Span }
  | { readonly kind: "capture"; readonly name: string; readonly body: Template; readonly at: Span }
  | {
      /** A partial with its own scope; `args` are all that it sees besides the closed roots. */
      readonly kind: "render";
      readonly partial: string;
      readonly args: readonly { readonly name: string; readonly value: Operand }[];
      readonly body: Template;
      readonly at: Span;
    };

/** Literal words, printed as they stand. */
export interface TextNode {
  readonly kind: "text";
  readonly text: string;
  readonly at: Span;
  /** Where each unit came from, when `text` is not one to one with the file. */
  readonly map?: LitMap;
}

/** Where each unit of a literal came from, when it is not one to one with the file. */
export interface LitMap {
  span(start: number, end: number): Span;
}

export type Template = readonly TemplateNode[];

/** Approved or shared words that a name stands for. The body is already linked; its spans point where the words are written. */
export interface InsertNode {
  readonly kind: "insert";
  readonly what: InsertKind;
  /** Id within its kind: the claim's, the phrase's, the action's; empty for kinds that have only one. */
  readonly id: string;
  readonly body: Template;
  /** Where the name is used, or, for words that the compiler adds, the setting that they come from. */
  readonly at: Span;
}

export type InsertKind =
  | "message" // message.purpose, message.next_step, message.detail, any further text by name
  | "phrase"
  | "claim"
  | "greeting"
  | "actions" // the block of care actions
  | "link" // link.<action>
  | "bring"
  | "offer"
  | "sender"
  | "caller"
  | "added"; // STOP line, postal address, unsubscribe, relay line, language notice: by the compiler

export type Literal = string | number | boolean | null;

export type Operand =
  | { readonly kind: "literal"; readonly value: Literal; readonly at: Span }
  /** Liquid's `empty` and `blank`, allowed only beside `==` and `!=`. */
  | { readonly kind: "emptiness"; readonly which: "empty" | "blank"; readonly at: Span }
  /** `(1..3)`: whole numbers, both ends inclusive; only what a loop runs over. */
  | { readonly kind: "range"; readonly from: Operand; readonly to: Operand; readonly at: Span }
  /** A name that is not linked yet, or a local (assign, capture, loop, argument). */
  | {
      readonly kind: "path";
      readonly root: string;
      readonly segments: readonly PathSegment[];
      readonly at: Span;
    }
  /** A declared field. `said` prints its words for patients ("yearly visit"), never its code. */
  | { readonly kind: "field"; readonly path: string; readonly said: boolean; readonly at: Span };

export type PathSegment =
  | { readonly name: string }
  | { readonly index: number }
  | { readonly dynamic: Operand };

export interface TemplateValue {
  readonly operand: Operand;
  readonly filters: readonly Filter[];
}

export interface Filter {
  readonly name: FilterName;
  readonly args: readonly Operand[];
  readonly at: Span;
}

export const FILTERS = [
  "append",
  "capitalize",
  "default",
  "downcase",
  "first",
  "join",
  "last",
  "prepend",
  "size",
  "strip",
  "truncate",
  "upcase",
] as const;
export type FilterName = (typeof FILTERS)[number];

export type Comparison = "==" | "!=" | "<" | ">" | "<=" | ">=" | "contains";

/** One thing asked of one value, possibly negated. */
export type Clause =
  | { readonly kind: "truthy"; readonly value: TemplateValue }
  | { readonly kind: "compare"; readonly op: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly kind: "not"; readonly test: Clause };

/** Liquid has no parentheses, so clauses are joined by `and` alone or by `or` alone; `unless` negates the whole. */
export type Test =
  | Clause
  | { readonly kind: "and" | "or"; readonly tests: readonly Clause[] }
  | { readonly kind: "not"; readonly test: Test };
