import type { Allowed } from "../source/index.ts";

/** Who lets a finding stand, until when and why, in one sentence; nothing for a finding that nobody speaks for. */
export function allowanceOf({ waiver, baselined }: Allowed): string | undefined {
  if (waiver === undefined || waiver === null) {
    return baselined === true
      ? "Known to the baseline: it was there before, and stays until it is mended."
      : undefined;
  }
  const { standing, until, by, reason, isNew } = waiver;
  return standing === "in force"
    ? `Waived until ${until} by ${by}${isNew ? ", as this change proposes" : ""}: ${reason}`
    : `A waiver until ${until} is proposed by ${by}, and does not hold before compliance has signed it: ${reason}`;
}

/** The same in a word or two, to stand beside the severity; empty for a finding that nobody speaks for. */
export function standingOf({ waiver, baselined }: Allowed): string {
  if (waiver === undefined || waiver === null) return baselined === true ? "known to the baseline" : "";
  if (waiver.standing === "proposed") return "waiver proposed";
  return waiver.isNew ? "waived, proposed in this change" : "waived";
}

/** "2 waived", "30 known to the baseline": what is not counted among errors, warnings and notes. */
export function allowedTally(findings: readonly Allowed[]): {
  readonly waived: number;
  readonly baselined: number;
} {
  const baselined = findings.filter((finding) => finding.baselined === true).length;
  const waived = findings.filter(({ waiver }) => waiver?.standing === "in force").length;
  return { waived, baselined };
}

/** The tally as the parts of a list; none for none. */
export function allowedInWords({
  waived,
  baselined,
}: {
  readonly waived: number;
  readonly baselined: number;
}): readonly string[] {
  return [
    ...(waived === 0 ? [] : [`${waived} waived`]),
    ...(baselined === 0 ? [] : [`${baselined} known to the baseline`]),
  ];
}
