import type { Fault } from "../fault.ts";
import { type Mend, WORD_UNIT } from "../mend.ts";
import { itemFrom, lineStartOf, restOfLine, type Stretch, sentenceFrom, skipBlanks } from "../words.ts";
import * as faults from "./faults.ts";
import { FlowLevel } from "./flow-level.ts";

/** What the last lexeme on a line was; blanks do not count. `closed` is a whole `{…}` or `[…]`. */
type Last = "nothing" | "plain" | "quoted" | "closed" | "dash" | "header" | "other";

const BLOCK_HEADER = /^[|>](?:[1-9]?[+-]?|[+-][1-9])$/;

/** Signs that `yaml`'s lexer puts between the lexemes: a document begins, brackets end too early, a scalar follows. */
const DOCUMENT_SIGN = 0x02;
const FLOW_END_SIGN = 0x18;
const SCALAR_SIGN = 0x1f;

/**
 * Watches the lexemes of a YAML text go by and recognises the traps: places where YAML silently means something else
 * than the author, such as a colon or a number sign in a sentence.
 *
 * It looks at lexemes and not at the tree, because a trap gives a tree that is well formed and wrong.
 */
export class Watch {
  /** The traps found, at most one a line. */
  readonly traps: Fault[] = [];
  /** What to change in a copy of the text so that these traps are gone. */
  readonly mends: Mend[] = [];
  /** Faults that need no mending: the text can be read on as it is. */
  readonly faults: Fault[] = [];
  /** True where a trap has made the lexemes untrue, so that this reading should end. */
  isDerailed = false;
  /** True where a second document begins. */
  isAtSecondDocument = false;

  private lineStart = 0;
  /** The colon after the key of this line, or -1. */
  private keyColon = -1;
  /** The column that this key was moved to by a mend. */
  private movedTo: number | undefined;
  private last: Last = "nothing";
  private lastStart = 0;
  private lastEnd = 0;
  private trapLine = -1;
  private faultLine = -1;
  /** The end of the line on which a template at the start of a text is mended. */
  private templateEnd = -1;
  private scalarFollows = false;
  private blockFollows = false;
  private hasDocument = false;
  private hasContent = false;
  private readonly flow: FlowLevel[] = [];

  constructor(
    /** The text being read. */
    private readonly text: string,
    /** The text that it is a mended copy of: words are quoted from there. */
    private readonly original: string,
  ) {}

  /** Takes the next lexeme, as `yaml`'s `Lexer` gives them, and its offset. */
  see(lexeme: string, at: number): void {
    const end = at + lexeme.length;
    if (this.scalarFollows) {
      this.scalarFollows = false;
      if (this.blockFollows) this.block(end);
      else if (end > at) this.plain(at, end);
      return;
    }
    const unit = lexeme.charCodeAt(0);
    const isWord = unit > 0x20 && unit !== 0x23;
    if (this.last === "header" && isWord) this.needsQuotes();
    switch (unit) {
      case 0x20: // space
      case 0xfeff: // byte order mark
        break;
      case 0x0a: // line feed
      case 0x0d: // carriage return
        this.newline(end);
        break;
      case SCALAR_SIGN:
        this.scalarFollows = true;
        break;
      case DOCUMENT_SIGN:
        if (this.hasDocument) this.secondDocument(restOfLine(this.text, at));
        this.hasDocument = true;
        break;
      case FLOW_END_SIGN:
        this.endOfFlow();
        break;
      case 0x23: // #
        this.comment(at);
        break;
      case 0x3a: // :
        this.colon(at);
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
        this.quoted(lexeme, at, end);
        break;
      case 0x5b: // [
      case 0x7b: // {
        this.opener(lexeme === "{", at);
        break;
      case 0x5d: // ]
      case 0x7d: // }
        this.closer(lexeme === "}", at);
        break;
      case 0x7c: // |
      case 0x3e: // >
        this.header(lexeme, at, end);
        break;
      case 0x2a: // *
        this.trap([wordAt(at)], () => faults.alias(this.original, this.restFrom(at)));
        break;
      case 0x26: // &
      case 0x21: // !
        this.trap([blank(at, end)], () => faults.property(this.original, { start: at, end }));
        break;
      case 0x3f: // ?
        this.fault(() => faults.questionMark(restOfLine(this.text, at)));
        this.word("dash", at, end);
        break;
      case 0x25: // %
        this.trap([{ at, replacement: "#" }], () => faults.directive(this.original, { start: at, end }));
        break;
      default:
    }
  }

  /** Must be called after the last lexeme. */
  finish(): void {
    this.endOfFlow();
  }

  private plain(at: number, end: number): void {
    if (this.last === "quoted" || this.flow.length === 0) this.refuseAfterClosing();
    this.word("plain", at, end);
  }

  private quoted(lexeme: string, at: number, end: number): void {
    if (this.flow.length === 0) this.refuseAfterClosing();
    const isClosed = lexeme.length > 1 && lexeme.endsWith(lexeme.charAt(0));
    if (!isClosed) this.trap([wordAt(at)], () => faults.quoteNotClosed(restOfLine(this.text, at)));
    this.word("quoted", at, end);
  }

  /** Words after a closing quote or bracket: the author meant all of it as one text. */
  private refuseAfterClosing(): void {
    if (this.last === "closed") this.needsQuotes();
    if (this.last !== "quoted") return;
    const start = this.lastStart;
    const kept = { start: start + 1, end: this.lastEnd - 1 };
    this.trap([wordAt(start)], () => faults.quoteEndsEarly(this.original, this.restFrom(start), kept));
  }

  private needsQuotes(at = this.lastStart): void {
    this.trap([wordAt(at)], () => faults.textNeedsQuotes(this.original, restOfLine(this.text, at)));
  }

  private word(kind: Last, at: number, end: number): void {
    this.last = kind;
    this.lastStart = at;
    this.lastEnd = end;
    this.hasContent = true;
    this.flow.at(-1)?.word(at, end, kind === "plain");
  }

  private block(end: number): void {
    this.blockFollows = false;
    this.startLine(end);
  }

  private newline(end: number): void {
    if (this.traps.length > 0 && this.flow.length > 0) this.isDerailed = true;
    this.startLine(end);
  }

  private startLine(at: number): void {
    this.lineStart = at;
    this.last = "nothing";
    this.keyColon = -1;
    this.movedTo = undefined;
  }

  private documentStart(at: number, end: number): void {
    if (this.hasContent) this.secondDocument({ start: at, end });
    this.word("other", at, end);
  }

  private secondDocument(line: Stretch): void {
    this.isAtSecondDocument = true;
    this.fault(() => faults.secondDocument(line));
  }

  private comment(at: number): void {
    if (this.last !== "plain") {
      if (/[^\s\ufeff]/.test(this.text.charAt(at - 1)))
        this.faults.push(faults.commentTooNear(restOfLine(this.text, at)));
      return;
    }
    const isSetOff = at - this.lastEnd > 1 && /^(?:\s|$)/.test(this.text.charAt(at + 1));
    if (isSetOff) return;
    const kept = { start: this.lastStart, end: this.lastEnd };
    this.trap([wordAt(at)], () => faults.commentInText(this.original, kept, restOfLine(this.text, at)));
  }

  private colon(at: number): void {
    const level = this.flow.at(-1);
    if (level !== undefined) this.colonInFlow(level, at);
    else if (this.keyColon >= 0) {
      if (!this.isKeyInsideText(at)) this.colonInText(at);
    } else {
      if (this.lastWord() === "<<") this.mergeKey();
      this.keyColon = at;
    }
    this.last = "other";
    this.hasContent = true;
  }

  private colonInText(at: number): void {
    this.trap([wordAt(at)], () => {
      const start = skipBlanks(this.text, this.keyColon + 1);
      return faults.colonInText(
        this.original,
        sentenceFrom(this.text, start, keyColumn(this.text, this.keyColon)),
      );
    });
  }

  /** In braces the first colon ends the key and a second one is in the text; in brackets there are no keys. */
  private colonInFlow(level: FlowLevel, at: number): void {
    if (level.isMap && level.colon < 0) {
      level.keyEnds(this.original, at);
      return;
    }
    const start = level.isMap ? level.textStart : level.itemStart;
    this.trap([wordAt(at)], () =>
      faults.colonInText(this.original, { start: start < 0 ? at : start, end: itemFrom(this.text, at).end }),
    );
  }

  /**
   * A key below a text, indented as if it went on with it. The mend moves the line break to just before the key, so
   * that the key stands in its column and everything after it where it was.
   */
  private isKeyInsideText(at: number): boolean {
    if (!this.lastWord().includes("\n")) return false;
    const line = lineStartOf(this.text, at);
    const start = skipBlanks(this.text, line);
    if (!/^[a-z][\w-]*$/.test(this.text.slice(start, this.lastEnd))) return false;
    const above = this.keyColon;
    const column = this.movedTo ?? keyColumn(this.text, above);
    const textEnd = this.text.slice(0, line).trimEnd().length;
    const moved = `\n${" ".repeat(column)}`.padStart(start - textEnd, " ");
    this.trap([{ at: textEnd, replacement: moved }], () => {
      const sibling = this.text.slice(lineStartOf(this.text, above) + column, above).trim();
      return faults.keyInsideText(this.original, { start, end: this.lastEnd }, sibling);
    });
    this.keyColon = at;
    this.movedTo = column;
    return true;
  }

  private lastWord(): string {
    return this.last === "plain" ? this.text.slice(this.lastStart, this.lastEnd) : "";
  }

  private mergeKey(): void {
    const line = restOfLine(this.text, this.lastStart);
    this.trap([blank(line.start, line.end)], () => faults.mergeKey(line));
  }

  private comma(at: number): void {
    const level = this.flow.at(-1);
    if (level === undefined) return;
    this.endItem(level);
    level.nextItem(at);
    this.last = "other";
  }

  /** An item between brackets is complete: was it the rest of a text that a comma cut? */
  private endItem(level: FlowLevel): void {
    if (!level.isRestOfText(this.original)) return;
    const mend = wordAt(level.comma);
    if (level.isCut) {
      this.extendTrap(level.textStart, level.itemEnd);
      this.mends.push(mend);
      return;
    }
    level.isCut = true;
    const cut = { start: level.textStart, end: level.itemEnd };
    this.trap([mend], () =>
      level.isMap
        ? faults.commaInBraces(this.original, level.key, cut, level.comma)
        : faults.commaInCondition(this.original, cut, level.comma),
    );
  }

  private opener(isMap: boolean, at: number): void {
    if (this.flow.length === 0) this.refuseAfterClosing();
    if (isMap && /[{%]/.test(this.text.charAt(at + 1))) this.templateAtStart(at);
    this.word("other", at, at + 1);
    this.flow.push(new FlowLevel(isMap, at));
  }

  private templateAtStart(at: number): void {
    if (at < this.templateEnd) return;
    const line = restOfLine(this.text, at);
    this.templateEnd = line.end;
    const mends = [...this.text.slice(at, line.end).matchAll(/\{[{%]|[%}]\}/g)].map(
      ({ index }): Mend => ({ at: at + index, replacement: WORD_UNIT.repeat(2) }),
    );
    const isBesideKey = this.flow.length === 0 && this.keyColon >= 0;
    this.trap(mends, () => {
      const template = this.flow.length === 0 ? line : templateItem(this.text, line);
      return faults.templateAtStart(this.original, template, isBesideKey ? this.keyOfLine() : undefined);
    });
  }

  private keyOfLine(): string {
    const start = lineStartOf(this.text, this.keyColon) + keyColumn(this.text, this.keyColon);
    return this.original.slice(start, this.keyColon).trim();
  }

  private closer(isMap: boolean, at: number): void {
    const level = this.flow.pop();
    if (level === undefined) {
      this.trap([wordAt(at)], () => faults.nothingToClose(this.text, at));
      return;
    }
    this.endItem(level);
    if (level.isMap !== isMap) this.fault(() => faults.notClosed(this.text, level.open));
    this.word("closed", level.open, at + 1);
  }

  private endOfFlow(): void {
    const innermost = this.flow.at(-1);
    if (innermost !== undefined) this.fault(() => faults.notClosed(this.text, innermost.open));
    this.flow.length = 0;
  }

  private header(lexeme: string, at: number, end: number): void {
    if (!BLOCK_HEADER.test(lexeme)) this.needsQuotes(at);
    else {
      this.word("header", at, end);
      this.blockFollows = true;
    }
  }

  private dash(at: number): void {
    const isAtStart = this.flow.length === 0 && (this.last === "nothing" || this.last === "dash");
    if (!isAtStart) {
      this.trap([this.dashMend(at)], () => faults.dashInsideLine(this.original, this.restFrom(at)));
    }
    this.word("dash", at, at + 1);
  }

  /** Where the list goes on below its key, what stands beside the key is in its way; else it may be a text. */
  private dashMend(at: number): Mend {
    if (this.flow.length > 0 || this.trapLine === this.lineStart) return wordAt(at);
    const { end } = restOfLine(this.text, at);
    return /^\r?\n *- /.test(this.text.slice(end, end + 100)) ? blank(at, end) : wordAt(at);
  }

  /** The words from here on that the author must have meant as one text. */
  private restFrom(at: number): Stretch {
    return this.flow.length === 0 ? restOfLine(this.text, at) : itemFrom(this.text, at);
  }

  /** Notes a trap. Only the first of a line is described, as lines may be very long and hold very many. */
  private trap(mends: readonly Mend[], describe: () => Fault): void {
    for (const mend of mends) this.mends.push(mend);
    if (this.trapLine === this.lineStart) return;
    this.trapLine = this.lineStart;
    this.traps.push(describe());
  }

  private fault(describe: () => Fault): void {
    if (this.faultLine === this.lineStart) return;
    this.faultLine = this.lineStart;
    this.faults.push(describe());
  }

  /** The trap that starts at `start` turns out to reach further. */
  private extendTrap(start: number, end: number): void {
    const trap = this.traps.at(-1);
    if (trap?.start === start) this.traps[this.traps.length - 1] = { ...trap, end };
  }
}

function wordAt(at: number): Mend {
  return { at, replacement: WORD_UNIT };
}

function blank(start: number, end: number): Mend {
  return { at: start, replacement: " ".repeat(end - start) };
}

/** Column of the key on the line of the colon at `colon`, after the dashes before it. */
function keyColumn(text: string, colon: number): number {
  const line = text.slice(lineStartOf(text, colon), colon);
  return /^ *(?:- +)*/.exec(line)?.[0].length ?? 0;
}

/** An item that begins with a template: up to a comma or closing bracket outside of `{{…}}` and `{%…%}`. */
function templateItem(text: string, { start, end }: Stretch): Stretch {
  let at = start;
  while (at < end && !",]}".includes(text.charAt(at))) {
    const closing = text.startsWith("{{", at) ? "}}" : text.startsWith("{%", at) ? "%}" : undefined;
    const close = closing === undefined ? at : text.indexOf(closing, at + 2);
    if (close < 0 || close >= end) return { start, end };
    at = closing === undefined ? at + 1 : close + 2;
  }
  return { start, end: start + text.slice(start, at).trimEnd().length };
}
