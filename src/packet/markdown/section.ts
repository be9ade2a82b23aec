/**
 * A section whose body is already Markdown. Its line is our own words, since it stands in HTML; without a body it is
 * that line.
 */
export interface MarkdownSection {
  readonly title: string;
  readonly line: string;
  readonly body: string | null;
}
