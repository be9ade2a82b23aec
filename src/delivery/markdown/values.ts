/** Where ASCII signs of a value wait while Markdown is read: the private use area, a place for each. */
const BASE = 0xf700;
const SIGN = /[!-/:-@[-`{-~]/g;
const WAITING = /[\uf700-\uf77f]/g;

/**
 * A value that came from outside, so that Markdown reads no sign of it: "*Ana*" stays a name with asterisks, and
 * "[x](http://…)" no link. One character for one, so that filters which count see the same length.
 */
export function withoutMarkdown(value: string): string {
  return value
    .replace(WAITING, "\ufffd")
    .replace(SIGN, (sign) => String.fromCharCode(BASE + sign.charCodeAt(0)));
}

/** The text with the signs of its values, once Markdown has been read. */
export function withSigns(text: string): string {
  return text.replace(WAITING, (sign) => String.fromCharCode(sign.charCodeAt(0) - BASE));
}
