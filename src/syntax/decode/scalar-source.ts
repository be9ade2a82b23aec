import type { ScalarStyle } from "../tree.ts";

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

/** Offset of the closing quote, or the end of the source where it is missing. */
export function closingQuote(source: string): number {
  return source.length > 1 && source.endsWith(source.charAt(0)) ? source.length - 1 : source.length;
}

export const isBlank = (unit: string | undefined) => unit === " " || unit === "\t";
