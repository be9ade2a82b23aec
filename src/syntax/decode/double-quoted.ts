import { closingQuote, type Emit, isBlank } from "./scalar-source.ts";

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["N", "\u0085"],
  ["_", "\u00a0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
  ["\t", "\t"],
]);

const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

/** What stands at a backslash in double quotes. */
export interface Escape {
  /** Nothing where the backslash begins no known escape. */
  readonly text: string | undefined;
  readonly length: number;
}

/** Reads the escape whose backslash is at `at`. An escaped line break is the empty text. */
export function escapeAt(source: string, at: number): Escape {
  const letter = source.charAt(at + 1);
  const known = ESCAPES.get(letter);
  if (known !== undefined) return { text: known, length: 2 };
  const digits = HEX_DIGITS.get(letter);
  if (digits !== undefined) {
    const hex = source.slice(at + 2, at + 2 + digits);
    const code = hex.length === digits && /^[\da-fA-F]+$/.test(hex) ? Number.parseInt(hex, 16) : Infinity;
    return { text: code <= 0x10ffff ? String.fromCodePoint(code) : undefined, length: 2 + hex.length };
  }
  const newline = letter === "\n" ? at + 1 : letter === "\r" && source[at + 2] === "\n" ? at + 2 : -1;
  if (newline < 0) return { text: undefined, length: Math.min(2, source.length - at) };
  let end = newline + 1;
  while (isBlank(source[end])) end++;
  return { text: "", length: end - at };
}

/** Text between double quotes: escapes, and line breaks folded. */
export function decodeDoubleQuoted(source: string, emit: Emit): void {
  const end = closingQuote(source);
  let from = 1;
  const flush = (to: number) => {
    if (to > from) emit(source.slice(from, to), from, to - from);
  };
  for (let i = 1; i < end; ) {
    const unit = source[i];
    if (unit === "\\") {
      flush(i);
      const { text, length } = escapeAt(source, i);
      const stop = Math.min(i + length, end);
      if (text === undefined) emit(source.slice(i, stop), i, stop - i);
      else if (text !== "") emit(text, i, stop - i);
      i = from = stop;
    } else if (unit === "\n") {
      let trimmed = source[i - 1] === "\r" && i - 1 >= from ? i - 1 : i;
      while (trimmed > from && isBlank(source[trimmed - 1])) trimmed--;
      flush(trimmed);
      let stop = i + 1;
      let breaks = 0;
      for (; stop < end; stop++) {
        if (source[stop] === "\n") breaks++;
        else if (!isBlank(source[stop]) && !(source[stop] === "\r" && source[stop + 1] === "\n")) break;
      }
      emit(breaks === 0 ? " " : "\n".repeat(breaks), trimmed, stop - trimmed);
      i = from = stop;
    } else i++;
  }
  flush(end);
}
