import fc from "fast-check";

/** Two files that use every construct of the language, to be broken. */
export const WHOLE_FILES = [
  `campaign: missed-visit
title: Missed visit  # as the packet shows it
message:
  purpose:
    en: We missed you.
    es: No pudimos verle.
  actions: [book_online, request_call]
  label: {en: Book now, es: Reservar}
sequence:
  - step: text-1
    text: |
      {{ sender }}: Hi
      {{ link.book_online }}

  - step: email-1
    subject: "Pick a \\"time\\""
`,
  `list:
- one
- two: 'it''s

    here'
  three: "a\\n
    b"
- >-
  folded
  text

    more
- - nested
  - [x, {y: z}]
last: words on
  two lines
`,
];

/** Pieces that YAML gives a meaning, or that look as if it did. */
const piece = fc.constantFrom(
  ..."a b title 12 07:30 no ~ null #4 @x *a & ! | > |- >+ |2 - ? : , [ ] { } ' \" \\ \\n \\x41 '' --- ... % é".split(
    " ",
  ),
  "Hello there",
  "We missed you.",
  "x, y",
  "it's",
  '"hi"',
  "{{ sender }}",
  "{% if a %}",
  "# note",
  "&b ",
  "!t ",
  "- ",
  "? ",
  ": ",
  " ",
  "  ",
  "\n",
  "\n  ",
  "\n    ",
  "\n\n",
  "\r\n",
  "\n---\n",
  "\n- ",
  "\n  - ",
  "\nb: ",
  "\n  c: ",
  "a: ",
  "'x y'",
  '"p q"',
  "[a, b]",
  "{en: Hi, es: Ho}",
  "visit.status is one of a",
  "<<: ",
  "\u{1F600}",
);

const pieces = fc.array(piece, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(""));

interface Change {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(4),
  added: fc.oneof(fc.constant(""), piece),
});

/** A whole file with a few small changes, as hands make them. */
export const brokenFile: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...WHOLE_FILES), fc.array(change, { maxLength: 3 }))
  .map(([file, changes]) =>
    changes.reduce((text, { at, removed, added }) => {
      const from = Math.floor(at * text.length);
      return text.slice(0, from) + added + text.slice(from + removed);
    }, file),
  );

export const anyText: fc.Arbitrary<string> = fc.oneof(pieces, brokenFile);
