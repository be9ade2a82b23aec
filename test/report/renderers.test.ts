import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Report,
  renderGithub,
  renderJson,
  renderText,
  tallyOf,
  tallySentence,
} from "../../src/report/index.ts";
import type { Diagnostic } from "../../src/source/index.ts";

const CAMPAIGN = "campaign: a\ntext:\n  en: Your diabetes check, and diabetes again.\n";
const FIELDS = "fields:\n  visit.type: {class: clinical}\n";

function finding(extra: Partial<Diagnostic> = {}): Diagnostic {
  const start = CAMPAIGN.indexOf("diabetes");
  return {
    code: "P101",
    rule: "no-diagnosis-in-sms",
    severity: "error",
    message: 'This text message names a diagnosis: "diabetes".',
    remedy: 'Say "your visit".',
    at: { file: "a.yaml", start, end: start + 8 },
    related: [],
    ...extra,
  };
}

function reportOf(...findings: readonly Diagnostic[]): Report {
  return {
    findings,
    files: [
      { path: "a.yaml", text: CAMPAIGN },
      { path: "library/fields.yaml", text: FIELDS },
    ],
  };
}

const text = (report: Report, style: Partial<Parameters<typeof renderText>[1]> = {}) =>
  `\n${renderText(report, { colour: false, columns: 100, ...style })}`;

describe("text", () => {
  test("shows place, message, frame, related places, witness, remedy and where to read more", () => {
    const start = FIELDS.indexOf("clinical");
    const report = reportOf(
      finding({
        related: [
          {
            at: { file: "library/fields.yaml", start, end: start + 8 },
            message: "visit.type is clinical here",
          },
        ],
        witness: { text: "Maple: your diabetes check", when: "when visit.type is diabetes_check" },
      }),
    );
    expect(text(report)).toBe(`
a.yaml:3:12  error P101 no-diagnosis-in-sms

  This text message names a diagnosis: "diabetes".

  2 │ text:
  3 │   en: Your diabetes check, and diabetes again.
    │            ^^^^^^^^

  library/fields.yaml:2:23
  visit.type is clinical here
  1 │ fields:
  2 │   visit.type: {class: clinical}
    │                       ^^^^^^^^

  Rendered as: "Maple: your diabetes check" when visit.type is diabetes_check
  Instead: Say "your visit".
  More: recare explain P101

1 error in 2 files
`);
  });

  test("shows once what is said about several places of a file", () => {
    const start = CAMPAIGN.lastIndexOf("diabetes");
    const shown = text(reportOf(finding(), finding({ at: { file: "a.yaml", start, end: start + 8 } })));
    expect(shown).toContain("Also at 3:32.");
    expect(shown.match(/names a diagnosis/g)).toHaveLength(1);
    expect(shown).toContain("2 errors in 2 files");
  });

  test("says so when there is nothing to say, unless it should be quiet", () => {
    expect(text(reportOf())).toBe("\nNo findings in 2 files\n");
    expect(text(reportOf(), { quiet: true })).toBe("\n");
  });

  test("a file that was not read has no frame", () => {
    const shown = text(reportOf(finding({ at: { file: "recare.yaml", start: 0, end: 0 } })));
    expect(shown).toContain("recare.yaml:1:1  error");
    expect(shown).toContain("(the file was not read)");
  });

  test("wraps long sentences at the width of the terminal", () => {
    const shown = text(reportOf(finding({ message: "many words ".repeat(20).trim() })), { columns: 40 });
    for (const line of shown.split("\n")) expect(line.length).toBeLessThanOrEqual(48);
  });

  test("no text from a file reaches the terminal unescaped; colour adds only its own escapes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (hostile, colour) => {
        const report = {
          findings: [
            finding({
              message: hostile,
              remedy: hostile,
              at: { file: "a.yaml", start: 0, end: hostile.length },
              witness: { text: hostile, when: hostile },
              related: [{ at: { file: "a.yaml", start: 0, end: 1 }, message: hostile }],
            }),
          ],
          files: [{ path: "a.yaml", text: hostile }],
        };
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the escapes that picocolors writes
        const own = /\u001b\[\d+m/g;
        const shown = renderText(report, { colour, columns: 80 })
          .replaceAll(own, "")
          .replaceAll("\u200d", "");
        expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  test("colour changes no visible character", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the escapes that picocolors writes
    const own = /\u001b\[\d+m/g;
    const coloured = text(reportOf(finding()), { colour: true });
    expect(coloured).not.toBe(text(reportOf(finding())));
    expect(coloured.replaceAll(own, "")).toBe(text(reportOf(finding())));
  });
});

describe("json", () => {
  const schema: unknown = JSON.parse(readFileSync("schemas/findings.schema.json", "utf8"));
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema as object);

  test("is what its schema says, for any finding", () => {
    const span = fc.record({
      file: fc.constantFrom("a.yaml", "library/fields.yaml", "missing.yaml"),
      start: fc.nat(80),
      end: fc.nat(80),
    });
    const diagnostic = fc.record(
      {
        code: fc.constantFrom("P101", "S001"),
        rule: fc.constantFrom("no-diagnosis-in-sms", "a"),
        severity: fc.constantFrom("error" as const, "warning" as const, "info" as const),
        message: fc.string(),
        remedy: fc.string(),
        at: span,
        related: fc.array(fc.record({ at: span, message: fc.string() })),
        witness: fc.record({ text: fc.string(), when: fc.string() }),
        campaign: fc.string(),
      },
      { requiredKeys: ["code", "rule", "severity", "message", "remedy", "at", "related"] },
    );
    fc.assert(
      fc.property(fc.array(diagnostic), (findings) => {
        const parsed: unknown = JSON.parse(renderJson(reportOf(...findings)));
        validate(parsed);
        expect(validate.errors).toBeNull();
      }),
    );
  });

  test("gives offsets, lines and columns", () => {
    const { findings } = JSON.parse(renderJson(reportOf(finding())));
    expect(findings[0].at).toEqual({
      file: "a.yaml",
      start: { offset: 29, line: 3, column: 12 },
      end: { offset: 37, line: 3, column: 20 },
    });
  });

  test("every key of the schema has a title and a description", () => {
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) return;
      if ("properties" in node && typeof node.properties === "object" && node.properties !== null) {
        for (const [key, value] of Object.entries(node.properties)) {
          const described = "$ref" in value || ("title" in value && "description" in value);
          expect(described, `${path}.${key}`).toBe(true);
        }
      }
      for (const [key, value] of Object.entries(node)) walk(value, `${path}.${key}`);
    };
    walk(schema, "schema");
  });
});

describe("github", () => {
  test("writes one workflow command a finding", () => {
    expect(renderGithub(reportOf(finding(), finding({ severity: "info", message: "100% of\nit" })))).toBe(
      [
        "::error file=a.yaml,line=3,endLine=3,col=12,endColumn=20,title=P101 no-diagnosis-in-sms",
        '::This text message names a diagnosis: "diabetes".%0AInstead: Say "your visit".\n',
        "::notice file=a.yaml,line=3,endLine=3,col=12,endColumn=20,title=P101 no-diagnosis-in-sms",
        '::100%25 of␊it%0AInstead: Say "your visit".\n',
      ].join(""),
    );
  });

  test("gives no columns to a finding over several lines", () => {
    const at = { file: "a.yaml", start: 0, end: CAMPAIGN.length - 1 };
    expect(renderGithub(reportOf(finding({ at })))).toContain("file=a.yaml,line=1,endLine=3,title=");
  });

  /** As the runner reads a line: the command up to the second `::`, properties split at commas. */
  function parsed(line: string) {
    const [, command = "", rest = "", message = ""] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
    const decode = (value: string) =>
      value
        .replaceAll("%0D", "\r")
        .replaceAll("%0A", "\n")
        .replaceAll("%3A", ":")
        .replaceAll("%2C", ",")
        .replaceAll("%25", "%");
    const properties = rest.split(",").map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decode(pair.slice(at + 1))] as const;
    });
    return { command, properties: Object.fromEntries(properties), message: decode(message) };
  }

  test("no text from a campaign can end its command or begin another", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(fc.constantFrom("::", "\n", "\r", "%0A", "%", ",", ":", ";", "]", "line=9", "::error::x", "a"))
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(hostile, hostile, (path, message) => {
        const at = { file: `f${path}`, start: 0, end: 0 };
        const output = renderGithub(reportOf(finding({ at, message, remedy: message })));
        expect(output.trimEnd().split(/\r\n|\n|\r/)).toHaveLength(1);
        const read = parsed(output.replace(/\n$/, ""));
        expect(read.command).toBe("error");
        expect(Object.keys(read.properties)).toEqual([
          "file",
          "line",
          "endLine",
          "col",
          "endColumn",
          "title",
        ]);
        expect(read.properties.title).toBe("P101 no-diagnosis-in-sms");
        expect(read.message).toMatch(/Instead: /);
      }),
      { numRuns: 500 },
    );
  });
});

test("the tally counts in words", () => {
  const report = reportOf(finding(), finding({ severity: "warning" }), finding({ severity: "warning" }));
  const none = { waived: 0, baselined: 0, files: 2 };
  expect(tallyOf(report)).toEqual({ errors: 1, warnings: 2, infos: 0, ...none });
  expect(tallySentence(tallyOf(report))).toBe("1 error, 2 warnings in 2 files");
});

describe("findings that somebody lets stand", () => {
  const waived = finding({ waiver: waiver("in force") });
  const proposed = finding({ waiver: waiver("proposed") });
  const known = finding({ baselined: true });

  test("are counted by themselves; a waiver that is only proposed lets nothing stand", () => {
    const tally = tallyOf(reportOf(waived, proposed, known));
    expect(tally).toEqual({ errors: 1, warnings: 0, infos: 0, waived: 1, baselined: 1, files: 2 });
    expect(tallySentence(tally)).toBe("1 error, 1 waived, 1 known to the baseline in 2 files");
    expect(tallySentence(tallyOf(reportOf(waived)))).toBe("no findings, 1 waived in 2 files");
  });

  test("stay in sight, with who, until when and why", () => {
    const shown = text(reportOf(waived));
    expect(shown).toContain("a.yaml:3:12  error P101 no-diagnosis-in-sms, waived");
    expect(shown).toContain("Waived until 2027-01-31 by @dana: a word of the seminar's title");
    expect(shown).not.toContain("Instead:");
    expect(text(reportOf(proposed))).toContain("Instead:");
    expect(text(reportOf(proposed))).toContain("does not hold before compliance has signed it");
    expect(text(reportOf(known, known))).toContain(
      "a.yaml:3:12  error P101 no-diagnosis-in-sms, known to the baseline",
    );
    expect(renderGithub(reportOf(waived))).toMatch(
      /^::notice .*title=P101 no-diagnosis-in-sms \(waived\)::.*@dana/,
    );
    expect(renderGithub(reportOf(proposed))).toMatch(
      /^::error .*title=P101 no-diagnosis-in-sms \(waiver proposed\)::/,
    );
    expect(renderGithub(reportOf(known))).toMatch(/^::notice /);
  });
});

function waiver(standing: "in force" | "proposed"): NonNullable<Diagnostic["waiver"]> {
  return {
    standing,
    until: "2027-01-31",
    by: "@dana",
    reason: "a word of the seminar's title",
    place: "a.yaml#text.en",
    digest: `sha256:${"0".repeat(64)}`,
    at: { file: "a.yaml", start: 0, end: 1 },
  };
}
