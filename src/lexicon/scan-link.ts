import { overLetters } from "../source/index.ts";
import { foldWord } from "./fold.ts";
import type { Lexicon } from "./layer.ts";
import { scanText, type TextHit } from "./scan-text.ts";

/** Longest address that is read; a longer one is cut. */
const LONGEST = 4096;

const RUN = overLetters(/[\p{L}\p{M}\p{N}]+/gu);
const BETWEEN = overLetters(/[^\p{L}\p{M}\p{N}]/gu);
const HUMP = overLetters(/[\p{Lu}]+(?![\p{Ll}])|[\p{Lu}]?[\p{Ll}\p{M}]+|[\p{N}]+/gu);

/**
 * Clinical terms in a web address, an attribution code or a file name, where words are run together: `?utm_campaign=lapsed-hiv`,
 * `/DiabetesCheck`, `hivclinic.example`. Offsets are in `link`.
 *
 * A run of letters counts where it can be divided wholly into terms and familiar words, so that "shiva" holds no HIV.
 */
export function scanLink(link: string, lexicon: Lexicon, language: string): readonly TextHit[] {
  const known = scanned.get(lexicon) ?? new Map<string, readonly TextHit[]>();
  scanned.set(lexicon, known);
  const key = `${language} ${link}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const hits = scanAnew(link, lexicon, language);
  if (known.size < MOST_KNOWN && link.length <= LONGEST) known.set(key, hits);
  return hits;
}

/** Addresses whose hits are remembered: the links of a workspace lead to few places. */
const MOST_KNOWN = 1_000;
const scanned = new WeakMap<Lexicon, Map<string, readonly TextHit[]>>();

function scanAnew(link: string, lexicon: Lexicon, language: string): readonly TextHit[] {
  const { text, origins } = decode(link.slice(0, LONGEST));
  const hits: TextHit[] = [];
  for (const piece of text.matchAll(RUN(text))) {
    const parts = divide(piece[0], lexicon, language);
    hits.push(
      ...parts.map((hit) => ({ ...hit, start: piece.index + hit.start, end: piece.index + hit.end })),
    );
  }
  const phrases = scanText(text.replace(BETWEEN(text), " "), lexicon, language).filter(isClinical);
  const all = [
    ...phrases,
    ...hits.filter((hit) => !phrases.some((it) => it.start <= hit.start && hit.end <= it.end)),
  ];
  return all
    .map((hit) => ({ ...hit, start: origins[hit.start] ?? 0, end: origins[hit.end] ?? link.length }))
    .toSorted((x, y) => x.start - y.start || x.end - y.end);
}

/** The same in any of several languages: what is an ordinary word in one of them is no term of another ("visits" holds ITS). */
export function scanLinkIn(languages: readonly string[], link: string, lexicon: Lexicon): readonly TextHit[] {
  const isOrdinary = ({ start, end }: TextHit) =>
    languages.some((language) => lexicon.safe.has(foldWord(link.slice(start, end)), language));
  return languages.flatMap((language) => scanLink(link, lexicon, language).filter((hit) => !isOrdinary(hit)));
}

/** The address with %xx and numbered entities decoded and, for each unit and the end, its offset in the address as written. */
function decode(link: string): { readonly text: string; readonly origins: readonly number[] } {
  let text = "";
  const origins: number[] = [];
  for (const piece of link.matchAll(/(?:%[0-9a-f]{2})+|&#\d{2,3};|[\s\S]/gi)) {
    const readable = piece[0].startsWith("&#")
      ? String.fromCodePoint(Number(piece[0].slice(2, -1)))
      : percentDecoded(piece[0]);
    for (let i = 0; i < readable.length; i++) origins.push(piece.index);
    text += readable;
  }
  return { text, origins: [...origins, link.length] };
}

function percentDecoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

/** Terms in a run of letters and digits: between capitals and digits, or by dividing it into known words. */
function divide(run: string, lexicon: Lexicon, language: string): readonly TextHit[] {
  const humps = [...run.matchAll(HUMP(run))];
  const spaced = scanText(humps.map((hump) => hump[0]).join(" "), lexicon, language).filter(isClinical);
  if (humps.length > 1 && spaced.length > 0)
    return spaced.map((hit) => ({ ...hit, start: 0, end: run.length }));
  return humps.flatMap((hump) => {
    const letters = foldWord(hump[0]);
    const term = termWithin(letters, lexicon, language);
    return term ? [{ ...term, start: hump.index, end: hump.index + hump[0].length }] : [];
  });
}

/** Longest run that is divided; the work grows with its square. */
const LONGEST_RUN = 40;
const SHORTEST_PART = 3;

function termWithin(letters: string, lexicon: Lexicon, language: string): TextHit | undefined {
  if (letters.length > LONGEST_RUN) return undefined;
  /** The best division of the first n letters: undefined where there is none, `null` where it holds no term. */
  const divided: (TextHit | null | undefined)[] = [null];
  for (let end = 1; end <= letters.length; end++) {
    let best: TextHit | null | undefined;
    for (let start = Math.max(0, end - 24); end - start >= SHORTEST_PART; start++) {
      const before = divided[start];
      if (before === undefined) continue;
      const part = letters.slice(start, end);
      const hit = before ?? clinicalWord(part, lexicon, language);
      if (hit) best = hit;
      else if (best === undefined && lexicon.safe.has(part, language)) best = null;
    }
    divided[end] = best;
  }
  return divided[letters.length] ?? undefined;
}

/** A word as a term; in an address abbreviations lose their capitals, so they are tried too. */
function clinicalWord(word: string, lexicon: Lexicon, language: string): TextHit | undefined {
  const whole = (hit: TextHit): boolean => isClinical(hit) && hit.start === 0 && hit.end === word.length;
  return (
    scanText(word, lexicon, language).find(whole) ??
    scanText(word.toUpperCase(), lexicon, language).find(whole)
  );
}

function isClinical(hit: TextHit): boolean {
  return hit.category === "clinical";
}
