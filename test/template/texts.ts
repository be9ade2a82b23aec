import fc from "fast-check";
import { DOMAINS } from "./world.ts";

/** A value for every field. */
export const choice = fc.record(
  Object.fromEntries(Object.entries(DOMAINS).map(([path, values]) => [path, fc.constantFrom(...values)])),
);

interface Kinds {
  readonly paths: readonly string[];
  readonly assigned: readonly string[];
  readonly literals: readonly string[];
}

const LITERALS = ['"dm"', '"Al"', '"x"', "30", "70", "true", "false", "nil", '""'];
const LOCALS = ["v", "w", "a", "u", "i", "i.w", "forloop.index", "forloop.last", "v.size", "a.size"];

/** Names as authors may use them: whole fields and names of their own. */
const WHOLE: Kinds = {
  paths: ["p.name", "p.dx", "p.age", "p.ok", "q", ...LOCALS, "a[v]", "i[q]"],
  assigned: ["v", "w", "a"],
  literals: LITERALS,
};

/** Everything that Liquid accepts, parts of records and computed names too. */
const ANY: Kinds = {
  paths: [
    ...WHOLE.paths,
    "p",
    "l",
    "p[q]",
    "l[0].w",
    "l.first.w",
    "l[-1]",
    "l.last",
    "p.size",
    "a.dx",
    'p["dx"]',
  ],
  assigned: ["v", "w", "a", "q"],
  literals: LITERALS,
};

const FILTERS = [
  ...["upcase", "downcase", "capitalize", "strip", "size", "first", "last", "join", 'join: "-"'],
  ...[
    'append: "z"',
    "append: q",
    "append: v",
    "prepend: p.dx",
    'default: "d"',
    "default: p.name",
    "default: nil",
  ],
  ...["truncate: 2", 'truncate: 3, ""', "truncate: 1, q"],
];

function texts({ paths, assigned, literals }: Kinds): fc.Arbitrary<string> {
  const path = fc.constantFrom(...paths);
  const literal = fc.constantFrom(...literals);
  const operand = fc.oneof({ weight: 4, arbitrary: path }, { weight: 1, arbitrary: literal });
  const filters = fc
    .array(fc.constantFrom(...FILTERS), { maxLength: 2, size: "small" })
    .map((names) => names.map((name) => ` | ${name}`).join(""));
  const value = fc.tuple(operand, filters).map(([of, through]) => of + through);
  const comparison = fc
    .tuple(operand, fc.constantFrom("==", "!=", "<", ">", "<=", ">=", "contains"), operand)
    .map((words) => words.join(" "));
  const emptiness = fc
    .tuple(path, fc.constantFrom("==", "!="), fc.constantFrom("empty", "blank"), fc.boolean())
    .map(([left, op, right, turned]) => (turned ? `${right} ${op} ${left}` : `${left} ${op} ${right}`));
  const clause = fc
    .tuple(fc.constantFrom("", "", "", "not "), fc.oneof(operand, comparison, emptiness))
    .map((words) => words.join(""));
  const test = fc.oneof(
    clause,
    value,
    fc
      .tuple(fc.constantFrom(" and ", " or "), fc.array(clause, { minLength: 2, maxLength: 3 }))
      .map(([word, clauses]) => clauses.join(word)),
  );
  const name = fc.constantFrom(...assigned);
  const dash = fc.constantFrom("", "", "", "-");
  const tag = (words: fc.Arbitrary<string>) =>
    fc.tuple(dash, words, dash).map(([left, inner, right]) => `{%${left} ${inner} ${right}%}`);
  const fixed = (words: string) => tag(fc.constant(words));

  const { text } = fc.letrec<{ text: string; node: string }>((tie) => {
    const body = tie("text");
    const either = fc.oneof(
      { weight: 2, arbitrary: fc.constant("") },
      fc.tuple(fixed("else"), body).map((p) => p.join("")),
    );
    const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((p) => p.join(""));
    const loopOptions = fc.constantFrom(
      "",
      "",
      " limit: 1",
      " offset: 1",
      " reversed",
      " limit:2 offset:1 reversed",
      " limit:1 offset:1",
    );
    const loopOver = fc.constantFrom("l", "a", "v", "(1..2)", "(2..1)", "p.dx");
    return {
      node: fc.oneof(
        { depthSize: "xsmall", withCrossShrink: true },
        fc.constantFrom(
          "a",
          "b ",
          " sure",
          "it's",
          "’s ",
          "\n",
          ". ",
          "é",
          "-",
          "{ ",
          "😀",
          "ΐ",
          " 3.5\n\n* ",
        ),
        joined(fc.constant("{{ "), value, fc.constant(" }}")),
        joined(fc.constant("{{- "), value, fc.constant(" -}}")),
        tag(value.map((of) => `echo ${of}`)),
        tag(fc.tuple(name, value).map(([to, of]) => `assign ${to} = ${of}`)),
        joined(tag(name.map((to) => `capture ${to}`)), body, fixed("endcapture")),
        joined(tag(test.map((of) => `if ${of}`)), body, either, fixed("endif")),
        joined(
          tag(test.map((of) => `if ${of}`)),
          body,
          tag(test.map((of) => `elsif ${of}`)),
          body,
          either,
          fixed("endif"),
        ),
        joined(tag(test.map((of) => `unless ${of}`)), body, either, fixed("endunless")),
        joined(
          tag(value.map((of) => `case ${of}`)),
          fixed('when "dm", "x"'),
          body,
          fixed('when 70 or "AL", nil'),
          body,
          either,
          fixed("endcase"),
        ),
        joined(
          tag(fc.tuple(loopOver, loopOptions).map(([over, options]) => `for i in ${over}${options}`)),
          body,
          either,
          fixed("endfor"),
        ),
        tag(fc.tuple(operand, operand).map(([v, b]) => `render "part", v: ${v}, b: ${b}`)),
        joined(fixed("comment"), fc.constantFrom("note", "{{ v }}", "{% if v %}"), fixed("endcomment")),
        fc.constantFrom(
          '{% for i in (1..2) %}{% render "part", v: i, b: p.dx %}{% endfor %}',
          '{% assign v = "%\\}" %}',
          '{{ "}\\}" | append: v }}',
          "{% raw %}{{ v }}{% endraw %}",
          "{% raw %}{{% endraw %}",
          "{{ '{%' }}",
          '{{ "a" }}',
          "{% # a note %}",
        ),
        fc
          .tuple(name, value, test)
          .map(
            ([to, of, when]) =>
              `{% liquid\nassign ${to} = ${of}\nif ${when}\necho ${to}\nelse\necho "n"\nendif %}`,
          ),
        // Chains in which what one step makes is all that the next one sees.
        fc
          .tuple(
            value,
            fc.array(fc.tuple(name, name, filters, fc.nat(4)), { minLength: 1, maxLength: 4 }),
            name,
          )
          .map(([of, steps, shown]) => {
            const links = steps.map(([to, from, through, kind]) => {
              if (kind === 0) return `{% capture ${to} %}{{ ${from}${through} }}{% endcapture %}`;
              if (kind === 1)
                return `{% for i in (1..2) %}{% assign ${to} = ${from}${through} %}{% endfor %}`;
              if (kind === 3) return `{% for i in l %}{% assign ${to} = ${from}${through} %}{% endfor %}`;
              if (kind === 2) return `{% if ${from} %}{% assign ${to} = "z"${through} %}{% endif %}`;
              return `{% assign ${to} = ${from}${through} %}`;
            });
            return `{% assign v = ${of} %}${links.join("")}{{ ${shown} }}`;
          }),
      ),
      text: fc
        .array(tie("node"), { minLength: 1, maxLength: 3, depthIdentifier: "t" })
        .map((nodes) => nodes.join("")),
    };
  });
  return text;
}

/** Texts over all that Liquid accepts. */
export const anyText = texts(ANY);

/** Texts whose shared names are whole fields, as linking wants them. */
export const fieldText = texts(WHOLE);
