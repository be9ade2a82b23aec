import { CST, Lexer, Parser } from "yaml";
import type { Fault } from "./fault.ts";
import { TOO_DEEP, TOO_MANY_ENTRIES } from "./findings/limits.ts";
import { grouped, MAX_DEPTH, MAX_ENTRIES } from "./limits.ts";
import { type Mend, mended } from "./mend.ts";
import { Watch } from "./traps/watch.ts";
import { lineStartOf } from "./words.ts";

/** A text taken apart: its one document as a concrete tree, its comments, and what was wrong on the way. */
export interface Reading {
  /** The text that the tree describes: the original, or a copy in which traps are mended. */
  readonly text: string;
  readonly document: CST.Document | undefined;
  /** What the parser could place nowhere. */
  readonly strays: readonly CST.ErrorToken[];
  /** Offset and length of each comment, in order. */
  readonly comments: readonly { readonly start: number; readonly end: number }[];
  readonly traps: readonly Fault[];
  readonly faults: readonly Fault[];
  /** The limit that ended the reading. */
  readonly limit: Fault | undefined;
}

/** Each reading mends at least one trap; a text that needs more readings than this is read as it is. */
const MAX_READINGS = 12;

/** Reads a text, mends the traps in a copy, and reads the copy, until there is none left. */
export function read(original: string, mends: readonly Mend[]): Reading {
  const traps: Fault[] = [];
  /** A line with a mended trap may show another: that one is a part of the same mistake. */
  const trapLines = new Set<number>();
  let made = mends;
  for (let readings = 1; ; readings++) {
    const text = mended(original, made);
    const { watch, ...reading } = readOnce(text, original, readings === MAX_READINGS);
    for (const trap of watch.traps) {
      const line = lineStartOf(original, trap.start);
      if (!trapLines.has(line)) traps.push(trap);
      trapLines.add(line);
    }
    if (watch.mends.length === 0 || readings === MAX_READINGS) {
      return { ...reading, text, traps, faults: watch.faults };
    }
    made = made.concat(watch.mends);
  }
}

interface OneReading extends Omit<Reading, "text" | "traps" | "faults"> {
  readonly watch: Watch;
}

/**
 * One reading. At the first trap it stops building the tree and only looks for more, unless it is the `last` reading,
 * which gives a tree in any case.
 */
function readOnce(text: string, original: string, last: boolean): OneReading {
  const watch = new Watch(text, original);
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const comments: { start: number; end: number }[] = [];
  let limit: Fault | undefined;
  let entries = 0;
  let lines = 0;
  let at = 0;
  /** `yaml` announces the content of a scalar by a lexeme of its own. */
  let isContent = false;
  for (const lexeme of new Lexer().lex(text)) {
    watch.see(lexeme, at);
    if (watch.isAtSecondDocument || (watch.isDerailed && !last)) break;
    if (!isContent) {
      if (isEntry(lexeme)) entries++;
      else if (isLineBreak(lexeme)) lines++;
      else if (lexeme.charCodeAt(0) === NUMBER_SIGN) comments.push({ start: at, end: at + lexeme.length });
    }
    if (last || watch.mends.length === 0) for (const token of parser.next(lexeme)) tokens.push(token);
    if (entries > MAX_ENTRIES || lines > MAX_ENTRIES) limit = tooManyEntries(at);
    if (isTooDeep(parser)) limit = tooDeep(at);
    if (limit !== undefined) break;
    if (isContent || !isMark(lexeme)) at += lexeme.length;
    isContent = !isContent && lexeme === CST.SCALAR;
  }
  watch.finish();
  for (const token of parser.end()) tokens.push(token);
  return {
    watch,
    document: tokens.find((token) => token.type === "document"),
    strays: tokens.filter((token) => token.type === "error"),
    comments,
    limit,
  };
}

const NUMBER_SIGN = 0x23;

/** Whether a lexeme is a sign between those of the text, without a place in it. */
function isMark(lexeme: string): boolean {
  return lexeme === CST.SCALAR || lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END;
}

function isEntry(lexeme: string): boolean {
  return lexeme === ":" || lexeme === "-" || lexeme === ",";
}

function isLineBreak(lexeme: string): boolean {
  return lexeme === "\n" || lexeme === "\r\n";
}

/** The parser's stack is the document, the collections that are open, and at most one scalar. */
function isTooDeep({ stack }: Parser): boolean {
  return stack.length > MAX_DEPTH + 1 && CST.isCollection(stack.at(-1));
}

function tooDeep(at: number): Fault {
  return {
    meta: TOO_DEEP,
    start: at,
    end: at + 1,
    message: `Here more than ${MAX_DEPTH} lists and groups stand inside each other; the rest of the file was not read.`,
  };
}

function tooManyEntries(at: number): Fault {
  return {
    meta: TOO_MANY_ENTRIES,
    start: at,
    end: at + 1,
    message: `The file has more than ${grouped(MAX_ENTRIES)} entries or empty lines; the rest was not read.`,
  };
}
