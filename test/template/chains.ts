import fc from "fast-check";
import { fieldText } from "./texts.ts";
import { type Choice, DOMAINS } from "./world.ts";

/**
 * Texts made of chains: each step sees only what earlier ones made, and little of it is printed. Mistakes in following
 * a value show here, where texts drawn evenly print most fields outright and so have nothing left to get wrong.
 */

const NAMES = ["v", "w", "a"];
const FIELDS = ["p.name", "p.dx", "p.age", "p.ok", "q"];

const name = fc.constantFrom(...NAMES);
const source = fc.oneof(name, fc.constantFrom(...FIELDS));
const filters = fc.constantFrom(
  ...["", "", "", "", " | upcase", " | size", " | capitalize", " | strip", " | first", ' | append: "z"'],
  ...[" | append: q", " | append: v", " | prepend: p.dx", " | prepend: w", ' | default: "d"'],
  ...[" | default: p.name", " | default: a", " | truncate: 2", " | truncate: 3, q", ' | join: "-" | last'],
);
const literal = fc.constantFrom('"dm"', '"Al"', '"yes"', '"x"', '"z"', '""', "70", "2", "nil");
const test = fc.oneof(
  source,
  fc.tuple(source, fc.constantFrom("==", "!="), literal).map((words) => words.join(" ")),
  fc.tuple(source, fc.constantFrom("==", "!=", "<", "contains"), source).map((words) => words.join(" ")),
  fc.tuple(literal, fc.constantFrom("==", "!="), source).map((words) => words.join(" ")),
  fc.tuple(source, fc.constantFrom("and", "or"), source).map((words) => words.join(" ")),
  source.map((of) => `${of} == blank`),
  fc.tuple(source, literal).map(([of, value]) => `not ${of} == ${value}`),
);

const PARTS = ["part", "line"];

/** What a step is made of: it sets `to` from `from`, or `other`, perhaps only if `when`. */
const ingredients = fc.record({
  to: name,
  from: source,
  other: source,
  kept: name,
  through: filters,
  when: test,
  again: test,
  part: fc.constantFrom(...PARTS),
});

type Ingredients = typeof ingredients extends fc.Arbitrary<infer Made> ? Made : never;

const set = (to: string, value: string) => `{% assign ${to} = ${value} %}`;

/** Each way in which a value goes on, or seems to. */
const STEPS: readonly ((of: Ingredients) => string)[] = [
  ({ to, from, through }) => set(to, from + through),
  ({ to, from, through }) => `{% capture ${to} %}{{ ${from}${through} }}{% endcapture %}`,
  ({ to, from, other, when }) =>
    `{% capture ${to} %}{% if ${when} %}{{ ${from} }}{% else %}{{ ${other} }}{% endif %}{% endcapture %}`,
  ({ to, kept, from }) => `{% capture ${to} %}n${set(kept, from)}{% endcapture %}`,
  ({ to, from, other }) => set(to, `${from} | default: ${other}`),
  // One side only.
  ({ to, when }) => `{% if ${when} %}${set(to, '"z"')}{% endif %}`,
  ({ to, from, when }) => `{% if ${when} %}{% else %}${set(to, from)}{% endif %}`,
  ({ to, when }) => `{% unless ${when} %}{% capture ${to} %}z{% endcapture %}{% endunless %}`,
  ({ to, when }) => `{% if ${when} %}{% capture ${to} %}{% endcapture %}{% endif %}`,
  // The same names in several branches.
  ({ to, from, kept, when, again }) =>
    `{% if ${when} %}${set(to, from)}{% elsif ${again} %}${set(kept, to)}{% else %}${set(to, kept)}{% endif %}`,
  ({ to, when, again }) => `{% if ${when} %}{% elsif ${again} %}${set(to, '"z"')}{% endif %}`,
  ({ to, when, again, through }) =>
    `{% if ${when} %}${set(to, '"z"')}{% elsif ${again} %}{{ ${to}${through} }}{% endif %}`,
  ({ to, from, other, kept }) =>
    `{% case ${from} %}{% when "dm", "x" %}${set(to, other)}{% when 70, "yes", nil %}${set(kept, '"z"')}{% else %}${set(to, kept)}{% endcase %}`,
  ({ to, from, through }) =>
    `{% case ${from}${through} %}{% when "dm", "DM", 30 %}{% else %}${set(to, '"z"')}{% endcase %}`,
  // Loops: how often, over what, and what is carried from turn to turn.
  ({ to, from, kept }) => `{% for i in (1..3) %}${set(to, kept)}${set(kept, from)}{% endfor %}`,
  ({ to }) => `{% for i in l %}${set(to, `i.w | append: ${to}`)}{% endfor %}`,
  ({ to }) => `{% for i in l %}${set(to, "forloop.index")}{% endfor %}`,
  ({ to, from }) =>
    `{% for i in l limit: 1 offset: 1 %}${set(to, from)}{% else %}${set(to, '"e"')}{% endfor %}`,
  ({ to, from }) => `{% for i in ${from} %}${set(to, '"z"')}{% else %}${set(to, '"e"')}{% endfor %}`,
  ({ to, kept }) =>
    `{% for i in l %}${set(to, "forloop.length")}${set(kept, `${to} | append: ${kept}`)}{% endfor %}`,
  ({ kept, from }) => `{% for ${kept} in l %}{{ ${kept}.w }}{% endfor %}${set(kept, from)}`,
  // A part of a list, chosen by a value.
  ({ to, when }) =>
    `${set("n", "0")}{% if ${when} %}${set("n", "1")}{% endif %}${set("r", "l")}${set(to, "r[n].w")}`,
  ({ to, from }) => `{% for i in l %}${set(to, `i[${from}]`)}{% endfor %}`,
  ({ to, from }) =>
    `${set("r", "l")}${set(to, "r.size")}{% if r.first.w == ${from} %}${set(to, '"z"')}{% endif %}`,
  // Partials keep their names to themselves, and see only what they are given.
  ({ to, from, other, part }) =>
    `{% capture ${to} %}{% render "${part}", v: ${from}, b: ${other} %}{% endcapture %}`,
  ({ to, from, part, when }) =>
    `{% if ${when} %}{% capture ${to} %}{% render "${part}", v: ${from}, b: "b" %}{% endcapture %}{% endif %}`,
  // What was there is gone: the fields behind it are read, and reach nobody.
  ({ to, from }) => set(to, from) + set(to, '"k"'),
  ({ to, when, from }) => `{% if ${when} %}${set(to, from)}{% endif %}${set(to, '"k"')}`,
  ({ when }) => `{% if ${when} %}{% endif %}`,
];

const SHOWN: readonly ((of: Ingredients) => string)[] = [
  ({ to }) => `{{ ${to} }}`,
  ({ to }) => `{{ ${to} }}`,
  ({ to, through }) => `{{ ${to}${through} }}`,
  ({ to }) => `{% if ${to} %}s{% endif %}`,
  ({ to, kept }) => `{% if ${to} == ${kept} %}s{% else %}o{% endif %}`,
  ({ to }) => `{% case ${to} %}{% when "dm", 2 %}{% when "z" %}s{% else %}o{% endcase %}`,
  ({ to }) => `{% for i in ${to} %}s{% endfor %}`,
  ({ to }) => `{% for i in ${to} %}{% else %}e{% endfor %}`,
  ({ to, part }) => `{% if ${to} %}{% render "${part}", v: "a", b: "b" %}{% endif %}`,
  ({ to, kept, part }) => `{% render "${part}", v: ${to}, b: ${kept} %}`,
  ({ to, kept }) => `{% unless ${to} and ${kept} %}s{% endunless %}`,
];

const made = (ways: readonly ((of: Ingredients) => string)[]) =>
  fc.tuple(fc.constantFrom(...ways), ingredients).map(([way, of]) => way(of));

/** Most names hold a field to begin with. */
const begun = fc
  .tuple(...NAMES.map((own) => fc.constantFrom("", ...FIELDS.map((field) => set(own, field)))))
  .map((sets) => sets.join(""));

/** Set at the very end, so that each name is the text's own however early it is read. */
const OWNED = [...NAMES, "n", "r"].map((own) => set(own, '""')).join("");

export const chainText = fc
  .tuple(
    begun,
    fc.array(fc.oneof({ weight: 6, arbitrary: made(STEPS) }, { weight: 1, arbitrary: made(SHOWN) }), {
      minLength: 2,
      maxLength: 6,
      size: "max",
    }),
    fc.array(made(SHOWN), { minLength: 1, maxLength: 3 }),
  )
  .map(([start, steps, shown]) => start + steps.join("") + shown.join("") + OWNED);

/** Chains for the most part, and any other text. */
export const flowText = fc.oneof({ weight: 7, arbitrary: chainText }, { weight: 1, arbitrary: fieldText });

/** Two patients who differ in most fields: what is to change nothing has to be changed. */
export const pair: fc.Arbitrary<readonly [one: Choice, other: Choice]> = fc
  .record(
    Object.fromEntries(
      Object.entries(DOMAINS).map(([path, values]) => [
        path,
        fc.oneof(
          { weight: 4, arbitrary: fc.shuffledSubarray([...values], { minLength: 2, maxLength: 2 }) },
          { weight: 1, arbitrary: fc.constantFrom(...values).map((value) => [value, value]) },
        ),
      ]),
    ),
  )
  .map((both) => [chosen(both, 0), chosen(both, 1)]);

function chosen(both: Readonly<Record<string, readonly Choice[string][]>>, which: 0 | 1): Choice {
  return Object.fromEntries(Object.entries(both).map(([path, values]) => [path, values[which]]));
}
