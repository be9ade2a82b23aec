import type { ScalarStyle } from "./tree.ts";

/**
 * Receives the decoded text of a scalar piece by piece, in order.
 *
 * `at` and `length` say where in the scalar's source the piece stands. A piece as long as its source is that source,
 * unit for unit; any other piece (an escape, a folded line break) belongs to its source as a whole.
 */
export type Emit = (text: string, at: number, length: number) => void;

/** A scalar as the file has it: for a block scalar the lines below the header, else everything with its quotes. */
export interface ScalarSource {
  readonly style: ScalarStyle;
  readonly source: string;
  readonly block: BlockHeader | undefined;
}

export interface BlockHeader {
  /** Column of the collection that holds the block scalar; an indentation indicator counts from here. */
  readonly parentIndent: number;
  /** The indentation indicator; 0 where the first line decides. */
  readonly indicator: number;
  readonly chomp: "strip" | "clip" | "keep";
}

/** The decoded text. */
export function decode(scalar: ScalarSource): string {
  const { style, source } = scalar;
  if (style === "plain" && !source.includes("\n")) return source;
  let text = "";
  decodeInto(scalar, (piece) => {
    text += piece;
  });
  return text;
}

/** Decodes piece by piece: the one walk behind both the text and its map, so that they cannot disagree. */
export function decodeInto(scalar: ScalarSource, emit: Emit): void {
  const { style, source } = scalar;
  switch (style) {
    case "plain":
      foldLines(source, 0, source.length, emit);
      break;
    case "single":
      foldLines(source, 1, closingQuote(source), withoutDoubledQuotes(source, emit));
      break;
    case "double":
      decodeDoubleQuoted(source, emit);
      break;
    case "literal":
    case "folded":
      decodeBlock(scalar, emit);
      break;
  }
}

/** Offset of the closing quote, or the end of the source where it is missing. */
function closingQuote(source: string): number {
  return source.length > 1 && source.endsWith(source.charAt(0)) ? source.length - 1 : source.length;
}

const isBlank = (unit: string | undefined) => unit === " " || unit === "\t";

/** Lines of plain and single-quoted scalars: trimmed, one line break a space, `n` blank lines `n` line breaks. */
function foldLines(source: string, start: number, end: number, emit: Emit): void {
  let lineStart = start;
  let written = start;
  let blankLines = 0;
  for (let first = true; ; first = false) {
    const newline = source.indexOf("\n", lineStart);
    const last = newline < 0 || newline >= end;
    let from = lineStart;
    let to = last ? end : newline;
    if (!first) while (from < to && isBlank(source[from])) from++;
    if (!last) {
      if (source[to - 1] === "\r" && to > from) to--;
      while (to > from && isBlank(source[to - 1])) to--;
    }
    if (!first && !last && from === to) blankLines++;
    else {
      if (!first) emit(blankLines === 0 ? " " : "\n".repeat(blankLines), written, from - written);
      if (to > from) emit(source.slice(from, to), from, to - from);
      written = to;
      blankLines = 0;
    }
    if (last) return;
    lineStart = newline + 1;
  }
}

/** `''` inside single quotes is one quote. */
function withoutDoubledQuotes(source: string, emit: Emit): Emit {
  return (text, at, length) => {
    let from = at;
    for (let i = at; i < at + length - 1; i++) {
      if (source[i] !== "'" || source[i + 1] !== "'") continue;
      if (i > from) emit(source.slice(from, i), from, i - from);
      emit("'", i, 2);
      from = ++i + 1;
    }
    const end = at + length;
    if (text.length !== length || from === at) emit(text, at, length);
    else if (end > from) emit(source.slice(from, end), from, end - from);
  };
}

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

function decodeDoubleQuoted(source: string, emit: Emit): void {
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

interface BlockLine {
  readonly start: number;
  /** Number of leading spaces. */
  readonly indent: number;
  /** Offset after the last unit before the line break. */
  readonly end: number;
}

function blockLines(source: string): BlockLine[] {
  const lines: BlockLine[] = [];
  if (source === "") return lines;
  for (let start = 0; ; ) {
    const newline = source.indexOf("\n", start);
    let end = newline < 0 ? source.length : newline;
    if (end > start && source[end - 1] === "\r") end--;
    let indent = 0;
    while (start + indent < end && source[start + indent] === " ") indent++;
    lines.push({ start, indent, end });
    if (newline < 0) return lines;
    start = newline + 1;
  }
}

const isEmptyLine = (line: BlockLine) => line.start + line.indent === line.end;

/** Where the text of a block scalar begins and ends, and how many leading spaces are not part of it. */
interface BlockShape {
  readonly indent: number;
  readonly firstText: number;
  /** Index after the last line of text; what follows is chomped. */
  readonly textEnd: number;
  /** Offset of the first line that is indented less than the block; nothing in a well-formed one. */
  readonly outdented: number | undefined;
}

function blockShape(
  lines: readonly BlockLine[],
  { parentIndent, indicator }: BlockHeader,
): BlockShape | undefined {
  const firstText = lines.findIndex((line) => !isEmptyLine(line));
  const first = lines[firstText];
  if (first === undefined) return undefined;
  let indent = parentIndent + indicator;
  if (indicator === 0) {
    for (const line of lines.slice(0, firstText)) indent = Math.max(indent, line.indent);
  }
  let outdented = first.indent < indent ? first.start + first.indent : undefined;
  if (indicator === 0) indent = first.indent;
  const textEnd = 1 + lines.findLastIndex((line) => !isEmptyLine(line) || line.indent > indent);
  for (const line of lines.slice(firstText, textEnd)) {
    if (!isEmptyLine(line) && line.indent < indent) outdented ??= line.start + line.indent;
  }
  return { indent, firstText, textEnd, outdented };
}

/** Offset in a block scalar's source of a line that stands further left than the block allows. */
export function outdentedLine({ source, block }: ScalarSource): number | undefined {
  return block && blockShape(blockLines(source), block)?.outdented;
}

function decodeBlock({ style, source, block }: ScalarSource, emit: Emit): void {
  if (block === undefined) return;
  const lines = blockLines(source);
  const shape = blockShape(lines, block);
  if (shape === undefined) {
    if (block.chomp === "keep" && lines.length > 0) {
      emit("\n".repeat(Math.max(1, lines.length - 1)), 0, source.length);
    }
    return;
  }
  /** Offset after what was emitted last. */
  let written = 0;
  const emitLine = (line: BlockLine) => {
    const from = line.start + Math.min(line.indent, shape.indent);
    if (line.end > from) emit(source.slice(from, line.end), from, line.end - from);
    written = line.end;
  };
  const emitBreak = (text: string, line: BlockLine) => {
    if (text !== "") emit(text, written, line.start + Math.min(line.indent, shape.indent) - written);
  };
  const text = lines.slice(0, shape.textEnd);
  if (style === "literal") joinLiteral(text, emitLine, emitBreak);
  else foldBlock(source, shape, text, emitLine, emitBreak);
  if (block.chomp === "strip") return;
  const rest = lines.slice(shape.textEnd);
  const emitNewline = () => emit("\n", written, lineBreakLength(source, written));
  if (block.chomp === "clip" || rest.length === 0) emitNewline();
  else {
    for (const line of rest) {
      emitNewline();
      emitLine(line);
    }
  }
}

function lineBreakLength(source: string, at: number): number {
  if (source[at] === "\r") return 2;
  return source[at] === "\n" ? 1 : 0;
}

type EmitLine = (line: BlockLine) => void;
type EmitBreak = (text: string, next: BlockLine) => void;

function joinLiteral(lines: readonly BlockLine[], emitLine: EmitLine, emitBreak: EmitBreak): void {
  for (const [i, line] of lines.entries()) {
    emitBreak(i === 0 ? "" : "\n", line);
    emitLine(line);
  }
}

/** Folding (YAML 1.2.2, 8.1.3): a line break between two lines of text is a space; more-indented lines keep theirs. */
function foldBlock(
  source: string,
  { indent, firstText }: BlockShape,
  lines: readonly BlockLine[],
  emitLine: EmitLine,
  emitBreak: EmitBreak,
): void {
  let gap = "";
  let separator = "";
  let previousIndented = false;
  for (const [i, line] of lines.entries()) {
    if (i < firstText) {
      emitBreak(gap, line);
      emitLine(line);
      gap = "\n";
      continue;
    }
    const indented = line.indent > indent || source[line.start + line.indent] === "\t";
    if (!indented && isEmptyLine(line)) {
      if (separator === "\n") gap += "\n";
      else separator = "\n";
      continue;
    }
    if (indented) {
      if (separator === " ") separator = "\n";
      else if (!previousIndented && separator === "\n") separator = "\n\n";
    }
    emitBreak(gap + separator, line);
    emitLine(line);
    gap = "";
    separator = indented ? "\n" : " ";
    previousIndented = indented;
  }
}
