import { describe, expect, it } from "vitest";
import {
  link,
  lowerTemplate,
  type PartialText,
  print,
  type Scope,
  TEMPLATE_FINDINGS,
} from "../../src/template/index.ts";
import { findingsOf, lowered, PARTIALS, textOf } from "./world.ts";

const FIELDS = new Set([
  "clinic.name",
  "clinic.phone",
  "clinic.telehealth",
  "visit.type",
  "visit.rebooked",
  "patient.moved_care",
]);
const INSERTS = new Set(["sender", "greeting", "message.purpose"]);

/** Names of the base campaign. */
const CAMPAIGN: Scope = {
  roots: new Set(["clinic", "visit", "patient", "sender", "greeting", "message"]),
  names: () => [...FIELDS, ...INSERTS],
  bind(root, segments) {
    const path = [root, ...segments.map((segment) => ("name" in segment ? segment.name : "?"))].join(".");
    if (INSERTS.has(path)) return { kind: "insert", what: "message", id: path, body: [] };
    if (path === "visit.type")
      return { kind: "field", path, said: true, values: ["primary-care", "annual-exam"] };
    if (path === "clinic.telehealth") return { kind: "field", path, said: false, values: ["yes", "no"] };
    return FIELDS.has(path) ? { kind: "field", path, said: false } : undefined;
  },
};

describe("the examples of each finding", () => {
  for (const meta of TEMPLATE_FINDINGS) {
    const lineOf = (edit: string) => edit.slice(edit.indexOf("\n+") + 2);
    for (const good of meta.examples.good) {
      it(`${meta.code} accepts: ${good.edit.split("\n+")[1]}`, () => {
        expect(findingsOf(lineOf(good.edit), CAMPAIGN)).toEqual([]);
      });
    }
    for (const { edit, marks } of meta.examples.bad) {
      it(`${meta.code} underlines: ${marks.join(" … ").slice(0, 60)}`, () => {
        expect(findingsOf(lineOf(edit), CAMPAIGN)).toEqual(marks.map((mark) => `${meta.code} ${mark}`));
      });
    }
  }

  it("every code is one of ours and stands once", () => {
    const codes = TEMPLATE_FINDINGS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^(S3[0-3]\d|M3[01]\d)$/);
  });
});

describe("mistakes that Liquid passes over in silence", () => {
  it.each([
    ["words behind a value", "{{ clinic.name clinic.phone }}", ["S310 {{ clinic.name clinic.phone }}"]],
    ["a comma behind a value", "{{ clinic.name, clinic.phone }}", ["S310 {{ clinic.name, clinic.phone }}"]],
    ["an empty output", "{{ }}", ["S310 {{ }}"]],
    ["a quote that is not closed", '{% if visit.type == "a %}x{% endif %}', ['S321 "a']],
    [
      "two signs of comparison",
      '{% if visit.type <> "a" %}x{% endif %}',
      ['S310 {% if visit.type <> "a" %}'],
    ],
    ["a chain of comparisons", "{% if 1 < 2 < 3 %}x{% endif %}", ["S310 {% if 1 < 2 < 3 %}"]],
    ["an elsif behind the else", "{% if a %}{% else %}{% elsif b %}x{% endif %}", ["S304 {% elsif b %}"]],
    ["a second else", "{% unless a %}{% else %}x{% else %}y{% endunless %}", ["S304 {% else %}"]],
    [
      "a when behind the else",
      '{% case a %}{% else %}x{% when "b" %}y{% endcase %}',
      ['S304 {% when "b" %}'],
    ],
    ["else if", "{% case a %}{% else if b %}x{% endcase %}", ["S304 {% else if b %}"]],
    ["words behind an end", "{% if a %}x{% endif a %}", ["S304 {% endif a %}"]],
    [
      "whens joined by and",
      '{% case a %}{% when "b" and "c" %}x{% endcase %}',
      ['S310 {% when "b" and "c" %}'],
    ],
    ["words behind a bracketed part", '{{ a["b" c] }}', ['S321 a["b" c]']],
    ["a dot at the end", "{{ clinic. }}", ["S321 clinic."]],
    ["a fraction", "{{ 1.5 }}", ["S321 1.5"]],
    ["a filter without a name", "{{ a | }}", ["S310 {{ a | }}"]],
    [
      "a loop option that Liquid does not know",
      "{% for i in a limits: 2 %}x{% endfor %}",
      ["S320 {% for i in a limits: 2 %}"],
    ],
    ["a loop over a number", "{% for i in 3 %}x{% endfor %}", ["S320 3"]],
    [
      "a loop that goes on from another",
      "{% for i in a offset: continue %}x{% endfor %}",
      ["S320 {% for i in a offset: continue %}"],
    ],
    ["a named filter value", '{{ a | default: "x", allow_false: true }}', ["S309 default"]],
    ["break", "{% for i in a %}{% break %}{% endfor %}", ["S306 {% break %}"]],
    ["the clock", '{{ "now" | date: "%Y" }}', ["S308 date"]],
    ["empty by itself", "{% if empty %}x{% endif %}", ["S321 empty"]],
    ["a range as a value", "{{ (1..3) }}", ["S321 (1..3)"]],
    ["curly quotes", "{% if a == “b” %}x{% endif %}", ["S310 {% if a == “b” %}"]],
    ["raw without an end", "{% raw %}{{ a }}", ["S303 {% raw %}"]],
    ["a comment without an end", "{% comment %}{{ a }}", ["S303 {% comment %}"]],
    ["an empty tag", "{% %}", ["S310 {% %}"]],
    ["a block closed by another's end", "{% if a %}{% for i in b %}x{% endif %}", ["S303 {% for i in b %}"]],
    [
      "a block inside a liquid tag that is closed outside",
      "{% liquid\nif a %}x{% endif %}",
      ["S303 if a", "S304 {% endif %}"],
    ],
  ])("%s", (_, text, findings) => {
    expect(findingsOf(text)).toEqual(findings);
  });

  it("reports each mistake of a text, not the first alone", () => {
    const text = '{% if a = "b" %}{{ c | upcas }}{% endif %}{% include "d" %}{{ e | json }}';
    expect(findingsOf(text)).toEqual([
      'S310 {% if a = "b" %}',
      "S307 upcas",
      'S306 {% include "d" %}',
      "S308 json",
    ]);
  });

  it("says what to write instead, without the words of a parser", () => {
    const text = '{% if visit.type = "a" %}x{% endif %}';
    const [finding] = lowerTemplate(text, { ...textOf(text), partials: PARTIALS }).diagnostics;
    expect(finding?.message).toBe('{% if visit.type = "a" %} compares with one sign.');
    expect(finding?.remedy).toBe("Compare with two signs: ==.");
  });
});

describe("names", () => {
  const linkedFindings = (text: string) => findingsOf(text, CAMPAIGN);

  it("suggests the nearest name", () => {
    const [finding] = link(lowered("{{ clinic.nmae }}"), CAMPAIGN, {
      allowAssign: true,
      allowDefault: false,
    }).diagnostics;
    expect(finding?.message).toBe('Nothing is called "clinic.nmae"; did you mean "clinic.name"?');
  });

  it.each([
    ["a name read before it is set", "{{ kind }}{% assign kind = 1 %}", ["M301 kind"]],
    ["a loop's name behind the loop", "{% for i in (1..2) %}{{ i }}{% endfor %}{{ i }}", ["M301 i"]],
    ["a name of the text inside a partial", '{% assign q = 1 %}{% render "part", v: q, b: q %}', ["M301 q"]],
    [
      "a value set in an earlier turn",
      "{% for i in (1..2) %}{{ last }}{% assign last = i %}{% endfor %}",
      [],
    ],
    ["an insert with a filter", "{{ greeting | upcase }}", ["M303 greeting"]],
    ["an insert in a test", "{% if message.purpose %}x{% endif %}", ["M303 message.purpose"]],
    [
      "a value that a field never has",
      '{% case visit.type %}{% when "anual-exam" %}x{% endcase %}',
      ['M309 "anual-exam"'],
    ],
    [
      "words compared through a name",
      '{% assign k = visit.type %}{% case k %}{% when "annual-exam" %}x{% endcase %}',
      ["M310 k"],
    ],
    [
      "a loop named as a shared name",
      "{% for clinic in (1..2) %}x{% endfor %}",
      ["M302 {% for clinic in (1..2) %}"],
    ],
  ])("%s", (_, text, findings) => {
    expect(linkedFindings(text)).toEqual(findings);
  });

  it("asks a yes/no fact whether it is yes", () => {
    const printed = (text: string) =>
      print(link(lowered(text), CAMPAIGN, { allowAssign: true, allowDefault: false }).value);
    expect(printed("{% if clinic.telehealth %}a{% endif %}")).toBe(
      '{% if clinic.telehealth == "yes" %}a{% endif %}',
    );
    expect(printed("{% unless clinic.telehealth %}a{% endunless %}")).toBe(
      '{% if not clinic.telehealth == "yes" %}a{% endif %}',
    );
    expect(printed("{% if clinic.phone %}a{% endif %}")).toBe("{% if clinic.phone %}a{% endif %}");
  });

  it("refuses names in phrases and messages, and defaults outside the greeting", () => {
    const text = '{% assign v = clinic.name | default: "us" %}';
    const { diagnostics } = link(lowered(text), CAMPAIGN, { allowAssign: false, allowDefault: false });
    expect(diagnostics.map(({ code }) => code)).toEqual(["M305", "M306"]);
    expect(link(lowered(text), CAMPAIGN, { allowAssign: true, allowDefault: true }).diagnostics).toEqual([]);
  });
});

describe("partials", () => {
  const partials = (texts: Record<string, string>): ReadonlyMap<string, PartialText> =>
    new Map(Object.entries(texts).map(([name, text]) => [name, textOf(text, `${name}.liquid`)]));

  it("finds the mistake in the partial, once", () => {
    const broken = partials({ foot: "{{ a | upcas }}" });
    expect(findingsOf('{% render "foot" %}{% render "foot" %}', undefined, broken)).toEqual(["S307 upcas"]);
  });

  it("refuses partials that render each other", () => {
    const round = partials({ one: '{% render "two" %}', two: '{% render "one" %}' });
    expect(findingsOf('{% render "one" %}', undefined, round)).toEqual(['S314 {% render "one" %}']);
  });

  it("counts what partials add, so that ten times ten times ten is not read", () => {
    const ten = (name: string) => `{% render "${name}" %}`.repeat(20);
    const wide = partials({ a: ten("b"), b: ten("c"), c: "{{ x }}".repeat(20) });
    expect(findingsOf(ten("a"), undefined, wide).map((finding) => finding.slice(0, 4))).toEqual(["S318"]);
  });
});

describe("hostile texts", () => {
  it.each([
    ["brackets", `{{ ${"a[".repeat(50_000)} }}`],
    ["open braces", "{{".repeat(40_000)],
    ["open tags", "{% if a %}".repeat(9_000)],
    ["ends", "{% endif %}".repeat(9_000)],
    ["quotes", `{{ ${'"'.repeat(90_001)} }}`],
    ["filters", `{{ a${" | upcase".repeat(10_000)} }}`],
    ["tests", `{% if ${"a and ".repeat(15_000)}a %}x{% endif %}`],
    ["single braces", "{a ".repeat(30_000)],
    ["spaces", `{{${" ".repeat(99_000)}}}`],
    ["stops", `{% if ${"a ".repeat(49_000)}%}`],
    ["commas", `{% case a %}{% when ${'"a",'.repeat(24_000)} %}{% endcase %}`],
    ["lines", `{% liquid ${"\nassign a = 1".repeat(7_000)} %}`],
    ["far too much", "a".repeat(200_000)],
  ])("%s are read or refused at once", { timeout: 20_000 }, (_, text) => {
    const { locate } = textOf(text);
    const { value } = lowerTemplate(text, { locate, partials: PARTIALS });
    expect(value.length).toBeLessThanOrEqual(5_001);
  });
});
