import type { Span } from "../source/index.ts";
import type { ScalarSource } from "./decode/scalar-source.ts";
import { decodeInto } from "./decode.ts";
import type { ScalarMap } from "./tree.ts";

/** Map of a scalar whose text stands in the file unit for unit: a shift. */
export class VerbatimMap implements ScalarMap {
  constructor(
    private readonly file: string,
    private readonly at: number,
  ) {}

  toFile(offset: number): number {
    return this.at + offset;
  }

  span(start: number, end: number): Span {
    return { file: this.file, start: this.at + start, end: this.at + end };
  }
}

/** Pieces of a decoded text, in order, as parallel lists: offset in the text, offset and length in the source. */
interface Pieces {
  readonly starts: readonly number[];
  readonly ats: readonly number[];
  readonly lengths: readonly number[];
  readonly textLength: number;
}

/** Map of a scalar that was decoded. Most scalars are never asked, so the pieces are found at the first question. */
export class DecodedMap implements ScalarMap {
  private found: Pieces | undefined;

  constructor(
    private readonly file: string,
    /** File offset of the source. */
    private readonly at: number,
    private readonly scalar: ScalarSource,
  ) {}

  toFile(offset: number): number {
    const { textLength } = this.pieces();
    return offset < textLength ? this.startOf(offset) : this.endOf(textLength - 1);
  }

  span(start: number, end: number): Span {
    const from = this.toFile(start);
    return { file: this.file, start: from, end: end > start ? this.endOf(end - 1) : from };
  }

  private startOf(offset: number): number {
    const { starts, ats, lengths, textLength } = this.pieces();
    const i = lastAtMost(starts, offset);
    const start = starts[i] ?? 0;
    const verbatim = (starts[i + 1] ?? textLength) - start === lengths[i];
    return this.at + (ats[i] ?? 0) + (verbatim ? offset - start : 0);
  }

  /** File offset after the unit at `offset`; the scalar's start where there is no unit. */
  private endOf(offset: number): number {
    const { starts, ats, lengths, textLength } = this.pieces();
    if (offset < 0) return this.at + (ats[0] ?? 0);
    const i = lastAtMost(starts, Math.min(offset, textLength - 1));
    const start = starts[i] ?? 0;
    const length = lengths[i] ?? 0;
    const verbatim = (starts[i + 1] ?? textLength) - start === length;
    return this.at + (ats[i] ?? 0) + (verbatim ? Math.min(offset - start + 1, length) : length);
  }

  private pieces(): Pieces {
    if (this.found !== undefined) return this.found;
    const starts: number[] = [];
    const ats: number[] = [];
    const lengths: number[] = [];
    let textLength = 0;
    decodeInto(this.scalar, (text, at, length) => {
      starts.push(textLength);
      ats.push(at);
      lengths.push(length);
      textLength += text.length;
    });
    this.found = { starts, ats, lengths, textLength };
    return this.found;
  }
}

/** Index of the last number that is at most `limit`, in a rising list. */
function lastAtMost(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
