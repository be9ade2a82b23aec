import type { Diagnostic, FindingWaiver } from "../source/index.ts";

/** What makes two waivers the same, wherever their comments stand. */
export type ComparedWaiver = Pick<FindingWaiver, "place" | "until" | "by" | "reason"> & {
  /** Name of the rule. */
  readonly rule: string;
};

/**
 * The findings, with a mark on each waiver that the base lacks: by rule, structural path, date, person and reason.
 * Moving a comment with its key makes nothing new; a later date or another reason does, since nobody has agreed to that
 * one. A new waiver holds as others do: whoever takes the change in agrees to it.
 *
 * @param base the waivers of the base, as its findings name them
 */
export function markNewWaivers(
  findings: readonly Diagnostic[],
  base: readonly ComparedWaiver[],
): readonly Diagnostic[] {
  const known = new Set(base.map(keyOf));
  return findings.map((finding) => {
    const { rule, waiver } = finding;
    if (waiver === undefined || known.has(keyOf({ ...waiver, rule }))) return finding;
    return { ...finding, waiver: { ...waiver, isNew: true as const } };
  });
}

/** The waivers that findings name. */
export function waiversNamedIn(findings: readonly Diagnostic[]): readonly ComparedWaiver[] {
  return findings.flatMap(({ rule, waiver }) => (waiver === undefined ? [] : [{ ...waiver, rule }]));
}

function keyOf({ rule, place, until, by, reason }: ComparedWaiver): string {
  return JSON.stringify([rule, place, until, by, reason]);
}
