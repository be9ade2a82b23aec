import { Liquid } from "liquidjs";
import type { Span } from "../../src/source/index.ts";
import {
  type Binding,
  type Describe,
  link,
  lowerTemplate,
  type PartialText,
  type PatientFact,
  type PatientFacts,
  type Scope,
  type Template,
} from "../../src/template/index.ts";

/** A text that stands alone in a file, so that its offsets are its own. */
export function textOf(text: string, file = "text.liquid"): PartialText {
  return { text, locate: (start: number, end: number): Span => ({ file, start, end }) };
}

/** A partial that uses its arguments, sets names of its own, loops, and reads a shared name. */
export const PART = `[{{ v }}{% if v == 1 %}{% assign w = b | upcase %}{% endif %}{{ w }}{% for i in (1..2) %}{{ i }}{{ forloop.last }}{% endfor %}{{ q }}]`;

/** A partial that passes its arguments on under names of its own, one of them only sometimes set. */
export const LINE =
  "({% assign x = v %}{% if b %}{% capture y %}{{ x | append: b }}{% endcapture %}{% endif %}{{ y | default: x }})";

export const PARTIALS: ReadonlyMap<string, PartialText> = new Map([
  ["part", textOf(PART, "part.liquid")],
  ["line", textOf(LINE, "line.liquid")],
]);

/** Small domains, so that branches flip often. `l` is a list of records. */
export const DOMAINS: Readonly<Record<string, readonly PatientFact[]>> = {
  "p.name": ["Al", "Bo b", undefined],
  "p.dx": ["dm", "htn", undefined],
  "p.age": [30, 70],
  "p.ok": ["yes", "no"],
  q: ["x", "w", ""],
  l: [[], [{ w: "1" }], [{ w: "2" }, { w: "1" }]],
};

export type Choice = Readonly<Record<string, PatientFact>>;

/** The facts that a choice of field values makes: `p.name` becomes `{p: {name}}`. */
export function factsOf(choice: Choice): PatientFacts {
  const facts: Record<string, PatientFact> = { q: choice.q, l: choice.l };
  facts.p = Object.fromEntries(
    Object.entries(choice).flatMap(([path, value]) =>
      path.startsWith("p.") ? [[path.slice(2), value]] : [],
    ),
  );
  return facts;
}

/** Binds the fields of `DOMAINS`, and nothing else. */
export const FIELDS: Scope = {
  roots: new Set(["p", "q", "l", "say"]),
  names: () => Object.keys(DOMAINS),
  bind(root, segments): Binding | undefined {
    const names = [root, ...segments.map((segment) => ("name" in segment ? segment.name : "?"))];
    const said = names[0] === "say";
    const path = (said ? names.slice(1) : names).join(".");
    return path in DOMAINS ? { kind: "field", path, said } : undefined;
  },
};

export function lowered(text: string, partials = PARTIALS): Template {
  const { locate } = textOf(text);
  return lowerTemplate(text, { locate, partials }).value;
}

export function linked(text: string, scope = FIELDS): Template {
  return link(lowered(text), scope, { allowAssign: true, allowDefault: true }).value;
}

/** What is underlined, with the code: `S301 {{ sender }`. */
export function findingsOf(text: string, scope?: Scope, partials = PARTIALS): readonly string[] {
  const { locate } = textOf(text);
  const read = lowerTemplate(text, { locate, partials });
  const bound = scope ? link(read.value, scope, { allowAssign: true, allowDefault: false }).diagnostics : [];
  return [...read.diagnostics, ...bound].map(({ code, at }) => {
    const source =
      at.file === "text.liquid" ? text : (partials.get(at.file.replace(".liquid", ""))?.text ?? "");
    return `${code} ${source.slice(at.start, at.end)}`;
  });
}

const liquid = new Liquid({
  locale: "en-US",
  ownPropertyOnly: true,
  relativeReference: false,
  templates: { part: PART, line: LINE },
});

/** What liquidjs itself makes of an author's text; facts are seen in partials too. */
export function renderedByLiquid(text: string, facts: PatientFacts): string {
  return liquid.renderSync(liquid.parse(text), {}, { globals: { ...facts } });
}

/** Lists every value of a domain, for skeletons; what is no text is only bounded. */
export const describeDomain: Describe = (path) => {
  const values = (DOMAINS[path] ?? []).filter((value) => value !== undefined);
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length === values.length) return { longest: 8, gsm7: true, values: texts };
  return path === "p.age" ? { longest: 2, gsm7: true } : { longest: Number.POSITIVE_INFINITY, gsm7: false };
};

/** Runs of a property: `TEMPLATE_RUNS=20` makes them twenty times as many. */
export function runs(count: number): number {
  return count * Number(process.env.TEMPLATE_RUNS ?? 1);
}
