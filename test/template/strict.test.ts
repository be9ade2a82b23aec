import fc from "fast-check";
import { expect, it } from "vitest";
import { type PatientFacts, print, strictRenderer, UnprintableField } from "../../src/template/index.ts";
import { render } from "../../src/template/render.ts";
import { choice, fieldText } from "./texts.ts";
import { DOMAINS, factsOf, linked, runs } from "./world.ts";

const PATHS = Object.keys(DOMAINS).filter((path) => path.startsWith("p."));

/** Paths that a choice leaves out, themselves and said. */
function missingOf(facts: PatientFacts): readonly string[] {
  const known = facts.p as Readonly<Record<string, unknown>>;
  return PATHS.filter((path) => known[path.slice(2)] === undefined).flatMap((path) => [path, `say.${path}`]);
}

const asMissing = (paths: readonly string[]) => new Map(paths.map((path) => [path, undefined]));

/** Every text among the facts of `p`, held back with its value. */
function heldBackOf(facts: PatientFacts): ReadonlyMap<string, string | undefined> {
  const known = facts.p as Readonly<Record<string, unknown>>;
  return new Map(
    PATHS.flatMap((path) => {
      const value = known[path.slice(2)];
      return typeof value === "string" ? [[path, value] as const] : [];
    }),
  );
}

it("says what the engine says, or names a field that the person lacks", () => {
  let said = 0;
  let refused = 0;
  fc.assert(
    fc.property(fieldText, choice, (text, chosen) => {
      const source = print(linked(text));
      const facts = factsOf(chosen);
      const whole = { ...facts, say: facts };
      const missing = missingOf(facts);
      try {
        expect(strictRenderer(source)(whole, asMissing(missing))).toBe(render(source, whole));
        said++;
      } catch (error) {
        if (!(error instanceof UnprintableField)) throw error;
        expect(missing).toContain(error.path);
        refused++;
      }
    }),
    { numRuns: runs(1_000) },
  );
  expect(said).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(10);
});

it("decides every test with a value that it holds back", () => {
  let said = 0;
  fc.assert(
    fc.property(fieldText, choice, (text, chosen) => {
      const source = print(linked(text));
      const facts = factsOf(chosen);
      const whole = { ...facts, say: facts };
      try {
        expect(strictRenderer(source)(whole, heldBackOf(facts))).toBe(render(source, whole));
        said++;
      } catch (error) {
        if (!(error instanceof UnprintableField)) throw error;
      }
    }),
    { numRuns: runs(1_000) },
  );
  expect(said).toBeGreaterThan(100);
});

it.each([
  ["Hi {{ p.name }}", "p.name"],
  ["Hi {{ p.name | upcase }}", "p.name"],
  ['Hi {{ "Dr. " | append: p.name }}', "p.name"],
  ["{% assign n = p.name %}Hi {{ n }}", "p.name"],
  ["{% capture n %}Hi {{ p.name }}{% endcapture %}{{ n }}", "p.name"],
  ["{% if p.name %}{{ p.name }}{% else %}{{ say.p.dx }}{% endif %}", "p.dx"],
])("%s needs %s", (source, path) => {
  const thrown = (() => {
    try {
      return strictRenderer(source)({}, asMissing(["p.name", "p.dx", "say.p.dx"]));
    } catch (error) {
      return error;
    }
  })();
  expect(thrown).toBeInstanceOf(UnprintableField);
  expect(thrown).toMatchObject({ path });
});

it.each([
  ["Hi {% if p.name %}{{ p.name }}{% else %}there{% endif %}", "Hi there"],
  ['Hi {{ p.name | default: "there" }}', "Hi there"],
  ['{% if p.name == "Al" %}Al{% elsif p.name == nil %}nobody{% endif %}', "nobody"],
  ['{% unless p.name %}nobody{% endunless %}{% if p.name contains "a" %}a{% endif %}', "nobody"],
  ['{% case p.name %}{% when "Al" %}Al{% else %}other{% endcase %}', "other"],
  ["{% if p.name == blank %}b{% endif %}{% if p.name > 3 %}c{% endif %}", "b"],
])("%s does without", (source, said) => {
  expect(strictRenderer(source)({}, asMissing(["p.name"]))).toBe(said);
});
