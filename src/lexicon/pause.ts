/**
 * What stands between two words, as far as it can end a sentence: a stop with white space after it (quotes and brackets may close in
 * between), a blank line, the sign of a list item, or ¿ and ¡. The template's word lattice parts sentences alike.
 */
export class Pause {
  /** A sentence has ended. */
  ended = false;
  /** A clause has ended: a comma, semicolon, colon, dash or bracket. */
  parted = false;
  #stopped = false;
  #breaks = 0;

  begin(ended: boolean): void {
    this.ended = ended;
    this.parted = false;
    this.#stopped = false;
    this.#breaks = 0;
  }

  /** Passes a character that belongs to no word. */
  pass(point: number): void {
    if (isSpace(point)) {
      if (this.#stopped) this.ended = true;
      this.#stopped = false;
      if (point === LINE_FEED && ++this.#breaks > 1) this.ended = true;
      return;
    }
    if (PARTING.includes(String.fromCodePoint(point))) this.parted = true;
    if (isStop(point)) this.#stopped = true;
    else if (!(this.#stopped && CLOSING.includes(String.fromCodePoint(point)))) {
      if (isOpening(point) || (this.#breaks > 0 && BULLETS.includes(String.fromCodePoint(point))))
        this.ended = true;
      this.#stopped = false;
    }
    this.#breaks = 0;
  }
}

const LINE_FEED = 10;
const PARTING = ",;:()\u2013\u2014";
const CLOSING = ")]}\"'\u201d\u2019\u00bb*_";
const BULLETS = "-*\u2022#>|";

function isSpace(point: number): boolean {
  return (
    point === 32 || (point >= 9 && point <= 13) || (point > 127 && /\s/.test(String.fromCodePoint(point)))
  );
}

function isStop(point: number): boolean {
  return (
    point === 46 ||
    point === 33 ||
    point === 63 ||
    point === 0x2026 ||
    point === 0x3002 ||
    point === 0xff01 ||
    point === 0xff1f
  );
}

/** Spanish signs before a question or an exclamation. */
function isOpening(point: number): boolean {
  return point === 0xbf || point === 0xa1;
}
