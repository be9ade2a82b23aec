const STRONG = "aeoáéó";
const STRESSED_WEAK = "íú";
const VOWEL = /[aeiouáéíóúü]/;

/**
 * Syllables of a Spanish word, by the rules of the Ortografía de la lengua española (RAE and ASALE, 2010, II.3.2): a
 * closed vowel without an accent makes one syllable with the vowel beside it (cau-sa, ciu-dad), one with an accent does
 * not (pa-ís), and two open vowels are two (a-é-re-o). An h between vowels changes nothing (prohi-bir), and the u of
 * que, qui, gue and gui is silent. A word without a vowel counts as one.
 *
 * @example spanishSyllables("averiguáis") // 4: a-ve-ri-guáis
 */
export function spanishSyllables(word: string): number {
  let count = 0;
  let before = "";
  for (const letter of soundsOf(word)) {
    if (!VOWEL.test(letter)) before = "";
    else {
      if (before === "" || isApart(before, letter)) count++;
      before = letter;
    }
  }
  return Math.max(1, count);
}

/** The letters that are heard as vowels and consonants; a silent u or h is left out. */
function soundsOf(word: string): string {
  return word
    .normalize("NFC")
    .toLowerCase()
    .replace(/q[uü]|g(?:u)(?=[eiéí])/g, (letters) => letters.charAt(0))
    .replace(/(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])(?![iu][aeoáéó])/g, "")
    .replace(/y(?![aeiouáéíóúü])/g, "i");
}

/** Whether two vowels in a row are two syllables: both open, one closed and stressed beside an open one, or the same twice. */
function isApart(one: string, other: string): boolean {
  const strong = [one, other].filter((vowel) => STRONG.includes(vowel)).length;
  if (strong === 2) return true;
  if (strong === 1) return STRESSED_WEAK.includes(one) || STRESSED_WEAK.includes(other);
  return one === other;
}
