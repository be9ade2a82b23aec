/** One thing that a terminal draws: a character with its accents, an emoji, a tab. */
export interface Cell {
  /** Offsets in the text that was split, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What is printed for it: a hidden or controlling character is printed as its name. */
  readonly shown: string;
  /** Columns that it takes. */
  readonly width: number;
}

const TAB_STOP = 4;
const PRINTABLE_ASCII = /^[ -~]*$/;

/**
 * What a terminal would obey or not show at all: control characters (so ANSI escapes too), format characters
 * (bidirectional overrides, zero-width spaces, soft hyphens), line separators, spaces that look like a space
 * and are none, and halves of characters.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0\u202f]/u;
const HIDDEN_ALL = new RegExp(HIDDEN, "gu");

/** A zero-width joiner that holds one emoji together, as in a family; anywhere else it hides. */
const EMOJI_JOINER =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic})/gu;

/** Drawn two columns wide by terminals: East Asian wide and full-width characters (Unicode UAX #11). */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2fb}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator}{2}/u;
const STARTS_WITH_MARK = /^\p{M}/u;

/**
 * The text with every character that a terminal would obey or hide printed as its name, so that a campaign
 * can neither colour, erase nor reorder what its reviewer reads.
 *
 * @example visible("a\u001b[31mb\u202e") // "a␛[31mb<U+202E>"
 */
export function visible(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  const joiners = new Set<number>();
  for (const joiner of text.matchAll(EMOJI_JOINER)) joiners.add(joiner.index);
  return text.replace(HIDDEN_ALL, (character, at: number) =>
    joiners.has(at) ? character : nameOf(character),
  );
}

/** Columns that a text takes in a terminal, hidden characters counted as their names. */
export function displayWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let width = 0;
  for (const cell of cellsOf(text)) width += cell.width;
  return width;
}

/** Splits one line into what a terminal draws. Tabs reach to the next multiple of four columns. */
export function cellsOf(line: string): readonly Cell[] {
  if (PRINTABLE_ASCII.test(line)) {
    return Array.from(line, (shown, start) => ({ start, end: start + 1, shown, width: 1 }));
  }
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemes().segment(line)) {
    const shown = segment === "\t" ? " ".repeat(TAB_STOP - (column % TAB_STOP)) : withBase(visible(segment));
    const width = widthOf(segment, shown);
    cells.push({ start: index, end: index + segment.length, shown, width });
    column += width;
  }
  return cells;
}

let segmenter: Intl.Segmenter | undefined;

/** Made on first use: most lines are ASCII and never need it. Grapheme boundaries are the same in every locale. */
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  return segmenter;
}

function widthOf(cluster: string, shown: string): number {
  if (PRINTABLE_ASCII.test(shown)) return shown.length;
  if (EMOJI.test(cluster)) return 2;
  if (HIDDEN.test(cluster)) return Array.from(shown).length;
  return WIDE.test(cluster) ? 2 : 1;
}

/** An accent with nothing to stand on would be drawn over the character before it. */
function withBase(cluster: string): string {
  return STARTS_WITH_MARK.test(cluster) ? `\u25cc${cluster}` : cluster;
}

/** Control characters have pictures of one column (␛, ␀, ␡); all else is named by its code point. */
function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
