import type { RuleMeta } from "../source/index.ts";
import {
  ALIAS,
  ANCHOR,
  DIRECTIVE,
  KEY_NOT_A_NAME,
  MERGE_KEY,
  SEVERAL_DOCUMENTS,
  TYPE_TAG,
} from "./findings/refusals.ts";
import {
  BRACKET_NOT_CLOSED,
  DASH_INSIDE_LINE,
  QUOTE_NOT_CLOSED,
  UNEVEN_INDENT,
} from "./findings/structure.ts";
import {
  COLON_IN_TEXT,
  COMMA_IN_BRACES,
  COMMA_IN_CONDITION,
  COMMENT_IN_TEXT,
  QUOTE_ENDS_EARLY,
  TEMPLATE_AT_START,
  TEXT_NEEDS_QUOTES,
} from "./findings/traps.ts";
import { type Mend, WORD_UNIT } from "./mend.ts";
import {
  itemFrom,
  lineStartOf,
  quoted,
  restOfLine,
  type Stretch,
  sentenceFrom,
  textUnder,
  wordsOf,
} from "./words.ts";

/** What is wrong at one place. */
export interface Fault {
  readonly meta: RuleMeta;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly remedy?: string;
}

/** What the last lexeme on a line was; blanks do not count. */
type Kind = "none" | "plain" | "quoted" | "closer" | "colon" | "dash" | "header" | "other";

/** An open `{` or `[`, and the item being read in it. */
interface Level {
  readonly map: boolean;
  readonly open: number;
  /** The comma before this item, or -1 in the first one. */
  comma: number;
  itemStart: number;
  itemEnd: number;
  itemIsPlain: boolean;
  colon: number;
  /** The text that a comma may have cut: where it starts, and the key it stands under. -1 where there is none. */
  cutStart: number;
  cutKey: string;
  cutFault: (Fault & { end: number }) | undefined;
}

const BLOCK_HEADER = /^[|>](?:[1-9]?[+-]?|[+-][1-9])$/;
const TAKES_A_LIST = /\bis (?:not one|none|one) of\b/;
const IS_A_CONDITION = /^(?:not\s|[\s(])*[a-z_]\w*\.\w/;
const CONTROL_SCALAR = 0x1f;
const CONTROL_DOCUMENT = 0x02;
const CONTROL_FLOW_END = 0x18;

/**
 * Watches the lexemes of a YAML text go by and recognises the places where YAML silently means something else than
 * the author: a colon in a sentence, a number sign in a sentence, a comma between braces.
 *
 * It looks at lexemes, not at the tree, because such a place gives a tree that is well formed and wrong.
 */
export class Watch {
  /** Traps, one a line. */
  readonly traps: Fault[] = [];
  /** What to change in a copy of the text so that the traps are gone. */
  readonly mends: Mend[] = [];
  /** Faults that need no mending: the reading goes on as it is. */
  readonly faults: Fault[] = [];
  /** True where lexemes can no longer be trusted, so that this reading should end. */
  derailed = false;
  /** True where a second document begins. */
  documentEnds = false;

  private lineStart = 0;
  private kind: Kind = "none";
  private lastStart = 0;
  private lastEnd = 0;
  /** The colon after the key of this line, or -1. */
  private colonAt = -1;
  private trapLine = -1;
  private scalarNext = false;
  private blockNext = false;
  private hasContent = false;
  private readonly flow: Level[] = [];

  constructor(
    /** The text being read, and the original that it is a mended copy of: words are quoted from there. */
    private readonly text: string,
    private readonly original: string,
  ) {}

  /** Takes the next lexeme, as `yaml`'s `Lexer` gives them, and its offset. */
  see(lexeme: string, at: number): void {
    const end = at + lexeme.length;
    if (this.scalarNext) {
      this.scalarNext = false;
      if (this.blockNext) this.blockBody(end);
      else if (end > at) this.plain(at, end);
      return;
    }
    switch (lexeme.charCodeAt(0)) {
      case 0x20:
      case 0x09:
      case 0xfeff:
        break;
      case 0x0a:
      case 0x0d:
        this.newline(end);
        break;
      case CONTROL_SCALAR:
        this.scalarNext = true;
        break;
      case CONTROL_DOCUMENT:
        if (this.hasContent) this.secondDocument(at);
        break;
      case CONTROL_FLOW_END:
        this.endOfFlow();
        break;
      case 0x23: // #
        this.comment(at);
        break;
      case 0x3a: // :
        this.flow.length === 0 ? this.colon(at) : this.colonInFlow(at);
        break;
      case 0x2c: // ,
        this.comma(at);
        break;
      case 0x2d: // -
        if (lexeme === "---") this.documentStart(at, end);
        else this.dash(at);
        break;
      case 0x22: // "
      case 0x27: // '
        this.quotedScalar(lexeme, at, end);
        break;
      case 0x5b: // [
      case 0x7b: // {
        this.opener(lexeme, at);
        break;
      case 0x5d: // ]
      case 0x7d: // }
        this.closer(lexeme, at);
        break;
      case 0x7c: // |
      case 0x3e: // >
        this.header(lexeme, at, end);
        break;
      case 0x2a: // *
        this.alias(at);
        break;
      case 0x26: // &
      case 0x21: // !
        this.property(lexeme, at, end);
        break;
      case 0x3f: // ?
        this.question(at);
        break;
      case 0x25: // %
        this.directive(at, end);
        break;
      default:
        if (this.kind === "header") this.textNeedsQuotes(this.lastStart);
    }
  }

  /** Must be called after the last lexeme. */
  finish(): void {
    this.endOfFlow();
  }

  private plain(at: number, end: number): void {
    if (this.kind === "quoted") this.quoteEndsEarly();
    else if (this.kind === "closer" && this.flow.length === 0) this.textNeedsQuotes(this.lastStart);
    this.word("plain", at, end);
  }

  private quotedScalar(lexeme: string, at: number, end: number): void {
    if (this.flow.length === 0) {
      if (this.kind === "quoted") this.quoteEndsEarly();
      else if (this.kind === "closer") this.textNeedsQuotes(this.lastStart);
    }
    if (!isClosed(lexeme)) {
      this.trap(QUOTE_NOT_CLOSED, [{ at, replacement: WORD_UNIT }], () => ({
        ...restOfLine(this.text, at),
        message: `The quote that opens here is not closed.`,
      }));
    }
    this.word("quoted", at, end);
  }

  private word(kind: Kind, at: number, end: number): void {
    this.kind = kind;
    this.lastStart = at;
    this.lastEnd = end;
    this.hasContent = true;
    const level = this.flow.at(-1);
    if (level === undefined) return;
    if (level.itemStart < 0) {
      level.itemStart = at;
      level.itemIsPlain = kind === "plain";
    }
    level.itemEnd = end;
  }

  private blockBody(end: number): void {
    this.blockNext = false;
    this.startLine(end);
  }

  private newline(end: number): void {
    if (this.traps.length > 0 && this.flow.length > 0) this.derailed = true;
    this.startLine(end);
  }

  private startLine(at: number): void {
    this.lineStart = at;
    this.kind = "none";
    this.colonAt = -1;
  }

  private documentStart(at: number, end: number): void {
    if (this.hasContent) this.secondDocument(at, end);
    this.hasContent = true;
    this.kind = "other";
  }

  private secondDocument(at: number, end = restOfLine(this.text, at).end): void {
    this.documentEnds = true;
    this.faults.push({
      meta: SEVERAL_DOCUMENTS,
      start: at,
      end,
      message: "A second page begins here; nothing after this line would be read.",
    });
  }

  private directive(at: number, end: number): void {
    this.trap(DIRECTIVE, [{ at, replacement: "#" }], () => ({
      start: at,
      end,
      message: `"${this.words({ start: at, end })}" is an instruction to a YAML program, not a part of a page.`,
    }));
  }

  private comment(at: number): void {
    if (this.kind !== "plain") {
      if (!/^[\s\ufeff]?$/.test(this.text.charAt(at - 1))) this.commentTooNear(at);
      return;
    }
    const setOff = at - this.lastEnd > 1 && /^(?:\s|$)/.test(this.text.charAt(at + 1));
    if (setOff) return;
    this.trap(COMMENT_IN_TEXT, [{ at, replacement: WORD_UNIT }], () => {
      const kept = this.words({ start: this.lastStart, end: this.lastEnd });
      const rest = restOfLine(this.text, at);
      const whole = this.words({ start: this.lastStart, end: rest.end });
      return {
        ...rest,
        message: /\s/.test(kept)
          ? `Everything after # is a comment; patients would read only "${kept}".`
          : `Everything after # is a comment; the value would be only "${kept}".`,
        remedy: `Put the text in quotes: ${quoted(whole)}. If the rest is a comment, write two spaces before the # and one after it.`,
      };
    });
  }

  private commentTooNear(at: number): void {
    const { start, end } = restOfLine(this.text, at);
    this.faults.push({
      meta: COMMENT_IN_TEXT,
      start,
      end,
      message: "A comment needs a space before its #.",
      remedy: "Write two spaces before the #.",
    });
  }

  private colon(at: number): void {
    const afterPlain = this.kind === "plain";
    const spansLines = afterPlain && this.text.slice(this.lastStart, this.lastEnd).includes("\n");
    if (this.colonAt >= 0) {
      if (!(spansLines && this.keyTooFarRight(at))) this.colonInText(at);
    } else {
      if (afterPlain && this.text.slice(this.lastStart, this.lastEnd) === "<<") this.mergeKey();
      this.colonAt = at;
    }
    this.kind = "colon";
    this.hasContent = true;
  }

  private colonInText(at: number): void {
    this.trap(COLON_IN_TEXT, [{ at, replacement: WORD_UNIT }], () => {
      const start = skipBlanks(this.text, this.colonAt + 1);
      const stretch = sentenceFrom(this.text, start, keyColumn(this.text, this.colonAt));
      return { ...stretch, ...this.inQuotes("A colon in a sentence needs quotes.", stretch) };
    });
  }

  /** A key below a text, indented as if it went on with it. */
  private keyTooFarRight(at: number): boolean {
    const lineStart = lineStartOf(this.text, at);
    const start = skipBlanks(this.text, lineStart);
    const key = this.text.slice(start, this.lastEnd);
    if (!/^[a-z][\w-]*$/.test(key)) return false;
    const above = lineStartOf(this.text, this.colonAt);
    const column = keyColumn(this.text, this.colonAt);
    const sibling = this.text.slice(above + column, this.colonAt).trim();
    let textEnd = lineStart;
    while (/\s/.test(this.text.charAt(textEnd - 1))) textEnd--;
    const moved = `\n${" ".repeat(column)}`.padStart(start - textEnd, " ");
    this.trap(UNEVEN_INDENT, [{ at: textEnd, replacement: moved }], () => ({
      start,
      end: this.lastEnd,
      message: `\`${key}\` is indented further than \`${sibling}\` above it, so it would be read as part of that text.`,
      remedy: `Begin \`${key}\` in the same column as \`${sibling}\`; if it belongs to the text, put the whole text in quotes.`,
    }));
    this.colonAt = at;
    return true;
  }

  private mergeKey(): void {
    const { start, end } = restOfLine(this.text, this.lastStart);
    this.trap(MERGE_KEY, [{ at: start, replacement: " ".repeat(end - start) }], () => ({
      start,
      end,
      message: "<< would copy entries in from another place in the file.",
    }));
  }

  private colonInFlow(at: number): void {
    const level = this.flow.at(-1);
    if (level === undefined) return;
    if (level.map && level.colon < 0) {
      level.colon = at;
      level.cutStart = skipBlanks(this.text, at + 1);
      level.cutKey = this.original.slice(level.itemStart, level.itemEnd);
      level.cutFault = undefined;
    } else {
      const start = level.map ? level.cutStart : level.itemStart;
      this.trap(COLON_IN_TEXT, [{ at, replacement: WORD_UNIT }], () => {
        const stretch = itemFrom(this.text, start < 0 ? at : start);
        return { ...stretch, ...this.inQuotes("A colon in a sentence needs quotes.", stretch) };
      });
    }
    this.kind = "colon";
  }

  private comma(at: number): void {
    const level = this.flow.at(-1);
    if (level === undefined) return;
    this.endItem(level);
    level.comma = at;
    level.itemStart = -1;
    level.itemIsPlain = false;
    level.colon = -1;
    this.kind = "other";
  }

  private opener(lexeme: string, at: number): void {
    if (this.flow.length === 0) {
      if (this.kind === "quoted") this.quoteEndsEarly();
      else if (this.kind === "closer") this.textNeedsQuotes(this.lastStart);
    }
    if (lexeme === "{" && /^[{%]/.test(this.text.charAt(at + 1))) this.templateAtStart(at);
    this.word("other", at, at + 1);
    this.flow.push({
      map: lexeme === "{",
      open: at,
      comma: -1,
      itemStart: -1,
      itemEnd: -1,
      itemIsPlain: false,
      colon: -1,
      cutStart: -1,
      cutKey: "",
      cutFault: undefined,
    });
  }

  private closer(lexeme: string, at: number): void {
    const level = this.flow.pop();
    if (level === undefined) {
      this.trap(BRACKET_NOT_CLOSED, [{ at, replacement: WORD_UNIT }], () => ({
        start: at,
        end: at + 1,
        message: `This ${lexeme} closes nothing: no ${lexeme === "}" ? "{" : "["} stands before it.`,
        remedy: `Delete the ${lexeme}, or put the text that it belongs to in quotes.`,
      }));
      return;
    }
    this.endItem(level);
    if (level.map !== (lexeme === "}")) this.notClosed(level);
    this.word("closer", level.open, at + 1);
    if (this.flow.length > 0) this.lastStart = level.open;
  }

  private endOfFlow(): void {
    const innermost = this.flow.at(-1);
    if (innermost !== undefined) this.notClosed(innermost);
    this.flow.length = 0;
  }

  private notClosed({ map, open }: Level): void {
    const [opening, closing] = map ? ["{", "}"] : ["[", "]"];
    this.faults.push({
      meta: BRACKET_NOT_CLOSED,
      start: open,
      end: open + 1,
      message: `The ${opening} that opens here is not closed.`,
      remedy: `Write ${closing} where the ${map ? "group" : "list"} ends. If the ${opening} belongs to a text, put the text in quotes.`,
    });
  }

  /** An item between brackets is complete: was it the rest of a text that a comma cut? */
  private endItem(level: Level): void {
    if (level.itemStart < 0) return;
    const cut = level.comma >= 0 && level.cutStart >= 0 && level.itemIsPlain && level.colon < 0;
    if (level.map) {
      if (cut) this.cutByComma(level);
      else if (level.colon < 0) level.cutStart = -1;
      return;
    }
    const item = this.text.slice(level.itemStart, level.itemEnd);
    if (cut && !IS_A_CONDITION.test(item)) this.cutByComma(level);
    else {
      level.cutStart = level.itemIsPlain && TAKES_A_LIST.test(item) ? level.itemStart : -1;
      level.cutFault = undefined;
    }
  }

  private cutByComma(level: Level): void {
    const stretch = { start: level.cutStart, end: level.itemEnd };
    const mend = { at: level.comma, replacement: WORD_UNIT };
    if (level.cutFault !== undefined) {
      level.cutFault.end = level.itemEnd;
      this.mends.push(mend);
      return;
    }
    const before = this.words({ start: level.cutStart, end: level.comma });
    const fault = level.map
      ? {
          meta: COMMA_IN_BRACES,
          ...stretch,
          message: `The comma ended ${textUnder(level.cutKey)} after "${before}".`,
          remedy: "Put each language, or each key, on its own line without braces, or the text in quotes.",
        }
      : {
          meta: COMMA_IN_CONDITION,
          ...stretch,
          message: `The comma in brackets ended the condition after "${before}".`,
        };
    level.cutFault = fault;
    this.report(fault, [mend]);
  }

  private header(lexeme: string, at: number, end: number): void {
    if (BLOCK_HEADER.test(lexeme)) {
      this.word("header", at, end);
      this.blockNext = true;
    } else this.textNeedsQuotes(at);
  }

  private alias(at: number): void {
    this.trap(ALIAS, [{ at, replacement: WORD_UNIT }], () => {
      const stretch = this.flow.length > 0 ? itemFrom(this.text, at) : restOfLine(this.text, at);
      const words = this.words(stretch);
      return {
        ...stretch,
        message: `"${words}" would stand for something written elsewhere in the file, because it begins with *.`,
        remedy: `Write the value itself. If this is a text, put it in quotes: ${quoted(words)}.`,
      };
    });
  }

  private property(lexeme: string, at: number, end: number): void {
    const tag = lexeme.startsWith("!");
    this.trap(tag ? TYPE_TAG : ANCHOR, [{ at, replacement: " ".repeat(end - at) }], () => ({
      start: at,
      end,
      message: tag
        ? `"${this.words({ start: at, end })}" would give the value a type.`
        : `"${this.words({ start: at, end })}" would mark the value to be repeated elsewhere.`,
    }));
  }

  private question(at: number): void {
    const { end } = restOfLine(this.text, at);
    this.faults.push({
      meta: KEY_NOT_A_NAME,
      start: at,
      end,
      message: "A line that begins with a question mark and a space makes a key of what follows it.",
      remedy: "Write one word and a colon, such as `title:`. If this is a text, put it in quotes.",
    });
    this.hasContent = true;
    this.kind = "dash";
  }

  private dash(at: number): void {
    if (this.flow.length === 0 && (this.kind === "none" || this.kind === "dash")) this.kind = "dash";
    else {
      this.trap(DASH_INSIDE_LINE, [{ at, replacement: WORD_UNIT }], () => {
        const stretch = this.flow.length > 0 ? itemFrom(this.text, at) : restOfLine(this.text, at);
        return {
          ...stretch,
          message: "A dash begins a line of its own.",
          remedy: `Put each item on a line of its own below the key. If this is a text, put it in quotes: ${quoted(this.words(stretch))}.`,
        };
      });
    }
    this.hasContent = true;
  }

  private templateAtStart(at: number): void {
    const { end } = restOfLine(this.text, at);
    const mends: Mend[] = [];
    for (const brace of this.text.slice(at, end).matchAll(/\{[{%]|[%}]\}/g)) {
      mends.push({ at: at + brace.index, replacement: WORD_UNIT.repeat(2) });
    }
    this.trap(TEMPLATE_AT_START, mends, () => {
      const stretch =
        this.flow.length > 0 ? { start: at, end: templateItemEnd(this.text, at, end) } : { start: at, end };
      const key = this.flow.length === 0 && this.colonAt >= 0 ? this.keyOfLine() : undefined;
      return {
        ...stretch,
        message: `A text that begins with ${this.text.slice(at, at + 2)} cannot stand beside its key.`,
        remedy:
          key === undefined
            ? `Put it in quotes: ${quoted(this.words(stretch))}.`
            : `Write \`${key}: |\` and the text on the next line, indented.`,
      };
    });
  }

  private keyOfLine(): string {
    const start = lineStartOf(this.text, this.colonAt) + keyColumn(this.text, this.colonAt);
    return this.words({ start, end: this.colonAt });
  }

  private quoteEndsEarly(): void {
    const at = this.lastStart;
    this.trap(QUOTE_ENDS_EARLY, [{ at, replacement: WORD_UNIT }], () => {
      const stretch = this.flow.length > 0 ? itemFrom(this.text, at) : restOfLine(this.text, at);
      const kept = this.words({ start: at + 1, end: this.lastEnd - 1 });
      return {
        ...stretch,
        message: `The text in quotes ends after "${kept}", but the line goes on.`,
        remedy: `Put the whole text in quotes: ${quoted(withoutOuterQuotes(this.words(stretch)))}.`,
      };
    });
  }

  private textNeedsQuotes(at: number): void {
    this.trap(TEXT_NEEDS_QUOTES, [{ at, replacement: WORD_UNIT }], () => {
      const stretch = restOfLine(this.text, at);
      const sign = this.text.charAt(at);
      const below =
        sign === "|" || sign === ">"
          ? ` Or end the line after ${sign} and write the text below it, indented.`
          : "";
      const quotes = this.inQuotes(`A text that begins with ${sign} needs quotes.`, stretch);
      return { ...stretch, message: quotes.message, remedy: quotes.remedy + below };
    });
  }

  private inQuotes(message: string, stretch: Stretch): { message: string; remedy: string } {
    return { message, remedy: `Write ${quoted(this.words(stretch))}.` };
  }

  private words(stretch: Stretch): string {
    return wordsOf(this.original, stretch);
  }

  /** Notes a trap. Its words are only looked for where it is the first of its line, as lines may be very long. */
  private trap(meta: RuleMeta, mends: readonly Mend[], describe: () => Omit<Fault, "meta">): void {
    if (this.trapLine === this.lineStart) this.mends.push(...mends);
    else this.report({ meta, ...describe() }, mends);
  }

  private report(fault: Fault, mends: readonly Mend[]): void {
    this.mends.push(...mends);
    if (this.trapLine === this.lineStart) return;
    this.trapLine = this.lineStart;
    this.traps.push(fault);
  }
}

function isClosed(lexeme: string): boolean {
  return lexeme.length > 1 && lexeme.endsWith(lexeme.charAt(0));
}

function skipBlanks(text: string, at: number): number {
  let i = at;
  while (text[i] === " " || text[i] === "\t") i++;
  return i;
}

/** Column of the key on the line of the colon at `at`, after the dashes before it. */
function keyColumn(text: string, at: number): number {
  const lineStart = lineStartOf(text, at);
  return /^ *(?:- +)*/.exec(text.slice(lineStart, at))?.[0].length ?? 0;
}

/** The end of an item that begins with a template: a comma or closing brace outside of `{{…}}` and `{%…%}`. */
function templateItemEnd(text: string, start: number, lineEnd: number): number {
  const line = text.slice(start, lineEnd).replace(/\{\{.*?\}\}|\{%.*?%\}/g, (tag) => " ".repeat(tag.length));
  const stop = line.search(/[,\]}]/);
  return start + (stop < 0 ? line.length : text.slice(start, start + stop).trimEnd().length);
}

function withoutOuterQuotes(words: string): string {
  const quote = words.charAt(0);
  return words.length > 1 && words.endsWith(quote) ? words.slice(1, -1) : words;
}
