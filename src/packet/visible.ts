/**
 * Characters that a reader cannot see, or that reorder what they see: controls, format characters (zero width, bidi,
 * tags), line separators, fillers, private use, unassigned, lone surrogates. Line feed and tab stay.
 */
const UNSEEN = /(?![\n\t])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * The text with every unseen character written out, so that a packet never looks different from what it says.
 *
 * @example visible("Pay\u202Etoday") // "Pay⟨U+202E⟩today"
 */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, (c) => `⟨U+${hexadecimal(c.codePointAt(0) ?? 0)}⟩`);
}

function hexadecimal(codePoint: number): string {
  return codePoint.toString(16).toUpperCase().padStart(4, "0");
}
