import type { CST } from "yaml";
import type { Diagnostic, Related, Span } from "../../source/index.ts";
import { diagnose } from "../../source/index.ts";
import type { YamlNode } from "../tree.ts";
import type { Fault } from "../watch.ts";

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
  const from = Math.min(start, original.length);
  const at = { file: path, start: from, end: Math.min(Math.max(from, end), original.length) };
  return diagnose(meta, { at, message, related, ...(remedy !== undefined && { remedy }) });
}
