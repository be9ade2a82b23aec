import { type Diagnostic, LineIndex, type Place, type SourceText, type Span } from "../source/index.ts";

/** What a renderer is given: the findings in their one order, and the texts that they point into. */
export interface Report {
  readonly findings: readonly Diagnostic[];
  /** Every text that was checked: their number is part of the tally. */
  readonly files: readonly SourceText[];
}

/** Findings → text. Pure: the same report gives the same bytes. */
export type Renderer = (report: Report) => string;

/** Looks up lines and columns; each file is indexed once, and only when a finding points into it. */
export class Places {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly indexes = new Map<string, LineIndex>();

  constructor(files: readonly SourceText[]) {
    this.texts = new Map(files.map((file) => [file.path, file.text]));
  }

  /** The lines of a file; nothing for a file that was not read (a missing `recare.yaml`). */
  lines(file: string): LineIndex | undefined {
    const known = this.indexes.get(file);
    if (known !== undefined) return known;
    const text = this.texts.get(file);
    if (text === undefined) return undefined;
    const index = new LineIndex(text);
    this.indexes.set(file, index);
    return index;
  }

  /** First and last place of a span; the top of the file where its text is not known. */
  of(span: Span): { readonly start: Place; readonly end: Place } {
    const index = this.lines(span.file);
    if (index === undefined) return { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    return { start: index.at(span.start), end: index.at(span.end) };
  }
}
