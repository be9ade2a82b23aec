import { LiquidError, type TagToken, Tokenizer, TypeGuards } from "liquidjs";
import { engine } from "./engine.ts";
import { LIMITS } from "./limits.ts";
import type { LiquidText } from "./liquid-text.ts";
import { BLOCK_OPEN, OUTPUT_OPEN, STRAY_BRACES, TAG_OPEN, TOO_LARGE, UNREADABLE } from "./syntax-findings.ts";

type LiquidTagToken = ReturnType<Tokenizer["readLiquidTagTokens"]>[number];

/** A stretch of a Liquid text, by offsets: `start` to `end` as written, `inner` what stands between the braces. */
export type Piece =
  | { readonly kind: "text"; readonly start: number; readonly end: number }
  | { readonly kind: "output"; readonly start: number; readonly end: number; readonly inner: Range }
  | TagPiece;

export interface TagPiece {
  readonly kind: "tag";
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What stands behind the name. */
  readonly inner: Range;
}

export type Range = readonly [start: number, end: number];

/**
 * Cuts a text into literal text, outputs and tags, as liquidjs does, white space control and `raw` blocks included.
 *
 * Braces that are opened or closed alone are reported; what stands before them is still returned.
 */
export function piecesOf(source: LiquidText): Piece[] {
  const pieces: Piece[] = [];
  let raw = false;
  for (const token of tokensOf(source)) {
    if (TypeGuards.isHTMLToken(token)) {
      const start = raw ? token.begin : token.begin + token.trimLeft;
      const end = raw ? token.end : token.end - token.trimRight;
      if (start >= end) continue;
      if (!raw) reportStrayBraces(source, start, end);
      pieces.push({ kind: "text", start, end });
    } else if (TypeGuards.isTagToken(token)) {
      raw = token.name === "raw";
      if (raw || token.name === "endraw") continue;
      const piece = tagPiece(token);
      if (isWhole(source, piece)) pieces.push(piece);
    } else {
      const { begin: start, end, contentRange: inner } = token;
      const piece: Piece = { kind: "output", start, end, inner };
      if (isWhole(source, piece)) pieces.push(piece);
    }
  }
  return pieces;
}

/** The lines of a `liquid` tag, each a tag of its own. */
export function linesOf(source: LiquidText, tag: TagPiece): TagPiece[] {
  const { options } = engine();
  try {
    const [start, end] = tag.inner;
    const tokenizer = new Tokenizer(source.text, options.operators, undefined, [start, end]);
    return tokenizer.readLiquidTagTokens(options).map(tagPiece);
  } catch (error) {
    rethrowUnlessLiquid(error);
    const message = "a line of this liquid tag does not begin with the name of a tag";
    source.report(
      UNREADABLE,
      tag.start,
      tag.end,
      message,
      "Begin each line with a tag, as in: assign x = 1.",
    );
    return [];
  }
}

/** Passes on what is not a complaint of liquidjs about a text. */
export function rethrowUnlessLiquid(error: unknown): void {
  if (!LiquidError.is(error) && !(error instanceof Error && error.name === "AssertionError")) throw error;
}

function tagPiece(token: TagToken | LiquidTagToken): TagPiece {
  const { name, args, begin: start, end, contentRange } = token;
  return { kind: "tag", name, start, end, inner: [contentRange[1] - args.length, contentRange[1]] };
}

function tokensOf(source: LiquidText) {
  const { options } = engine();
  const { text } = source;
  try {
    return new Tokenizer(text, options.operators).readTopLevelTokens(options);
  } catch (error) {
    rethrowUnlessLiquid(error);
  }
  const tokenizer = new Tokenizer(text, options.operators);
  const tokens = [];
  let start = 0;
  try {
    while (tokenizer.p < tokenizer.N) {
      start = tokenizer.p;
      tokens.push(tokenizer.readTopLevelToken(options));
    }
  } catch (error) {
    rethrowUnlessLiquid(error);
    const last = tokens.at(-1);
    if (last && TypeGuards.isTagToken(last) && last.name === "raw")
      reportOpenRaw(source, last.begin, last.end);
    else reportBrokenToken(source, start);
  }
  return tokens;
}

function reportBrokenToken(source: LiquidText, start: number): void {
  const rest = source.text.slice(start);
  if (rest.startsWith("{{")) {
    reportOpenOutput(source, start);
  } else if (/^\{%-?\s*-?%\}/.test(rest)) {
    const end = start + rest.indexOf("%}") + 2;
    source.report(
      UNREADABLE,
      start,
      end,
      "there is no tag between {% and %}",
      "Remove the braces, or write a tag.",
    );
  } else {
    reportOpenTag(source, start);
  }
}

function reportOpenRaw(source: LiquidText, start: number, end: number): void {
  const message = "this raw block is opened and never closed";
  source.report(BLOCK_OPEN, start, end, message, "Write {% endraw %} where the raw text ends.");
}

function reportOpenOutput(source: LiquidText, start: number): void {
  const seen = /^\{\{[^{}\n]*\}?/.exec(source.text.slice(start, start + 200))?.[0] ?? "{{";
  source.report(
    OUTPUT_OPEN,
    start,
    start + seen.length,
    `${short(seen)} is opened with {{ and not closed with }}`,
  );
}

function reportOpenTag(source: LiquidText, start: number): void {
  const seen = /^\{%[^{}%\n]*[%}]?/.exec(source.text.slice(start, start + 200))?.[0] ?? "{%";
  source.report(
    TAG_OPEN,
    start,
    start + seen.length,
    `${short(seen)} is opened with {% and not closed with %}`,
  );
}

/** Whether a piece is one tag or output, rather than one that was left open and swallowed the next. */
function isWhole(source: LiquidText, piece: Exclude<Piece, { kind: "text" }>): boolean {
  const inner = source.slice(piece.inner);
  if (/\{[{%]/.test(withoutQuoted(inner))) {
    if (piece.kind === "output") reportOpenOutput(source, piece.start);
    else reportOpenTag(source, piece.start);
    return false;
  }
  if (bracketDepth(inner) > LIMITS.depth) {
    source.report(TOO_LARGE, piece.start, piece.end, `this holds brackets more than ${LIMITS.depth} deep`);
    return false;
  }
  return true;
}

/** A text without what stands in quotes. */
export function withoutQuoted(text: string): string {
  return text.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gs, '""');
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === "[" || character === "(") deepest = Math.max(deepest, ++depth);
    else if (character === "]" || character === ")") depth--;
  }
  return deepest;
}

const STRAY = /\}\}|%\}|\{ {0,3}[a-z_]\w{0,60}(?:\.\w{1,60}){0,5} {0,3}\}/gi;

/** Reports braces in a literal text that patients would read. */
export function reportStrayBraces(source: LiquidText, start: number, end: number): void {
  for (const match of source.text.slice(start, end).matchAll(STRAY)) {
    const [seen] = match;
    const at = start + match.index;
    if (seen.startsWith("{")) {
      const name = seen.slice(1, -1).trim();
      const message = `patients would read ${seen}, with its braces`;
      source.report(STRAY_BRACES, at, at + seen.length, message, `Write {{ ${name} }}.`);
    } else {
      const opening = seen === "}}" ? "{{" : "{%";
      source.report(
        STRAY_BRACES,
        at,
        at + seen.length,
        `patients would read ${seen}: there is no ${opening} before it`,
        `Write ${opening} where the name or tag begins.`,
      );
    }
  }
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text;
}
