import type { CST } from "yaml";
import type { Diagnostic, Related, Span } from "../../source/index.ts";
import { diagnose } from "../../source/index.ts";
import type { Fault } from "../fault.ts";
import type { YamlNode } from "../tree.ts";
import type { Stretch } from "../words.ts";

/** What composing one file shares: its texts, what it found wrong, and how to compose a node of any kind. */
export interface Composition {
  readonly path: string;
  /** The file as it is: words are taken from here. */
  readonly original: string;
  /** The text that the tokens describe: the original, or a copy of the same length in which traps are mended. */
  readonly text: string;
  readonly diagnostics: Diagnostic[];
  node(token: CST.Token): YamlNode;
}

export function spanOf(c: Composition, start: number, end: number): Span {
  return { file: c.path, start, end };
}

export function report(c: Composition, fault: Fault, related: readonly Related[] = []): void {
  c.diagnostics.push(diagnosticOf(c, fault, related));
}

/** A fault as a diagnostic, its span within the text whatever a broken file made of it. */
export function diagnosticOf(
  { path, original }: Pick<Composition, "path" | "original">,
  { meta, start, end, message, remedy }: Fault,
  related: readonly Related[] = [],
): Diagnostic {
  const at = { file: path, ...visible(original, start, end) };
  return diagnose(meta, { at, message, related, ...(remedy !== undefined && { remedy }) });
}

/** A stretch within the text that shows something to underline: an empty one takes in the character before it. */
function visible(text: string, start: number, end: number): Stretch {
  const stretch = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
  if (stretch.end > stretch.start) return stretch;
  const before = text.slice(0, stretch.start).trimEnd().length;
  return before > 0 ? { start: before - 1, end: before } : { start: 0, end: Math.min(1, text.length) };
}
