/**
 * How one character takes part in matching.
 *
 * `letter` and `digit` belong to words, in the folded form `as`; `joiner` is invisible or an accent, so a word goes on across
 * it; `symbol` is a word of its own (%, $, #, an emoji); the rest is a `gap`.
 */
export interface Fold {
  readonly role: "letter" | "digit" | "joiner" | "apostrophe" | "symbol" | "gap";
  /** Accents and width removed, look-alikes replaced; the case is kept. */
  readonly as: string;
}

const GAP: Fold = { role: "gap", as: " " };
const JOINER: Fold = { role: "joiner", as: "" };

/**
 * Cyrillic and Greek letters that are drawn like a Latin one. Only such pairs as a reader cannot tell apart in a common
 * typeface, so that "diabеtes" with a Cyrillic е is still read as the word that the patient sees.
 */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [
    "аa еe оo рp сc уy хx іi ѕs јj ԁd һh ԛq ԝw ѵv ӏl үy кk мm тt",
    "АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЅS ЈJ ԚQ ԜW ҮY",
    "αa οo ρp νv ιi κk τt υu χx γy ϲc ϳj",
    "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX",
    "ıi ɡg ɑa ℓl øo łl đd",
  ]
    .join(" ")
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

const known = new Map<number, Fold>();

/** The fold of a code point. Remembered, for there are few distinct ones in any text. */
export function foldOf(codePoint: number): Fold {
  const before = known.get(codePoint);
  if (before !== undefined) return before;
  const fold = findFold(codePoint);
  if (known.size < 4096) known.set(codePoint, fold);
  return fold;
}

function findFold(codePoint: number): Fold {
  const character = String.fromCodePoint(codePoint);
  if (/[\u00AD\p{Cf}\p{M}]/u.test(character)) return JOINER;
  if (/['’‘ʼ＇`´]/u.test(character)) return { role: "apostrophe", as: "'" };
  if (/[%$#¿％＄＃]/u.test(character)) return { role: "symbol", as: character.normalize("NFKC") };
  // Raised digits are notes ("results¹"), and ™ would add letters to the name before it.
  if (/[\p{No}©®™℠]/u.test(character)) return GAP;
  if (/\p{Extended_Pictographic}/u.test(character)) return { role: "symbol", as: character };
  const plain = [...character.normalize("NFKD")]
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => LOOK_ALIKES.get(part) ?? part)
    .join("");
  if (plain === "") return GAP;
  return { role: /^\p{Nd}/u.test(plain) ? "digit" : "letter", as: plain };
}

/** A word as it is compared where its case matters: no accents, no joiners, no apostrophes, Latin look-alikes. */
export function plainWord(word: string): string {
  let plain = "";
  for (const character of word) {
    const fold = foldOf(character.codePointAt(0) ?? 32);
    if (fold.role === "letter" || fold.role === "digit" || fold.role === "symbol") plain += fold.as;
  }
  return plain;
}

/** A word as it is compared where its case does not matter. */
export function foldWord(word: string): string {
  return plainWord(word).toLowerCase();
}
