import { foldOf, foldWord } from "./fold.ts";
import { Pause } from "./pause.ts";
import { stem } from "./stem.ts";

/** A word is compared by this many letters; no term has a longer one. */
const LONGEST = 64;

export type WordKind = "word" | "number" | "symbol";

// Roles of the ASCII characters, as small numbers for the inner loop; other characters go through `foldOf`. 0 is none of these.
const LETTER = 1;
const DIGIT = 2;
const APOSTROPHE = 3;
const SYMBOL = 4;
const NUMBER_SIGN = 35;
const COMMA = 44;
const POINT = 46;
/** ¿, which says that a question begins, as no English sign does. */
const QUESTION = 0xbf;

const ROLES = new Uint8Array(128);
for (let code = 0; code < 26; code++) ROLES[65 + code] = ROLES[97 + code] = LETTER;
for (let code = 0; code < 10; code++) ROLES[48 + code] = DIGIT;
/** ASCII letters in small and digits; 0 for the rest. */
const FOLDED = new Uint8Array(128);
for (let code = 0; code < 26; code++) FOLDED[65 + code] = FOLDED[97 + code] = 97 + code;
for (let code = 0; code < 10; code++) FOLDED[48 + code] = 48 + code;
for (const mark of "'`") ROLES[mark.charCodeAt(0)] = APOSTROPHE;
for (const mark of "%$#") ROLES[mark.charCodeAt(0)] = SYMBOL;

/** Every number has this hash, so that a term may stand for any number. */
const NUMBER_HASH = 0x2545f491;

/**
 * Reads a text word by word, without making a string for each.
 *
 * A word is a run of letters and digits. An apostrophe, an accent or an invisible character inside it does not end it ("don’t" is
 * `dont`); a hyphen does. Leading digits are a number of their own ("5mg" is 5, mg) and take their decimal point with them.
 * %, $, the # of a number, ¿ and emoji are words. Case, accents, width and look-alike letters make no difference to `hash`, and neither does a plural.
 */
export class WordReader {
  /** The current word, folded, with an i for a final y; its stem in the first `length` units, all of it in the first `whole`. */
  readonly letters = new Uint16Array(LONGEST);
  /** 0 for a number or a symbol, as `whole`. */
  length = 0;
  whole = 0;
  kind: WordKind = "word";
  /** Where the current word stands in the text, in UTF-16 units. */
  start = 0;
  end = 0;
  hash = 0;
  /** Between this word and the one before it a sentence ended; true for the first word. */
  opensSentence = true;
  /** A comma, colon, dash or bracket stands before it, or a sentence ended. */
  opensClause = true;

  readonly #pause = new Pause();
  #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Begins again with another text. */
  open(text: string): this {
    this.#text = text;
    this.#at = 0;
    return this;
  }

  /** Moves on to the next word; false at the end of the text. */
  next(): boolean {
    const text = this.#text;
    this.#pause.begin(this.#at === 0);
    for (let at = this.#at; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 128) {
        const role = ROLES[code];
        if (role === LETTER || role === DIGIT || (role === SYMBOL && this.#isSign(code, at))) {
          this.#opens();
          this.start = at;
          if (role === LETTER) this.#word(at);
          else if (role === DIGIT) this.#number(at);
          else this.#symbol(at, 1, code);
          return true;
        }
        this.#pause.pass(code);
        continue;
      }
      const point = text.codePointAt(at) ?? code;
      const { role, as } = foldOf(point);
      const units = point > 0xffff ? 2 : 1;
      if (role === "letter" || role === "digit" || role === "symbol") {
        this.#opens();
        this.start = at;
        if (role === "letter") this.#word(at);
        else if (role === "digit") this.#number(at);
        else this.#symbol(at, units, as.codePointAt(0) ?? point);
        if (point === QUESTION) this.opensSentence = this.opensClause = true;
        return true;
      }
      if (role !== "joiner") this.#pause.pass(point);
      at += units - 1;
    }
    this.#at = text.length;
    return false;
  }

  /** The current word's stem as text; of a number or a symbol, all of it. */
  get stem(): string {
    if (this.kind !== "word") return foldWord(this.#text.slice(this.start, this.end));
    let text = "";
    for (let i = 0; i < this.length; i++) text += String.fromCharCode(this.letters[i] ?? 0);
    return text;
  }

  #opens(): void {
    this.opensSentence = this.#pause.ended;
    this.opensClause = this.#pause.ended || this.#pause.parted;
  }

  #word(from: number): void {
    const text = this.#text;
    const letters = this.letters;
    let at = from;
    let length = 0;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const letter = code < 128 ? (FOLDED[code] ?? 0) : 0;
      if (letter !== 0) {
        if (length < LONGEST) letters[length++] = letter;
        continue;
      }
      if (code < 128) {
        if (ROLES[code] === APOSTROPHE && beginsWithLetter(text, at + 1)) continue;
        break;
      }
      const point = text.codePointAt(at) ?? code;
      const fold = foldOf(point);
      if (fold.role === "letter" || fold.role === "digit") {
        const as = fold.as.toLowerCase();
        for (let i = 0; i < as.length && length < LONGEST; i++) letters[length++] = as.charCodeAt(i);
      } else if (fold.role !== "joiner" && !(fold.role === "apostrophe" && beginsWithLetter(text, at + 1))) {
        break;
      }
      if (point > 0xffff) at++;
    }
    this.kind = "word";
    this.whole = length;
    length = stem(letters, length);
    this.length = length;
    let hash = 0x811c9dc5;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (letters[i] ?? 0), 0x01000193);
    this.hash = hash ^ (hash >>> 15);
    this.end = this.#at = at;
  }

  #number(from: number): void {
    const text = this.#text;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 128) {
        if (
          ROLES[code] !== DIGIT &&
          !((code === POINT || code === COMMA) && ROLES[text.charCodeAt(at + 1)] === DIGIT)
        )
          break;
        continue;
      }
      const point = text.codePointAt(at) ?? code;
      const role = foldOf(point).role;
      if (role !== "digit" && role !== "joiner") break;
      if (point > 0xffff) at++;
    }
    this.kind = "number";
    this.length = this.whole = 0;
    this.hash = NUMBER_HASH;
    this.end = this.#at = at;
  }

  /** A # is a word only as the sign of a number: "#1 clinic", but not a heading or a hashtag. */
  #isSign(code: number, at: number): boolean {
    return code !== NUMBER_SIGN || ROLES[this.#text.charCodeAt(at + 1)] === DIGIT;
  }

  #symbol(at: number, units: number, point: number): void {
    this.length = this.whole = 0;
    this.kind = "symbol";
    this.hash = Math.imul(point, 0x01000193) ^ 0x5bd1e995;
    this.end = this.#at = at + units;
  }
}

function beginsWithLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128
    ? ROLES[code] === LETTER
    : at < text.length && foldOf(text.codePointAt(at) ?? code).role === "letter";
}

/** Hash of one word more after a phrase. */
export function extendHash(phrase: number, word: number): number {
  const hash = Math.imul(phrase ^ word, 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
}
