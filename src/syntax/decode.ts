import { decodeBlock } from "./decode/block.ts";
import { decodeDoubleQuoted } from "./decode/double-quoted.ts";
import { foldLines, withoutDoubledQuotes } from "./decode/folded-lines.ts";
import { closingQuote, type Emit, type ScalarSource } from "./decode/scalar-source.ts";

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
