/** An item in brackets that takes a list of values, which a comma would cut. */
const TAKES_A_LIST = /\bis (?:not one|none|one) of\b/;
/** A key of its own, whose colon is glued to its value. */
const LACKS_A_SPACE = /^[\w-]+:\S/;
const IS_A_CONDITION = /^(?:not\s|[\s(])*[a-z_]\w*\.\w/;

/** An open `{` or `[`, and the item that is being read in it. Offsets that are not known are -1. */
export class FlowLevel {
  /** The comma before the item. */
  comma = -1;
  /** The words of the item so far; in braces, first the key and then the value. */
  itemStart = -1;
  itemEnd = -1;
  colon = -1;
  /** The text that the next comma may cut: a value in braces, or a condition with a list of values in brackets. */
  textStart = -1;
  /** The key that this text stands under. */
  key = "";
  /** Whether a comma has cut this text already. */
  isCut = false;
  private isPlain = false;

  constructor(
    readonly isMap: boolean,
    readonly open: number,
  ) {}

  word(start: number, end: number, isPlain: boolean): void {
    if (this.itemStart < 0) {
      this.itemStart = start;
      this.isPlain = isPlain;
    }
    this.itemEnd = end;
    if (this.colon >= 0 && this.textStart < 0) this.textStart = start;
  }

  /** The colon after a key in braces. */
  keyEnds(text: string, colon: number): void {
    this.colon = colon;
    this.textStart = -1;
    this.key = text.slice(this.itemStart, this.itemEnd);
    this.isCut = false;
  }

  /** Whether the item that ends here is the rest of the text before its comma. */
  isRestOfText(text: string): boolean {
    if (this.itemStart < 0) return false;
    const words = text.slice(this.itemStart, this.itemEnd);
    const isRest =
      this.comma >= 0 &&
      this.textStart >= 0 &&
      this.isPlain &&
      this.colon < 0 &&
      !(this.isMap ? LACKS_A_SPACE : IS_A_CONDITION).test(words);
    if (isRest) return true;
    if (!this.isMap) {
      this.textStart = this.isPlain && TAKES_A_LIST.test(words) ? this.itemStart : -1;
      this.isCut = false;
    } else if (this.colon < 0) this.textStart = -1;
    return false;
  }

  nextItem(comma: number): void {
    this.comma = comma;
    this.itemStart = -1;
    this.colon = -1;
  }
}
