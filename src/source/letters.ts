/** What classes of letters, marks and digits hold within ASCII; all other named classes hold nothing there. */
const WITHIN_ASCII: Readonly<Record<string, string>> = {
  L: "A-Za-z",
  Lu: "A-Z",
  Ll: "a-z",
  N: "0-9",
  Nd: "0-9",
};

const ASCII = /^[\0-\x7f]*$/;

/**
 * A pattern over the letters of every script, as the pattern to use for a text. For a text of ASCII alone that is one
 * which finds the same there: V8 takes milliseconds to build classes of all letters, most of what a small check costs.
 *
 * Each `\p{…}` must stand in brackets and name letters, marks, numbers or emoji.
 *
 * @example overLetters(/[\p{L}\p{M}]+/gu)("Ana") // /[A-Za-z]+/gu
 */
export function overLetters(pattern: RegExp): (text: string) => RegExp {
  let ascii: RegExp | undefined;
  return (text) => {
    if (!ASCII.test(text)) return pattern;
    ascii ??= new RegExp(
      pattern.source.replace(/\\p\{(\w+)\}/g, (_, name: string) => WITHIN_ASCII[name] ?? ""),
      pattern.flags,
    );
    return ascii;
  };
}
