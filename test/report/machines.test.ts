import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Report,
  renderGitlab,
  renderJunit,
  renderMarkdown,
  renderRdjson,
  renderSarif,
} from "../../src/report/index.ts";
import type { Diagnostic } from "../../src/source/index.ts";
import { SARIF_SUBSET } from "./sarif-subset.ts";

const TEXT = "campaign: a\ntext:\n  en: Ñandú 😀 diabetes, and diabetes again.\n";
const FIRST = TEXT.indexOf("diabetes");

function finding(extra: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: "P101",
    rule: "no-diagnosis-in-sms",
    severity: "error",
    message: 'This text message names a diagnosis: "diabetes".',
    remedy: 'Say "your visit".',
    at: { file: "a.yaml", start: FIRST, end: FIRST + 8 },
    related: [],
    path: "a.yaml#text.en",
    fingerprint: "0123456789abcdef",
    ...extra,
  };
}

const WAIVER: NonNullable<Diagnostic["waiver"]> = {
  standing: "in force",
  until: "2027-01-31",
  by: "@dana",
  reason: "a word of the seminar's title",
  place: "a.yaml#text.en",
  digest: `sha256:${"0".repeat(64)}`,
  at: { file: "a.yaml", start: 0, end: 8 },
};

const reportOf = (...findings: readonly Diagnostic[]): Report => ({
  findings,
  files: [
    { path: "a.yaml", text: TEXT },
    { path: "b.yaml", text: "campaign: b\n" },
  ],
});

const hostileText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "[a](https://evil.example)",
        "]]>",
        "<script>",
        "&amp;",
        '"',
        "|",
        "\n",
        "\\",
        "@dana",
        "{0}",
        "\u0000",
        "\u202e",
        "\uffff",
        "\ud800",
        "a",
      ),
    )
    .map((parts) => parts.join("")),
);

/** A finding whose every text is in the hands of whoever wrote the campaign. */
const hostile = fc
  .tuple(
    hostileText,
    hostileText,
    fc.constantFrom("none", "in force", "proposed", "known"),
    fc.nat(60),
    fc.nat(60),
  )
  .map(([message, path, allowed, start, length]) => {
    const at = { file: `f${path}`, start, end: start + length };
    const waiver = { ...WAIVER, reason: message, at };
    return finding({
      message,
      remedy: message,
      at,
      path: `${path}#a`,
      witness: { text: message, when: path },
      related: [{ at, message }],
      ...(allowed === "known" && { baselined: true }),
      ...(allowed === "in force" && { waiver }),
      ...(allowed === "proposed" && { waiver: { ...waiver, standing: "proposed" } }),
    });
  });

/**
 * The standard's own schema, as the package @microsoft/jest-sarif 1.0.0-beta.0 (MIT) carries it. It is written in draft 4
 * of JSON Schema, of which it uses nothing that changed but the name of `id`.
 */
function standardsSchema(): object {
  const path = join(import.meta.dirname, "golden/sarif-2.1.0-rtm.5.schema.json");
  const { id, $schema, ...schema } = JSON.parse(readFileSync(path, "utf8"));
  expect([id, $schema]).toEqual([expect.stringMatching(/sarif-2\.1\.0/), expect.stringMatching(/draft-04/)]);
  expect(JSON.stringify(schema)).not.toMatch(/exclusive(?:Minimum|Maximum)/);
  return schema;
}

describe("sarif", () => {
  const validateByStandard = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: false,
    unicodeRegExp: false,
  }).compile(standardsSchema());

  test("is sound by the schema of the standard, whatever a campaign holds", () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (findings) => {
        validateByStandard(JSON.parse(renderSarif(reportOf(...findings))));
        expect(validateByStandard.errors).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  test("would be told unsound by that schema", () => {
    const log = JSON.parse(renderSarif(reportOf(finding())));
    log.runs[0].results[0].level = "fatal";
    log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    expect(validateByStandard(log)).toBe(false);
    expect(validateByStandard.errors?.map(({ instancePath }) => instancePath)).toEqual(
      expect.arrayContaining([expect.stringMatching(/level$/), expect.stringMatching(/startLine$/)]),
    );
  });

  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(SARIF_SUBSET);
  const results = (report: Report) => JSON.parse(renderSarif(report)).runs[0].results;

  test("is what the standard says, whatever a campaign holds", () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (findings) => {
        validate(JSON.parse(renderSarif(reportOf(...findings))));
        expect(validate.errors).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test("says where, and what the rule says", () => {
    const log = JSON.parse(renderSarif(reportOf(finding())));
    const [run] = log.runs;
    expect(run.tool.driver.rules).toMatchObject([
      { id: "P101", name: "no-diagnosis-in-sms", defaultConfiguration: { level: "error" } },
    ]);
    expect(run.results[0].locations[0]).toEqual({
      physicalLocation: {
        artifactLocation: { uri: "a.yaml" },
        region: { startLine: 3, startColumn: 16, endLine: 3, endColumn: 24 },
      },
      logicalLocations: [{ fullyQualifiedName: "a.yaml#text.en" }],
    });
    expect(run.results[0].ruleIndex).toBe(0);
  });

  test("knows a finding again when its line moves, and tells equal ones apart", () => {
    const moved = finding({ at: { file: "a.yaml", start: FIRST + 14, end: FIRST + 22 } });
    const fingerprints = results(reportOf(finding(), moved)).map(
      (result: { partialFingerprints: object }) => result.partialFingerprints,
    );
    expect(fingerprints).toEqual([
      { primaryLocationLineHash: "0123456789abcdef:1", "recareFinding/v1": "0123456789abcdef" },
      { primaryLocationLineHash: "0123456789abcdef:2", "recareFinding/v1": "0123456789abcdef" },
    ]);
    expect(results(reportOf(moved))[0].partialFingerprints).toEqual(fingerprints[0]);
  });

  test("suppresses what somebody lets stand, and nothing that is only proposed", () => {
    const report = reportOf(
      finding({ waiver: WAIVER }),
      finding({ waiver: { ...WAIVER, standing: "proposed" } }),
      finding({ baselined: true }),
      finding(),
    );
    const suppressions = results(report).map((result: { suppressions?: unknown }) => result.suppressions);
    expect(suppressions).toMatchObject([
      [{ kind: "inSource", status: "accepted" }],
      [{ kind: "inSource", status: "underReview" }],
      [{ kind: "external", status: "accepted" }],
      undefined,
    ]);
    expect(suppressions[0][0].justification).toContain("by @dana: a word of the seminar's title");
  });

  test("holds as many results as may be uploaded, the gravest, and says how many it leaves out", () => {
    const many = Array.from({ length: 25_010 }, (_, i) => finding({ severity: i < 20 ? "info" : "error" }));
    const [run] = JSON.parse(renderSarif(reportOf(...many))).runs;
    expect(run.results).toHaveLength(25_000);
    expect(run.results[0].level).toBe("error");
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^10 more findings/);
  });
});

describe("gitlab", () => {
  test("has the five keys of the format, and no fingerprint twice", () => {
    const issues = JSON.parse(renderGitlab(reportOf(finding(), finding(), finding({ waiver: WAIVER }))));
    expect(issues[0]).toEqual({
      description: 'This text message names a diagnosis: "diabetes". Instead: Say "your visit".',
      check_name: "P101 no-diagnosis-in-sms",
      fingerprint: "0123456789abcdef:1",
      severity: "critical",
      location: { path: "a.yaml", lines: { begin: 3, end: 3 } },
    });
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(3);
    expect(issues[2]).toMatchObject({ severity: "info", description: expect.stringMatching(/^\(waived\)/) });
  });
});

describe("rdjson", () => {
  test("counts columns in UTF-8 bytes", () => {
    const { source, diagnostics } = JSON.parse(renderRdjson(reportOf(finding())));
    expect(source).toEqual({ name: "recare" });
    // Ñ and ú have two bytes, the emoji four, where JavaScript counts one, one and two.
    expect(diagnostics[0].location.range).toEqual({
      start: { line: 3, column: 20 },
      end: { line: 3, column: 28 },
    });
    expect(diagnostics[0]).toMatchObject({ severity: "ERROR", code: { value: "P101" } });
  });
});

describe("junit", () => {
  test("has a suite for each file; errors fail, what somebody lets stand is skipped, the rest passes", () => {
    const xml = renderJunit(
      reportOf(finding(), finding({ severity: "warning" }), finding({ waiver: WAIVER })),
    );
    expect(xml).toContain('<testsuites name="recare" tests="4" failures="1" skipped="1">');
    expect(xml).toContain('<testsuite name="a.yaml" tests="3" failures="1" skipped="1">');
    expect(xml).toContain('<testcase name="no findings" classname="b.yaml"/>');
    expect(xml.match(/<failure /g)).toHaveLength(1);
    expect(xml).toContain('<skipped message="waived: ');
    expect(xml).toContain("<system-out>warning: ");
  });

  test("is well-formed, whatever a campaign holds", () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), (findings) => {
        const xml = renderJunit(reportOf(...findings));
        expect(xml.isWellFormed()).toBe(true);
        // XML 1.0, 2.2: tab, line feed, carriage return and what is above them, without the last two of the plane.
        const refused = (c: string) => (c < " " && c !== "\n") || c === "\ufffe" || c === "\uffff";
        expect([...xml].filter(refused)).toEqual([]);
        const own = xml
          .replace(/^<\?xml[^>]*\?>/, "")
          .replaceAll(
            /<\/?(?:testsuites|testsuite|testcase|failure|skipped|system-out)(?: [a-z]+="[^"<>]*")*\/?>/g,
            "",
          );
        expect(own).not.toMatch(/[<>]/);
        expect(own).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos);)/);
      }),
      { numRuns: 300 },
    );
  });
});

describe("markdown", () => {
  test("is a tally and a table", () => {
    expect(renderMarkdown(reportOf())).toBe("### Recare: no findings in 2 files\n");
    const shown = renderMarkdown(reportOf(finding(), finding({ waiver: WAIVER })));
    expect(shown).toContain("### Recare: 1 error, 1 waived in 2 files");
    expect(shown).toContain("| ✖ error | P101 no\\-diagnosis\\-in\\-sms |");
    expect(shown).toContain("| □ waived |");
    expect(shown).toContain("| `a.yaml:3:16` |");
  });

  test("fits into a comment, and counts what it leaves out", () => {
    const shown = renderMarkdown(reportOf(...Array.from({ length: 2_000 }, () => finding())));
    expect(shown.length).toBeLessThan(65_536);
    expect(shown).toMatch(/\n\d+ more findings are not shown here\.\n$/);
  });

  test("no text of a campaign makes a row, a tag, a link or a mention", () => {
    fc.assert(
      fc.property(hostile, (one) => {
        const lines = renderMarkdown(reportOf(one)).trimEnd().split("\n");
        expect(lines).toHaveLength(5);
        // In fixed-width type nothing means anything.
        const row = (lines[4] ?? "").replace(/ (`+).*\1 \|$/, "");
        expect(row.replaceAll("<br>", "")).not.toMatch(/<|(?<!\\)\]\(|@(?=\w)/);
      }),
      { numRuns: 300 },
    );
  });
});
