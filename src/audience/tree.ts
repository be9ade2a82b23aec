import type { Span } from "../source/index.ts";

/** What a field holds; decides what may be asked of it and how a bare word beside it is read. */
export type FieldType =
  | { readonly kind: "yes-no" }
  | { readonly kind: "one-of"; readonly values: readonly string[] }
  /** Several codes at once, asked with `includes`. */
  | { readonly kind: "many-of"; readonly values: readonly string[] }
  /** An opaque code (LOINC, zip, state), compared as written, byte for byte. */
  | { readonly kind: "code" }
  | { readonly kind: "number" }
  | { readonly kind: "date" }
  | { readonly kind: "text" }
  | { readonly kind: "name" }
  | { readonly kind: "phone" };

/** What the audience language needs to know of a field. */
export interface FieldSpec {
  readonly path: string;
  readonly type: FieldType;
  /** A blank counts as "no" (declared `blank_means: no`, and signed under audience); otherwise a blank is unknown. */
  readonly blankMeansNo: boolean;
  readonly declaredAt: Span;
}

export type Unit = "day" | "week" | "month" | "year";

/** A number of calendar units: at most, at least, exactly or between; both ends inclusive. Exact amounts have least = most. */
export interface Amount {
  readonly least: number | undefined;
  readonly most: number | undefined;
  readonly unit: Unit;
  /** Unit of the lower end where it differs: no surface form has it today, kept equal by the parser. */
  readonly text: string;
}

/** A decimal kept exactly as text in canonical form ("-0.5", "12"). */
export type Decimal = string;
/** ISO calendar date, `2026-11-23`. */
export type IsoDate = string;

export interface FieldRef {
  readonly path: string;
  readonly at: Span;
}

export interface Coded {
  readonly value: string;
  readonly at: Span;
}

/** A typed condition. `all` and `any` have at least two members; every node knows where it is written. */
export type Condition =
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[]; readonly at: Span }
  | { readonly kind: "not"; readonly of: Condition; readonly at: Span }
  | Clause;

export type Clause =
  | { readonly kind: "yes"; readonly field: FieldRef; readonly at: Span }
  /** The field's value is one of `values` (one for `is`); `negated` for `is not`, `is none of`. */
  | {
      readonly kind: "is";
      readonly field: FieldRef;
      readonly values: readonly Coded[];
      readonly negated: boolean;
      readonly at: Span;
    }
  | {
      readonly kind: "includes";
      readonly field: FieldRef;
      readonly value: Coded;
      readonly negated: boolean;
      readonly at: Span;
    }
  | { readonly kind: "known"; readonly field: FieldRef; readonly negated: boolean; readonly at: Span }
  | {
      readonly kind: "number";
      readonly field: FieldRef;
      /** Ends, each with whether it belongs to the range. `is 5` has both ends 5, inclusive. */
      readonly least: { readonly value: Decimal; readonly inclusive: boolean } | undefined;
      readonly most: { readonly value: Decimal; readonly inclusive: boolean } | undefined;
      readonly negated: boolean;
      readonly at: Span;
    }
  /** Relative to today in the organisation's zone. `ago`: on or before today; `in`: on or after today. */
  | {
      readonly kind: "relative";
      readonly field: FieldRef;
      readonly direction: "ago" | "in";
      readonly amount: Amount;
      readonly at: Span;
    }
  | {
      readonly kind: "date";
      readonly field: FieldRef;
      readonly least: IsoDate | undefined;
      readonly most: IsoDate | undefined;
      readonly negated: boolean;
      readonly at: Span;
    };

/** One person's facts for the predicate: field path → value; a missing key or undefined is unknown. Dates are ISO, numbers decimal text. */
export type PersonRecord = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** Three-valued logic of Kleene: unknown never includes and always excludes. */
export type Truth = true | false | "unknown";
