import type { BlockHeader, Emit, ScalarSource } from "./scalar-source.ts";

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

/** Text below `|` or `>`: without its indentation, folded below `>`, chomped at its end. */
export function decodeBlock({ style, source, block }: ScalarSource, emit: Emit): void {
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
