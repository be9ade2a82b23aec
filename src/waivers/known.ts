import { atLeast, compareDiagnostics, type Diagnostic } from "../source/index.ts";
import type { ReadEntry } from "./baseline.ts";

/** A baseline at work: which findings it knows, and how many each entry has still room for. */
export class KnownFindings {
  private readonly byKey = new Map<string, ReadEntry[]>();
  private readonly room = new Map<ReadEntry, number>();

  constructor(entries: readonly ReadEntry[]) {
    for (const entry of entries) {
      const key = keyOf(entry.rule, entry.path, entry.fingerprint);
      const same = this.byKey.get(key);
      if (same === undefined) this.byKey.set(key, [entry]);
      else same.push(entry);
      this.room.set(entry, entry.count);
    }
  }

  /**
   * Marks the findings that are known. An entry takes as many as it counts, in reading order, and none that is graver
   * than it was; words that several campaigns share are one finding.
   *
   * @param findings with their paths and fingerprints
   */
  mark(findings: readonly Diagnostic[]): readonly Diagnostic[] {
    if (this.byKey.size === 0) return findings;
    const known = new Set<string>();
    const seen = new Set<string>();
    for (const finding of findings.toSorted(compareDiagnostics)) {
      const { rule, path = "", fingerprint = "", waiver } = finding;
      const entries = this.byKey.get(keyOf(rule, path, fingerprint));
      const mistake = mistakeOf(finding);
      if (entries === undefined || waiver?.standing === "in force" || seen.has(mistake)) continue;
      seen.add(mistake);
      const entry = entries.find(
        (candidate) => this.roomOf(candidate) > 0 && atLeast(candidate.severity, finding.severity),
      );
      if (entry === undefined) continue;
      this.room.set(entry, this.roomOf(entry) - 1);
      known.add(mistake);
    }
    return findings.map((finding) =>
      known.has(mistakeOf(finding)) ? { ...finding, baselined: true as const } : finding,
    );
  }

  /** How many findings of an entry are gone. */
  roomOf(entry: ReadEntry): number {
    return this.room.get(entry) ?? 0;
  }
}

function keyOf(rule: string, path: string, fingerprint: string): string {
  return JSON.stringify([rule, path, fingerprint]);
}

function mistakeOf({ code, at, message }: Diagnostic): string {
  return JSON.stringify([code, at.file, at.start, at.end, message]);
}
