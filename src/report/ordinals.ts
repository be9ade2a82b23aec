import type { Diagnostic } from "../source/index.ts";

/**
 * What tells a finding from every other one in a report and stays when lines move: its fingerprint, and of those that
 * share one the how-manieth it is. Forges show only the first of two findings that they cannot tell apart.
 */
export function uniqueFingerprints(findings: readonly Diagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ fingerprint, code, at }) => {
    const known = fingerprint ?? `${code}-${at.file}`;
    const before = seen.get(known) ?? 0;
    seen.set(known, before + 1);
    return `${known}:${before + 1}`;
  });
}
