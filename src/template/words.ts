import { overLetters } from "../source/index.ts";

/** A stretch of literal text, as the word lattice reads it. Offsets are UTF-16 units of the literal. */
export interface Stretch {
  readonly kind: "letters" | "apostrophe" | "emoji" | "between";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Letters, digits and marks make words. An apostrophe between letters belongs to its word; hyphens, slashes and all
 * other signs part words. Each emoji is a word of its own,
 * and so are the signs of prices, shares and ranks ("$5", "20 %", "#1"), which claims are made of, and ¿, which asks. What a reader does not see is passed over, so that no
 * soft hyphen hides a word, and neither does a letter that is written as an entity ("cur&#101;d"). What emphasis and links
 * may hide, the lattice follows both ways.
 */
const STRETCHES = overLetters(
  new RegExp(
    [
      String.raw`(?<letters>[\p{L}\p{N}\p{M}]+)`,
      "(?<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});)",
      "(?<apostrophe>['’＇])",
      String.raw`(?<emoji>[%$¿]|#(?=\d)|[\p{RI}][\p{RI}]|(?![©®™])[\p{ExtPict}][\ufe0f\p{EMod}]*(?:\u200d[\p{ExtPict}][\ufe0f\p{EMod}]*)*)`,
      String.raw`(?<zeroWidth>[\u00ad\u200b-\u200d\u2060\ufeff]+)`,
      String.raw`(?<between>[\s!"&(-/:-@[-\x60{-~]+|[\s\S])`,
    ].join("|"),
    "gu",
  ),
);

/** Cuts a literal text into words and what stands between them. */
export function stretchesOf(text: string): readonly Stretch[] {
  return stretchesOfAscii(text) ?? stretchesOfAnyScript(text);
}

/** The beginning of an entity. */
const MAY_BE_UNSEEN = /&[#A-Za-z]/;

/** The same without a pattern, for most texts are of ASCII alone; nothing for one that is not, or that hides signs. */
export function stretchesOfAscii(text: string): readonly Stretch[] | undefined {
  if (MAY_BE_UNSEEN.test(text)) return undefined;
  const stretches: Stretch[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    const code = text.charCodeAt(at++);
    if (code > 127) return undefined;
    const kind = kindOf(code, text, at);
    if (kind === "letters") while (isLetter(text.charCodeAt(at))) at++;
    else if (kind === "between")
      for (; at < text.length; at++) {
        const next = text.charCodeAt(at);
        if (next > 127 || kindOf(next, text, at + 1) !== "between") break;
      }
    stretches.push({ kind, text: text.slice(start, at), start, end: at });
  }
  return stretches;
}

/** What a character of ASCII is, with the text after it. */
function kindOf(code: number, text: string, next: number): Stretch["kind"] {
  if (isLetter(code)) return "letters";
  if (code === 39) return "apostrophe";
  const isSign = code === 36 || code === 37 || (code === 35 && isDigit(text.charCodeAt(next)));
  return isSign ? "emoji" : "between";
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The same for any text: what the fast way is tested against. */
export function stretchesOfAnyScript(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const match of text.matchAll(STRETCHES(text))) {
    const [found] = match;
    const start = match.index;
    const end = start + found.length;
    const { letters, entity, apostrophe, emoji, between } = match.groups ?? {};
    if (entity !== undefined) {
      for (const { kind, text: decoded } of stretchesOf(characterOf(entity)))
        stretches.push({ kind, text: decoded, start, end });
    } else if (letters !== undefined) {
      stretches.push({ kind: "letters", text: letters.replaceAll("\u02bc", "'"), start, end });
    } else if (apostrophe !== undefined) {
      stretches.push({ kind: "apostrophe", text: "'", start, end });
    } else if (emoji !== undefined) {
      stretches.push({ kind: "emoji", text: emoji, start, end });
    } else if (between !== undefined) {
      const last = stretches.at(-1);
      if (last?.kind === "between" && last.end === start) stretches.pop();
      const from = last?.kind === "between" && last.end === start ? last : undefined;
      stretches.push({
        kind: "between",
        text: (from?.text ?? "") + between,
        start: from?.start ?? start,
        end,
      });
    }
  }
  return stretches;
}

/** Entities that are a letter with an accent, by the accent's name. */
const ACCENTED = /^&([A-Za-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash);$/;
const UNSEEN = ["&shy;", "&zwj;", "&zwnj;", "&NoBreak;", "&ZeroWidthSpace;"];

/** The character that a reader sees for an entity; a blank for signs that are no part of a word. */
function characterOf(entity: string): string {
  const [, decimal, hex] = /^&#(?:([0-9]+)|[xX]([0-9a-fA-F]+));$/.exec(entity) ?? [];
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : 0;
  if (code > 0 && code <= 0x10ffff && code !== 38) return String.fromCodePoint(code);
  const [, accented] = ACCENTED.exec(entity) ?? [];
  return accented ?? (UNSEEN.includes(entity) ? "" : " ");
}

/** What has been read since the last word, as far as it can end a sentence. */
export interface Pause {
  /** A sentence has ended. */
  readonly ended: boolean;
  /** A full stop, question or exclamation mark, which ends the sentence if white space follows. */
  readonly stopped: boolean;
  /** Line breaks in a row. */
  readonly breaks: number;
  /** A clause has ended. */
  readonly parted: boolean;
}

export const NO_PAUSE: Pause = { ended: false, stopped: false, breaks: 0, parted: false };

/** Signs that end a clause. */
const PARTING = /[,;:()–—]/;

/** Reads on between words: a stop and white space, a blank line, or a list item's sign end a sentence. */
export function pauseAfter(text: string, before: Pause): Pause {
  if (text === " " && !before.stopped) return before;
  let { ended, stopped, breaks, parted } = before;
  for (const character of text) {
    parted ||= PARTING.test(character);
    if (/\s/.test(character)) {
      ended ||= stopped;
      stopped = false;
      if (character === "\n") breaks++;
      ended ||= breaks > 1;
    } else if (/[.!?…。]/.test(character)) {
      stopped = true;
      breaks = 0;
    } else if (/[)\]}"'”’»*_]/.test(character) && stopped) {
      breaks = 0;
    } else {
      ended ||= breaks > 0 && /[-*•#>|]/.test(character);
      stopped = false;
      breaks = 0;
    }
  }
  return { ended, stopped, breaks, parted };
}
