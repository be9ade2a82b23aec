import type { Diagnostic, FindingWaiver, Related, Severity, Span, Witness } from "../source/index.ts";
import { Places, type Report } from "./report.ts";
import { type Tally, tallyOf } from "./tally.ts";

/** Changes when a reader of the format would have to change. */
export const FINDINGS_FORMAT = "recare.findings/1";

export interface PlaceJson {
  readonly file: string;
  readonly start: PointJson;
  readonly end: PointJson;
}

export interface PointJson {
  /** UTF-16 units from the start of the file. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export interface FindingJson {
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly campaign?: string;
  readonly at: PlaceJson;
  readonly related: readonly { readonly message: string; readonly at: PlaceJson }[];
  readonly witness?: Witness;
  readonly path?: string;
  readonly fingerprint?: string;
  readonly waiver?: Omit<FindingWaiver, "at"> & { readonly at: PlaceJson };
  readonly baselined?: true;
}

export interface FindingsJson {
  readonly format: typeof FINDINGS_FORMAT;
  readonly findings: readonly FindingJson[];
  readonly tally: Tally;
}

/** For programs: `schemas/findings.schema.json` describes every key. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(findingsJson(report), undefined, 2)}\n`;
}

export function findingsJson(report: Report): FindingsJson {
  const places = new Places(report.files);
  return {
    format: FINDINGS_FORMAT,
    findings: report.findings.map((finding) => findingJson(finding, places)),
    tally: tallyOf(report),
  };
}

function findingJson(finding: Diagnostic, places: Places): FindingJson {
  return {
    code: finding.code,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    remedy: finding.remedy,
    ...(finding.campaign !== undefined && { campaign: finding.campaign }),
    at: placeJson(finding.at, places),
    related: finding.related.map(({ at, message }: Related) => ({ message, at: placeJson(at, places) })),
    ...(finding.witness && { witness: { text: finding.witness.text, when: finding.witness.when } }),
    ...(finding.path !== undefined && { path: finding.path }),
    ...(finding.fingerprint !== undefined && { fingerprint: finding.fingerprint }),
    ...(finding.waiver && { waiver: waiverJson(finding.waiver, places) }),
    ...(finding.baselined && { baselined: finding.baselined }),
  };
}

function waiverJson(
  { standing, until, by, reason, place, digest, at, isNew }: FindingWaiver,
  places: Places,
): NonNullable<FindingJson["waiver"]> {
  return {
    standing,
    until,
    by,
    reason,
    place,
    digest,
    at: placeJson(at, places),
    ...(isNew && { isNew }),
  };
}

function placeJson(span: Span, places: Places): PlaceJson {
  const { start, end } = places.of(span);
  return {
    file: span.file,
    start: { offset: span.start, ...start },
    end: { offset: span.end, ...end },
  };
}
