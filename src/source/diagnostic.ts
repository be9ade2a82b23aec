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

/** Somebody's word that a finding may stand for a while: who, until when, why. */
export interface FindingWaiver {
  /** `in force`, or only `proposed`: the rule wants a signature that nobody has given, and the finding still counts. */
  readonly standing: "in force" | "proposed";
  /** Last day on which it holds, ISO date. */
  readonly until: string;
  readonly by: string;
  readonly reason: string;
  /** Structural path of what the comment covers. */
  readonly place: string;
  /** Digest of the comment and of what it covers: what a signature would be about. */
  readonly digest: string;
  /** The comment. */
  readonly at: Span;
  /** The base that it was compared with lacks it: nobody has agreed to it before this change. */
  readonly isNew?: true;
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
  /** Where it is, by keys and ids and not by line: `welcome.yaml#sequence[text-1].text.en`. */
  readonly path?: string;
  /** The same for the same mistake wherever it moves to in the file; of two equal mistakes at one path, equal too. */
  readonly fingerprint?: string;
  readonly waiver?: FindingWaiver;
  /** The baseline says that it was there before, and may stay for now. */
  readonly baselined?: true;
}

/** What lets a finding stand, in a diagnostic or wherever one is kept as plain JSON. */
export interface Allowed {
  readonly waiver?: Pick<FindingWaiver, "standing" | "until" | "by" | "reason" | "isNew"> | null;
  readonly baselined?: boolean;
}

/** Whether a finding counts: a waiver in force and the baseline leave it visible, and let it pass. */
export function counts({ waiver, baselined }: Allowed): boolean {
  return waiver?.standing !== "in force" && baselined !== true;
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
