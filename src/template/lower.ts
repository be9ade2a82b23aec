import { compareDiagnostics, type Diagnostic, type Outcome } from "../source/index.ts";
import { BlockReader } from "./block-reader.ts";
import { LIMITS } from "./limits.ts";
import { LiquidText, type PartialText } from "./liquid-text.ts";
import { piecesOf, reportStrayBraces } from "./pieces.ts";
import { TOO_LARGE } from "./syntax-findings.ts";
import { textNode } from "./text-node.ts";
import type { Template } from "./tree.ts";

/** Where a text stands, and the partials that it may render, by name (without `.liquid`). */
export interface LowerOptions {
  readonly locate: PartialText["locate"];
  readonly partials: ReadonlyMap<string, PartialText>;
}

/**
 * Reads a Liquid text into the closed tree; everything outside the campaign language is a finding.
 *
 * Tokens, values and white space control are liquidjs' own, through its public tokenizer. Only the blocks are put
 * together here, so that every tag keeps its place and one mistake does not hide the next. A test renders the same
 * texts with liquidjs and with an interpreter of this tree, and compares.
 *
 * The value is complete where there are no findings; otherwise it holds the parts that could be read.
 *
 * @example lowerTemplate("Hi {{ name }}", { locate, partials: new Map() }).value.length // 2
 */
export function lowerTemplate(text: string, options: LowerOptions): Outcome<Template> {
  const diagnostics: Diagnostic[] = [];
  const source = new LiquidText(text, options.locate, diagnostics);
  const shared: SharedReading = { partials: options.partials, read: new Map(), nodes: 0, isTooLarge: false };
  const value = readText(source, shared, [], 0);
  return { value, diagnostics: diagnostics.sort(compareDiagnostics) };
}

/** What the text and the partials of one call share. */
export interface SharedReading {
  readonly partials: ReadonlyMap<string, PartialText>;
  /** Partials that have been read, with the nodes that each adds wherever it is rendered. */
  readonly read: Map<string, { readonly body: Template; readonly nodes: number }>;
  nodes: number;
  isTooLarge: boolean;
}

/** One text or partial; `stack` names the partials that it stands in, `depth` counts the blocks around it. */
export function readText(
  source: LiquidText,
  shared: SharedReading,
  stack: readonly string[],
  depth: number,
): Template {
  const { text } = source;
  if (text.length > LIMITS.units) {
    source.report(TOO_LARGE, 0, 80, `this text is longer than ${LIMITS.units / 1000},000 characters`);
    return [];
  }
  if (!/\{[{%]/.test(text)) {
    reportStrayBraces(source, 0, text.length);
    return text === "" ? [] : [textNode(source, 0, text.length)];
  }
  return new BlockReader(source, shared, stack, depth, piecesOf(source)).body();
}
