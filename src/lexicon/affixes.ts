import { stemOf } from "./stem.ts";

/** A beginning or ending that tells by itself: -itis, -ectomy, cardio-. */
export interface AffixSource {
  /** Written with its hyphen: `-itis`, `cardio-`. */
  readonly affix: string;
  readonly rank: number;
}

/** Word parts that make any word clinical, so that a rare disease that no list contains is still found. */
export interface Affixes {
  readonly endings: ReadonlyMap<number, readonly Affix[]>;
  readonly beginnings: ReadonlyMap<number, readonly Affix[]>;
  /** Pairs of letters that some affix ends or begins with, for a quick no. */
  readonly pairs: Uint8Array;
  /** Stems of everyday words that end or begin so: diploma, sympathy. */
  readonly everyday: ReadonlySet<string>;
}

export interface Affix {
  readonly written: string;
  readonly letters: string;
  readonly rank: number;
}

/** A word must have this many letters besides the affix: "coma" is too short for -oma. */
const LEAST_REST = 3;

export function affixes(sources: readonly AffixSource[], everyday: readonly string[]): Affixes {
  const endings = new Map<number, Affix[]>();
  const beginnings = new Map<number, Affix[]>();
  const pairs = new Uint8Array(1024);
  for (const { affix, rank } of sources) {
    const isEnding = affix.startsWith("-");
    for (const letters of isEnding ? endingForms(affix.slice(1)) : [affix.slice(0, -1)]) {
      const key = isEnding ? pairKey(letters.at(-2), letters.at(-1)) : pairKey(letters[0], letters[1]);
      pairs[pairIndex(key)] = (pairs[pairIndex(key)] ?? 0) | (isEnding ? ENDS : BEGINS);
      const where = isEnding ? endings : beginnings;
      const there = where.get(key);
      if (there) there.push({ written: affix, letters, rank });
      else where.set(key, [{ written: affix, letters, rank }]);
    }
  }
  return { endings, beginnings, pairs, everyday: new Set(everyday.map(stemOf)) };
}

/**
 * How an ending looks in a whole word and in the stem that its plural leaves: -azole, -azol; -ectomi (see `stem`). One in -is stands
 * only in the whole word, for of -itis nothing would be left but -it.
 */
function endingForms(ending: string): readonly string[] {
  // Nearly all end so; what they leave is known without asking.
  if (ending.endsWith("e")) return [ending, ending.slice(0, -1)];
  if (!/[sy]$/.test(ending)) return [ending];
  const whole = ending.replace(/y$/, "i");
  return [...new Set([whole, ...(ending.endsWith("is") ? [] : [stemOf(`aaaaaa${ending}`).slice(6)])])];
}

export const NO_AFFIXES: Affixes = {
  endings: new Map(),
  beginnings: new Map(),
  pairs: new Uint8Array(1024),
  everyday: new Set(),
};

/** The affix of the word that was read; undefined where it has none or is an everyday word. */
export function affixOf(known: Affixes, { letters, length, whole }: ReadWord): Affix | undefined {
  const found =
    ending(known, letters, whole) ??
    (length < whole ? ending(known, letters, length) : undefined) ??
    beginning(known, letters, whole);
  if (found === undefined) return undefined;
  return known.everyday.has(String.fromCharCode(...letters.subarray(0, length))) ? undefined : found;
}

/** A word as `WordReader` leaves it. */
export interface ReadWord {
  readonly letters: Uint16Array;
  readonly length: number;
  readonly whole: number;
}

function ending(known: Affixes, letters: Uint16Array, length: number): Affix | undefined {
  if (length < LEAST_REST + 2) return undefined;
  const last = ((letters[length - 2] ?? 0) << 16) | (letters[length - 1] ?? 0);
  if (((known.pairs[pairIndex(last)] ?? 0) & ENDS) === 0) return undefined;
  return known.endings
    .get(last)
    ?.find((affix) => agrees(affix, letters, length, length - affix.letters.length));
}

function beginning(known: Affixes, letters: Uint16Array, length: number): Affix | undefined {
  if (length < LEAST_REST + 2) return undefined;
  const first = ((letters[0] ?? 0) << 16) | (letters[1] ?? 0);
  if (((known.pairs[pairIndex(first)] ?? 0) & BEGINS) === 0) return undefined;
  return known.beginnings.get(first)?.find((affix) => agrees(affix, letters, length, 0));
}

function agrees(affix: Affix, letters: Uint16Array, length: number, at: number): boolean {
  if (affix.letters.length + LEAST_REST > length) return false;
  for (let i = 0; i < affix.letters.length; i++) {
    if (letters[at + i] !== affix.letters.charCodeAt(i)) return false;
  }
  return true;
}

function pairKey(first = "", second = ""): number {
  return (first.charCodeAt(0) << 16) | second.charCodeAt(0);
}

const ENDS = 1;
const BEGINS = 2;

function pairIndex(key: number): number {
  return ((key >>> 11) & 0x3e0) | (key & 0x1f);
}
