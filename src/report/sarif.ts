import { COMPILER_VERSION } from "../plan/index.ts";
import { metaOf } from "../rules/index.ts";
import {
  compareText,
  counts,
  type Diagnostic,
  type Related,
  type RuleMeta,
  type Severity,
  type Span,
} from "../source/index.ts";
import { allowanceOf } from "../waivers/index.ts";
import { visible } from "./cells.ts";
import { uniqueFingerprints } from "./ordinals.ts";
import { Places, type Report } from "./report.ts";
import { sentencesOf } from "./sentences.ts";

const LEVEL: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** GitHub refuses a run with more results, and shows 5,000 of them. */
const MOST_RESULTS = 25_000;
/** GitHub refuses a result with more locations than 1,000, and shows 100. */
const MOST_RELATED = 100;

/**
 * For code scanning: SARIF 2.1.0 (OASIS). Results are known again by rule, structural path, words and guard, never by
 * their line; what somebody lets stand is suppressed and stays in the log.
 */
export function renderSarif(report: Report): string {
  const places = new Places(report.files);
  const shown = gravestFirst(report.findings).slice(0, MOST_RESULTS);
  const codes = [...new Set(shown.map(({ code }) => code))].sort(compareText);
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const fingerprints = uniqueFingerprints(shown);
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "Recare", semanticVersion: COMPILER_VERSION, rules: codes.flatMap(ruleOf) },
        },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: true, ...leftOut(report.findings.length - shown.length) }],
        results: shown.map((finding, i) => ({
          ruleId: finding.code,
          ruleIndex: indexes.get(finding.code) ?? -1,
          level: LEVEL[finding.severity],
          message: text(sentencesOf(finding).join("\n")),
          locations: [
            {
              ...location(finding.at, places),
              ...(finding.path !== undefined && {
                logicalLocations: [{ fullyQualifiedName: visible(finding.path) }],
              }),
            },
          ],
          ...(finding.related.length > 0 && { relatedLocations: related(finding.related, places) }),
          partialFingerprints: {
            primaryLocationLineHash: fingerprints[i],
            ...(finding.fingerprint !== undefined && { "recareFinding/v1": finding.fingerprint }),
          },
          ...suppressions(finding, places),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** What counts before what does not, errors first; only matters where not all can be told. */
function gravestFirst(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  if (findings.length <= MOST_RESULTS) return findings;
  const rank = (finding: Diagnostic) =>
    (counts(finding) ? 0 : 3) + ["error", "warning", "info"].indexOf(finding.severity);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

function leftOut(count: number): object {
  if (count === 0) return {};
  const message = text(`${count} more findings are left out: a run holds at most ${MOST_RESULTS}.`);
  return { toolExecutionNotifications: [{ level: "warning", message }] };
}

function ruleOf(code: string): readonly object[] {
  const meta = metaOf(code);
  return meta === undefined ? [{ id: code }] : [descriptor(meta)];
}

function descriptor({ code, name, summary, why, remedy, severity, basis }: RuleMeta): object {
  return {
    id: code,
    name,
    shortDescription: text(summary),
    fullDescription: text(why),
    help: text(`${remedy}\n\nIt rests on: ${basis.cites.join("; ")}. More: recare explain ${code}`),
    defaultConfiguration: { level: LEVEL[severity] },
  };
}

/** In SARIF, `[text](target)` in a message is a link; a backslash makes brackets plain (3.11.6). */
function text(words: string): { readonly text: string } {
  return { text: words.replaceAll(/[\\[\]]/g, "\\$&") };
}

function location(at: Span, places: Places): object {
  const { start, end } = places.of(at);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(at.file) },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: start.line === end.line ? Math.max(start.column, end.column) : end.column,
      },
    },
  };
}

/** A relative URI: every character of a path that a URI could take for its own is written as its bytes. */
function uriOf(path: string): string {
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}

function related(places: readonly Related[], texts: Places): readonly object[] {
  return places
    .slice(0, MOST_RELATED)
    .map(({ at, message }, id) => ({ id, message: text(visible(message)), ...location(at, texts) }));
}

/** Only an accepted suppression suppresses: a waiver that nobody signed is under review (3.35.3). */
function suppressions(finding: Diagnostic, places: Places): object {
  const justification = visible(allowanceOf(finding) ?? "");
  const { waiver, baselined } = finding;
  if (waiver !== undefined) {
    const status = waiver.standing === "in force" ? "accepted" : "underReview";
    return {
      suppressions: [{ kind: "inSource", status, justification, location: location(waiver.at, places) }],
    };
  }
  return baselined ? { suppressions: [{ kind: "external", status: "accepted", justification }] } : {};
}
