import { compareSpans, type Span } from "./span.ts";

/** `error` blocks a build; `warning` and `info` do not, unless `--fail-on` says so. */
export type Severity = "error" | "warning" | "info";

/** Another place that explains the finding: where the field is classed, where the claim is registered. */
export interface Related {
  readonly at: Span;
  readonly message: string;
}

/** One rendering that shows the finding, and the condition under which a patient would receive it. */
export interface Witness {
  readonly text: string;
  /** The guard in words ("when visit.type is diabetes_check"); empty where everybody gets this text. */
  readonly when: string;
}

/** A finding: what is wrong at one place, and what to write instead. */
export interface Diagnostic {
  /** Permanent code, never reused: `P101`. */
  readonly code: string;
  /** The name used in configuration, waivers and `recare explain`: `no-diagnosis-in-sms`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong here, with the value. One sentence. */
  readonly message: string;
  /** What to write instead. */
  readonly remedy: string;
  readonly at: Span;
  readonly related: readonly Related[];
  readonly witness?: Witness;
  /** Id of the campaign that the finding is about, where there is one. */
  readonly campaign?: string;
}

/** What every phase returns: a value, as complete as the input allowed, and what was wrong. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Whether `a` is as grave as `b`, or graver. */
export function atLeast(a: Severity, b: Severity): boolean {
  return RANK[a] <= RANK[b];
}

/** The one order of findings in every output: by file, place, severity, code, message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareSpans(a.at, b.at) ||
    RANK[a.severity] - RANK[b.severity] ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Byte-like order that no locale changes. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
