import type { IsoDate } from "../calendar/index.ts";
import type { Span } from "../source/index.ts";

/** What a field holds; decides what may be asked of it and how a bare word beside it is read. */
export type FieldType =
  | { readonly kind: "yes-no" }
  /** One of a closed list. A value that is not in the list counts as unknown. */
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
  /**
   * A blank counts as "no", or as no codes at all (declared `blank_means: no`, and signed under audience); otherwise a
   * blank is unknown. Read of yes-no and many-of fields only.
   */
  readonly blankMeansNo: boolean;
  readonly declaredAt: Span;
}

export type Fields = ReadonlyMap<string, FieldSpec>;

export type Unit = "day" | "week" | "month" | "year";

/** A number of calendar units: at most, at least, exactly or between. Exact amounts have least = most; at least one end is there. */
export interface Amount {
  readonly least: number | undefined;
  readonly most: number | undefined;
  /** The ends do not belong to the range: "more than 5 days", "less than 6 months". */
  readonly exclusive: boolean;
  readonly unit: Unit;
}

/** A decimal kept exactly as text in canonical form ("-0.5", "12"). */
export type Decimal = string;

export type { IsoDate };

export interface FieldRef {
  readonly path: string;
  readonly at: Span;
}

export interface Coded {
  readonly value: string;
  readonly at: Span;
}

/** One end of a range of numbers. */
export interface Bound {
  readonly value: Decimal;
  readonly inclusive: boolean;
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
      /** `is 5` has both ends 5, inclusive. At least one end is there. */
      readonly least: Bound | undefined;
      readonly most: Bound | undefined;
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
  /** Both ends inclusive; at least one is there. */
  | {
      readonly kind: "date";
      readonly field: FieldRef;
      readonly least: IsoDate | undefined;
      readonly most: IsoDate | undefined;
      readonly negated: boolean;
      readonly at: Span;
    };

/** A field's value as records hold it: dates are ISO, numbers decimal text; undefined is unknown. */
export type FieldValue = string | boolean | readonly string[] | undefined;

/** One person's facts for the predicate: field path → value; a missing key is unknown. */
export type PersonRecord = Readonly<Record<string, FieldValue>>;

/** Three-valued logic of Kleene: unknown never includes and always excludes. */
export type Truth = true | false | "unknown";
