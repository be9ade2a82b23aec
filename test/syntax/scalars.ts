import fc from "fast-check";
import { stringify } from "yaml";

/** A scalar written by hand in one style, in a way that no stringifier would choose. */
export interface WrittenScalar {
  /** The value of a key `k`, with its quotes or header; further lines are indented by two spaces or more. */
  readonly yaml: string;
  readonly style: "plain" | "single" | "double" | "literal" | "folded";
}

const word = fc.constantFrom(
  "Hello",
  "visit",
  "{{ sender }}",
  "mañana",
  "\u{1F600}",
  "it's",
  'say "hi"',
  "a\\b",
  "07:30",
  "no",
  "x",
  "ü\u{1D49C}z",
);

/** A line of words, as a person writes them. */
const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));

const lines = fc.array(fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: fc.constant("") }), {
  minLength: 1,
  maxLength: 6,
});

/** White space that YAML trims around a line break within a plain or quoted scalar. */
const trailing = fc.constantFrom("", " ", "   ");

const plain: fc.Arbitrary<WrittenScalar> = fc
  .tuple(
    line,
    fc.array(fc.tuple(fc.array(fc.constantFrom("", "  "), { maxLength: 2 }), fc.nat(4), line, trailing), {
      maxLength: 4,
    }),
  )
  .map(([first, rest]) => ({
    style: "plain" as const,
    yaml: [
      `Well, ${first}`,
      ...rest.flatMap(([blank, indent, text, after]) => [
        ...blank,
        `${" ".repeat(indent + 2)}w ${text}${after}`,
      ]),
    ].join("\n"),
  }))
  .filter(({ yaml }) => !yaml.endsWith(" ") && !/:\s|\s#/.test(yaml));

const single: fc.Arbitrary<WrittenScalar> = fc
  .array(fc.tuple(lines, trailing, fc.nat(3)), { minLength: 1, maxLength: 2 })
  .map((parts) => ({
    style: "single" as const,
    yaml: `'${parts
      .flatMap(([texts, after, indent]) =>
        texts.map((text, i) => (i > 0 ? " ".repeat(indent) : "") + text + after),
      )
      .join("\n  ")
      .replaceAll("'", "''")}'`,
  }));

const escaped = fc.constantFrom(
  "\\n",
  "\\\\",
  '\\"',
  "\\/",
  "\\ ",
  "\\x41",
  "\\u00e9",
  "\\U0001F600",
  "\\uD83D\\uDE00",
  "\\\n     ",
  "\\\n",
);

const double: fc.Arbitrary<WrittenScalar> = fc
  .array(
    fc.oneof(
      line.map((text) => text.replaceAll(/["\\]/g, "\\$&")),
      escaped,
      fc.constantFrom("\n  ", "  \n\n   ", " "),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => ({ style: "double" as const, yaml: `"${parts.join("")}"` }));

/** A block with every header: indentation indicator, chomping, comment, blank lines before, between and after. */
const block: fc.Arbitrary<WrittenScalar> = fc
  .record({
    style: fc.constantFrom("literal" as const, "folded" as const),
    indent: fc.integer({ min: 1, max: 9 }),
    isIndicated: fc.boolean(),
    chomp: fc.constantFrom("", "-", "+"),
    comment: fc.constantFrom("", "  # as approved"),
    texts: fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.tuple(fc.nat(2), line) },
        { weight: 1, arbitrary: fc.constant([0, ""] as [number, string]) },
      ),
      { maxLength: 7 },
    ),
    after: fc.array(fc.constantFrom("", " "), { maxLength: 3 }),
  })
  .map(({ style, indent, isIndicated, chomp, comment, texts, after }) => {
    const first = texts.find(([, text]) => text !== "");
    const needsIndicator = isIndicated || (first !== undefined && first[0] > 0);
    const header = `${style === "literal" ? "|" : ">"}${needsIndicator ? indent : ""}${chomp}${comment}`;
    const body = texts.map(([more, text]) => (text === "" ? "" : `${" ".repeat(indent + more)}${text}`));
    return { style, yaml: [header, ...body, ...after].join("\n") };
  });

export const writtenScalar: fc.Arbitrary<WrittenScalar> = fc.oneof(plain, single, double, block);

/** A whole file that holds one scalar under `k`: written by hand, or by the stringifier of `yaml`. */
export const scalarFile: fc.Arbitrary<string> = fc
  .oneof(
    fc
      .tuple(writtenScalar, fc.constantFrom("", "\n", "\nnext: z\n"))
      .map(
        ([{ yaml, style }, after]) =>
          `k: ${yaml}${style === "plain" || style === "single" || style === "double" ? after : after || "\n"}`,
      ),
    fc
      .tuple(
        fc.array(fc.oneof(line, fc.string({ unit: "grapheme-composite", maxLength: 12 })), { maxLength: 6 }),
        fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"),
        fc.constantFrom(0, 20, 80),
      )
      .map(([texts, style, lineWidth]) =>
        stringify({ k: texts.join("\n"), next: "z" }, { defaultStringType: style as "PLAIN", lineWidth }),
      ),
  )
  .chain((text) =>
    fc.constantFrom(
      text,
      text.replaceAll("\n", "\r\n"),
      `\uFEFF${text}`,
      `a:\n  - b\nc:\n${text.replace(/^(?=.)/gm, "  ")}`,
    ),
  );
