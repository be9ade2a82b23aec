import {
  compareDiagnostics,
  counts,
  type Diagnostic,
  type FindingWaiver,
  type Span,
} from "../../source/index.ts";
import type { PacketFinding, SourcePlace } from "../model.ts";

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** What counts before what somebody let stand, errors first, then warnings and notes, each in reading order. */
export function findingsOf(
  findings: readonly Diagnostic[],
  place: (span: Span) => SourcePlace,
): readonly PacketFinding[] {
  return findings
    .toSorted(
      (a, b) =>
        Number(counts(b)) - Number(counts(a)) ||
        GRAVITY[a.severity] - GRAVITY[b.severity] ||
        compareDiagnostics(a, b),
    )
    .map(({ severity, code, rule, message, remedy, at, witness, waiver, baselined }) => {
      const { file, line, column } = place(at);
      return {
        severity,
        code,
        rule,
        message,
        remedy,
        at: { file, line, column },
        witness: witness === undefined ? null : { text: witness.text, when: witness.when },
        waiver: waiver === undefined ? null : waiverOf(waiver),
        baselined: baselined === true,
      };
    });
}

function waiverOf({ standing, until, by, reason }: FindingWaiver): NonNullable<PacketFinding["waiver"]> {
  return { standing, until, by, reason };
}
