import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { packetMarkdown } from "../../src/packet/index.ts";
import { code, md, mdTable, quote } from "../../src/packet/markdown/escape.ts";
import { visible } from "../../src/packet/visible.ts";
import { MISSED_VISIT, RESULTS } from "./fixture.ts";
import { filledWith, LONG_PAYLOADS, PAYLOADS } from "./hostile.ts";

/** As permissive as any forge: raw HTML, bare addresses, tables, strikethrough. */
const forge = new MarkdownIt({ html: true, linkify: true });

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."<>\"'&;|@#$\\`*_{}[]()+-.!~:=^/12x \n"), maxLength: 40 }),
  fc.constantFrom(...PAYLOADS, ...LONG_PAYLOADS),
);

/** What a reader sees of Markdown that is one paragraph, without the marks that keep mentions apart. */
function read(markdown: string): string {
  const [paragraph] = forge.parse(markdown, {}).filter((token) => token.type === "inline");
  return (paragraph?.children ?? [])
    .map((token) =>
      token.type === "text" || token.type === "text_special" ? token.content : `[${token.type}]`,
    )
    .join("")
    .replaceAll("\u200B", "");
}

/** Kinds of all tokens, blocks and inlines, in order; neighbouring texts as one. */
function structure(markdown: string): string {
  const kinds = forge.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  return kinds
    .map(({ type, content }) =>
      type.startsWith("html") ? `${type} ${content.replaceAll(/<!--.*?-->/g, "").trim()}` : type,
    )
    .filter((kind, i, all) => !(kind.startsWith("text") && all[i - 1]?.startsWith("text")))
    .join("\n");
}

describe("the escaper", () => {
  test("keeps any text a text, to the letter", () => {
    fc.assert(
      fc.property(text, (raw) => {
        const words = `a ${raw} z`;
        expect(read(md(words))).toBe(visible(words).replaceAll(/\s*\n\s*/g, " "));
      }),
    );
  });

  test("keeps a text one cell of its row", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const table = mdTable(
          ["A", "B"],
          [
            [md(a), md(b)],
            ["x", code(b)],
          ],
        );
        const cells = forge.parse(table, {}).filter(({ type }) => type === "td_open");
        expect(cells).toHaveLength(4);
      }),
    );
  });

  test("keeps a text of several lines in its quote", () => {
    fc.assert(
      fc.property(text, (raw) => {
        const tokens = forge.parse(`${quote(`a ${raw}`)}\n\nafter`, {});
        const blocks = new Set(tokens.map(({ type }) => type));
        expect([...blocks].filter((type) => !/^(?:blockquote|paragraph|inline)/.test(type))).toEqual([]);
        expect(tokens.at(-1)?.level).toBe(0);
      }),
    );
  });

  test("mentions nobody and refers to nothing", () => {
    expect(md("@dana #12 a@b.example")).toBe("&#64;&#8203;dana &#35;&#8203;12 a&#64;&#8203;b.example");
    expect(read(md("See https://evil.example and www.evil.example."))).toBe(
      "See https://evil.example and www.evil.example.",
    );
  });
});

describe("the comment", () => {
  test("begins with the marker by which it is found again", () => {
    expect(packetMarkdown(MISSED_VISIT).split("\n")[0]).toBe("<!-- campaign-packet:missed-primary-care -->");
    expect(packetMarkdown(filledWith(MISSED_VISIT, "--> <b>x")).split("\n")[0]).toMatch(
      /^<!-- campaign-packet:[\w.-]+ -->$/,
    );
  });

  test("leads with the verdict and its sentences", () => {
    const [, verdict, ...rest] = packetMarkdown(RESULTS).split("\n\n");
    expect(verdict).toBe("### ✖ Visit to review results: Cannot be built\\: 1 error, 1 warning and 1 waived");
    expect(rest[0]?.split("\n")).toHaveLength(5);
    expect(packetMarkdown(RESULTS)).toContain("<b>Questions to answer, and to sign.</b> 1 question.");
  });

  test.each(PAYLOADS)("holds %j as text in every field", (payload) => {
    const changed = { ...RESULTS, steps: [], since: MISSED_VISIT.since, approvals: MISSED_VISIT.approvals };
    for (const model of [RESULTS, changed]) {
      const printed = packetMarkdown(filledWith(model, payload));
      expect(structure(printed)).toBe(structure(packetMarkdown(filledWith(model, "words, only"))));
      expect(printed.replaceAll(/`[^`\n]*`/g, "")).not.toMatch(/@(?!&#8203;)|(?<!&)#\d/);
    }
  });

  test.each(LONG_PAYLOADS)("makes no link, picture or block of its own out of %j", (payload) => {
    const tokens = forge.parse(packetMarkdown(filledWith(RESULTS, payload)), {});
    const kinds = new Set(
      tokens.flatMap((token) => [token, ...(token.children ?? [])]).map(({ type }) => type),
    );
    for (const kind of ["link_open", "image", "fence", "code_block", "hr", "ordered_list_open"]) {
      expect(kinds).not.toContain(kind);
    }
    const headings = tokens.filter(({ type }) => type === "heading_open");
    expect(headings).toHaveLength(1 + RESULTS.steps.length);
  });

  test("fits a comment by leaving out whole sections from the end, and says which", () => {
    const finding = RESULTS.findings.slice(0, 1);
    const many = (n: number) =>
      packetMarkdown({ ...RESULTS, findings: Array.from({ length: n }, () => finding).flat() });
    for (const n of [1, 40, 120, 150, 200, 1_000, 20_000]) {
      const printed = many(n);
      expect(printed.length).toBeLessThanOrEqual(60_000);
      const omitted = [...printed.matchAll(/^\*\*(.+)\*\*: section omitted – see artifact/gm)].map(
        (match) => match[1],
      );
      const all = [
        "Approvals",
        "What changed",
        "Findings",
        "Questions to answer, and to sign",
        "Every message as the patient sees it",
        "Patient data by channel",
        "Claims and evidence",
        "Audience",
        "Sequence",
        "Who answers",
        "Facts that somebody states, and consent",
        "Checklists",
        "Before it starts",
        "What was not checked",
      ];
      expect(omitted).toEqual(all.slice(all.length - omitted.length));
      expect(printed).toContain("whole packet: artifact `packet-results-follow-up.html`");
      expect((printed.match(/<details/g) ?? []).length).toBe((printed.match(/<\/details>/g) ?? []).length);
    }
    expect(many(1)).not.toContain("section omitted");
    expect(many(20_000)).toContain("**Findings**: section omitted");
  });

  test("fits even when the names are books", () => {
    for (const book of ["@|<", "`", "\uD800", "a\n"].map((word) => word.repeat(50_000))) {
      const { identity, questions, since, approvals } = filledWith({ ...MISSED_VISIT, steps: [] }, book);
      const printed = packetMarkdown({ ...RESULTS, identity, questions, since, approvals });
      expect(printed.length).toBeLessThanOrEqual(60_000);
    }
  });

  test("is the same bytes for the same model", () => {
    expect(packetMarkdown(JSON.parse(JSON.stringify(RESULTS)))).toBe(packetMarkdown(RESULTS));
  });
});
