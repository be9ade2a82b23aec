const [a, c, e, h, i, o, s, u, x, y] = [97, 99, 101, 104, 105, 111, 115, 117, 120, 121];

/**
 * Reduces a folded word, given as its first `length` letters, to a stem that singular and plural share. Returns the length of the
 * stem; a final y after a consonant becomes i in place.
 *
 * Terms and texts go through it alike, so it need not find a real singular, only the same stem for both: shot, shots;
 * diagnosis, diagnoses; rash, rashes; biopsy, biopsies; illness, illnesses; infección, infecciones.
 */
export function stem(letters: Uint16Array, length: number): number {
  if (length < 4) return length;
  const last = letters[length - 1];
  const before = letters[length - 2] ?? 0;
  if (last === y) return withFinalI(letters, length);
  if (last !== s) return withoutFinalE(letters, length);
  if (before === s || (before === u && length >= 5)) return length;
  // Of a possessive, for a plural has -ies: biopsy's.
  if (before === y) return withFinalI(letters, length - 1);
  if (length >= 6) {
    const third = letters[length - 3];
    if (before === i) return length - 2;
    if (before === e && third === i) return length - 2;
    if (before === e && (third === x || (third === h && isSibilant(letters[length - 4])))) return length - 2;
  }
  return withoutFinalE(letters, length - 1);
}

/** The stem of a folded word as text. */
export function stemOf(word: string): string {
  const letters = Uint16Array.from(word.split(""), (letter) => letter.charCodeAt(0));
  return String.fromCharCode(...letters.subarray(0, stem(letters, letters.length)));
}

function withoutFinalE(letters: Uint16Array, length: number): number {
  return length >= 6 && letters[length - 1] === e ? length - 1 : length;
}

function withFinalI(letters: Uint16Array, length: number): number {
  if (length >= 5 && !isVowel(letters[length - 2])) letters[length - 1] = i;
  return length;
}

function isVowel(letter: number | undefined): boolean {
  return letter === a || letter === e || letter === i || letter === o || letter === u;
}

/** The letter before the h of a word that forms its plural with -es: sh, ch. */
function isSibilant(letter: number | undefined): boolean {
  return letter === s || letter === c;
}
