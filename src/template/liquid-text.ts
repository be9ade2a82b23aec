import { type Diagnostic, diagnose, type RuleMeta, type Span } from "../source/index.ts";

/** A Liquid text as the author wrote it, and where each stretch of it stands in a file. */
export interface PartialText {
  readonly text: string;
  /** Span in the file of the decoded text from `start` to `end` (exclusive). */
  readonly locate: (start: number, end: number) => Span;
}

/** One text while it is read: reports findings about stretches of it. */
export class LiquidText {
  constructor(
    readonly text: string,
    readonly locate: (start: number, end: number) => Span,
    private readonly diagnostics: Diagnostic[],
  ) {}

  report(meta: RuleMeta, start: number, end: number, message: string, remedy?: string): void {
    this.reportAt(meta, this.locate(start, end), message, remedy);
  }

  reportAt(meta: RuleMeta, at: Span, message: string, remedy?: string): void {
    this.diagnostics.push(diagnose(meta, { at, message, ...(remedy !== undefined && { remedy }) }));
  }

  slice([start, end]: readonly [start: number, end: number]): string {
    return this.text.slice(start, end);
  }

  /** Another text whose findings go to the same place. */
  sibling({ text, locate }: PartialText): LiquidText {
    return new LiquidText(text, locate, this.diagnostics);
  }
}
