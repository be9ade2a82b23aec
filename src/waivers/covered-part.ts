import type { Part, Structure, YamlComment } from "../syntax/index.ts";

/** Why a comment covers nothing. */
export type Placement =
  | { readonly part: Part; readonly start: number }
  | { readonly message: string; readonly remedy: string };

const ABOVE = "Write the waiver on a line of its own, directly above the key or the dash that it is about.";

/**
 * What a comment covers: the key or the list item that begins on the next line with words, as far as it reaches, and
 * nothing else. Empty lines and other comments between are passed over, so that a comment more changes nothing.
 *
 * @param after offset of the first word after the comment, comments passed over; the length of the text where there is none
 */
export function coveredPart(
  text: string,
  { span }: YamlComment,
  after: number,
  structure: Structure,
): Placement {
  const lineStart = startOfLine(text, span.start);
  if (text.slice(lineStart, span.start).trim() !== "") {
    return { message: "this waiver stands beside words, where it covers nothing", remedy: ABOVE };
  }
  if (after >= text.length) return { message: "below this waiver stands nothing", remedy: ABOVE };
  const start = startOfPart(text, after);
  const part = structure.parts[structure.firstFrom(start)];
  if (part === undefined || part.start !== start) {
    return { message: "what stands below this waiver is no key and no item of a list", remedy: ABOVE };
  }
  if (after - startOfLine(text, after) !== span.start - lineStart) {
    return {
      message: "this waiver is not indented as what stands below it, so that one cannot see what it covers",
      remedy: "Indent the comment exactly as the key or the dash on the line below it.",
    };
  }
  return { part, start: after };
}

/** Passes over the dash of a list item: the item begins behind it. */
function startOfPart(text: string, offset: number): number {
  if (!/^-\s/.test(text.slice(offset, offset + 2))) return offset;
  let at = offset + 1;
  while (/\s/.test(text.charAt(at))) at++;
  return at;
}

/** A byte order mark before the first line takes no column. */
function startOfLine(text: string, offset: number): number {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}
