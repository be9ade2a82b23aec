import { type Emit, isBlank } from "./scalar-source.ts";

/** Lines of plain and single-quoted scalars: trimmed, one line break a space, `n` blank lines `n` line breaks. */
export function foldLines(source: string, start: number, end: number, emit: Emit): void {
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
export function withoutDoubledQuotes(source: string, emit: Emit): Emit {
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
