const LONGEST = 40;

/** Control, format, surrogate and private characters, and separators that are not a plain space. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]|[^\P{Zs} ]/gu;

/**
 * What somebody wrote, fit to stand in a message: on one line, short, with what cannot be seen spelled out.
 *
 * @example shown("a\u0000b") // "a\\u0000b"
 */
export function shown(written: string): string {
  // Cutting before spelling out keeps the work small for a value of a megabyte.
  const characters = [...written.slice(0, 4 * LONGEST)];
  const cut = characters.length > LONGEST || written.length > 4 * LONGEST;
  const visible = characters
    .slice(0, LONGEST)
    .join("")
    .replaceAll(INVISIBLE, (character) => spelled(character));
  return cut ? `${visible}…` : visible;
}

/** What somebody wrote, in quotes. */
export function quoted(written: string): string {
  return `"${shown(written)}"`;
}

function spelled(character: string): string {
  if (character === "\n") return "⏎";
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
}
