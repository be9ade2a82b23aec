import fc from "fast-check";
import { expect, it } from "vitest";
import {
  flow,
  lengthOf,
  link,
  lowerTemplate,
  print,
  type Scope,
  skeleton,
} from "../../src/template/index.ts";
import { renderer } from "../../src/template/render.ts";
import { chainText, flowText, pair } from "./chains.ts";
import {
  type Choice,
  DOMAINS,
  describeDomain,
  FIELDS,
  factsOf,
  linked,
  PARTIALS,
  runs,
  textOf,
} from "./world.ts";

function labelsOf(text: string): readonly string[] {
  return flow(linked(text)).map(
    ({ field, printed, influences }) => `${field} ${printed ? "E" : ""}${influences ? "I" : ""}`,
  );
}

it(
  "changes no rendering when fields change that cannot reach it",
  () => {
    /** Pairs that were compared; of those, with a cleared field that changed, that the text reads, and that would show. */
    const counts = { compared: 0, changed: 0, read: 0, felt: 0 };
    fc.assert(
      fc.property(flowText, pair, (text, [one, other]) => {
        const tree = linked(text);
        const reached = new Set(flow(tree).map(({ field }) => field));
        if (reached.has("?")) return;
        const mixed: Choice = Object.fromEntries(
          Object.keys(DOMAINS).map((path) => [path, (reached.has(path) ? one : other)[path]]),
        );
        const source = print(tree);
        const renderFacts = renderer(source);
        const rendered = (chosen: Choice) => {
          const facts = factsOf(chosen);
          return renderFacts({ ...facts, say: facts });
        };
        const before = rendered(one);
        expect(rendered(mixed)).toBe(before);
        const changed = Object.keys(DOMAINS).filter((path) => mixed[path] !== one[path]);
        counts.compared++;
        if (changed.length > 0) counts.changed++;
        if (changed.some((path) => new RegExp(`\\b${path}\\b`).test(source))) counts.read++;
        if (rendered(other) !== before) counts.felt++;
      }),
      { numRuns: runs(3_000) },
    );
    if (process.env.TEMPLATE_RUNS) console.info(counts);
    // A test that compares nothing proves nothing.
    expect(counts.compared).toBeGreaterThan(runs(2_500));
    expect(counts.changed).toBeGreaterThan(runs(2_400));
    expect(counts.read).toBeGreaterThan(runs(1_200));
    expect(counts.felt).toBeGreaterThan(runs(1_400));
  },
  runs(60_000),
);

it("is tried on chains that are read to their end", () => {
  fc.assert(
    fc.property(chainText, (text) => {
      expect(lowerTemplate(text, { ...textOf(text), partials: PARTIALS }).diagnostics).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it.each([
  ["a print", "{{ p.name }}", ["p.name E"]],
  ["a test, in its else too", "{% if p.dx %}{% else %}a{% endif %}", ["p.dx I"]],
  ["a branch that prints nothing", "{% if p.dx %}{% endif %}", []],
  ["an earlier test in a later branch", "{% if p.dx %}{% elsif p.ok %}a{% endif %}", ["p.dx I", "p.ok I"]],
  ["a name and its filter's value", "{% assign v = p.name | append: p.dx %}{{ v }}", ["p.dx E", "p.name E"]],
  [
    "a capture that is only sometimes set",
    "{% if p.ok %}{% capture v %}a{% endcapture %}{% endif %}{{ v }}",
    ["p.ok I"],
  ],
  [
    "a capture of nothing",
    '{% assign v = "a" %}{% if p.ok %}{% capture v %}{% endcapture %}{% endif %}{{ v }}',
    ["p.ok I"],
  ],
  ["nothing of a capture that is not printed", "{% capture v %}{{ p.dx }}{% endcapture %}", []],
  ["how often a loop turns", "{% for i in l %}a{% endfor %}", ["l I"]],
  ["that a loop's list is empty", "{% for i in l %}{% else %}a{% endfor %}", ["l I"]],
  ["what a loop prints", "{% for i in l %}{{ i.w }}{% endfor %}", ["l EI"]],
  [
    "a value carried from turn to turn",
    "{% for i in (1..3) %}{{ w }}{% assign w = v %}{% assign v = p.dx %}{% endfor %}",
    ["p.dx E"],
  ],
  [
    "what a later branch reads, though an earlier one replaces it",
    '{% assign v = p.dx %}{% if p.ok %}{% assign v = "k" %}{% elsif q %}{{ v }}{% endif %}',
    ["p.dx E", "p.ok I", "q I"],
  ],
  [
    "how a value reaches a name, from turn to turn",
    "{% for i in (1..2) %}{{ w }}{% if p.dx %}{% assign w = v %}{% endif %}{% assign v = p.dx %}{% endfor %}",
    ["p.dx EI"],
  ],
  ["nothing into a name that is set anew", '{% assign v = p.dx %}{% assign v = "k" %}{{ v }}', []],
  [
    "a name of a loop back to what it was",
    "{% assign i = p.dx %}{% for i in l %}{% endfor %}{{ i }}",
    ["p.dx E"],
  ],
  ["a computed part", "{% assign a = p.name %}{{ a[p.dx] }}", ["p.dx I", "p.name E"]],
  ["a default", "{{ p.name | default: p.dx }}", ["p.dx E", "p.name E"]],
  ["a partial's arguments", '{% render "part", v: p.ok, b: p.dx %}', ["p.dx E", "p.ok EI", "q E"]],
  [
    "the branch that a partial stands in",
    '{% if p.dx %}{% render "line", v: "a", b: "b" %}{% endif %}',
    ["p.dx I"],
  ],
  [
    "none of its caller's names into a partial",
    '{% assign w = p.dx %}{% render "part", v: p.ok, b: "b" %}',
    ["p.ok EI", "q E"],
  ],
  ["a name that was never linked", "{{ p[q] }}", ["? EI"]],
  ["what a case's filters make", '{% case "d" | append: p.dx %}{% when "ddm" %}a{% endcase %}', ["p.dx I"]],
  ["all the whens of a case", '{% case p.dx %}{% when "dm" %}{% else %}a{% endcase %}', ["p.dx I"]],
])("follows %s", (_, text, labels) => {
  expect(labelsOf(text)).toEqual(labels);
});

it("follows inserts, and the branch that they stand in", () => {
  const scope: Scope = {
    ...FIELDS,
    roots: new Set([...FIELDS.roots, "claim"]),
    bind: (root, segments, at) =>
      root === "claim"
        ? { kind: "insert", what: "claim", id: "c", body: linked("{{ p.name }}") }
        : FIELDS.bind(root, segments, at),
  };
  const tree = linked("{% if p.ok %}{{ claim.c }}{% endif %}", scope);
  expect(flow(tree)).toEqual([
    { field: "p.name", printed: true, influences: false },
    { field: "p.ok", printed: false, influences: true },
  ]);
});

it("ends on loops inside loops, wide and deep", () => {
  const nested = `${"{% for i in (1..100) %}{% assign v = w %}{% assign w = v | append: p.dx %}".repeat(39)}x${"{% endfor %}".repeat(39)}`;
  const { value, diagnostics } = lowerTemplate(nested, { ...textOf(nested), partials: new Map() });
  expect(diagnostics).toEqual([]);
  const tree = link(value, FIELDS, { allowAssign: true, allowDefault: true }).value;
  expect(flow(tree).map(({ field }) => field)).toEqual([]);
  expect(lengthOf(skeleton(tree, describeDomain)).longest).toBe(Number.POSITIVE_INFINITY);
});
