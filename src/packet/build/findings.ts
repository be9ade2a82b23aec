import type { Diagnostic, Span } from "../../source/index.ts";
import { compareDiagnostics } from "../../source/index.ts";
import type { PacketFinding, SourcePlace } from "../model.ts";

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** Errors first, then warnings and notes, each in reading order. */
export function findingsOf(
  findings: readonly Diagnostic[],
  place: (span: Span) => SourcePlace,
): readonly PacketFinding[] {
  return findings
    .toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || compareDiagnostics(a, b))
    .map(({ severity, code, rule, message, remedy, at, witness }) => {
      const { file, line, column } = place(at);
      return {
        severity,
        code,
        rule,
        message,
        remedy,
        at: { file, line, column },
        witness: witness === undefined ? null : { text: witness.text, when: witness.when },
      };
    });
}
