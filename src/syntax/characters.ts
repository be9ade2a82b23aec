import { type Diagnostic, diagnose, type RuleMeta } from "../source/index.ts";
import { CONTROL_CHARACTER, INVISIBLE_CHARACTER, NOT_UTF_8, TAB } from "./findings/characters.ts";
import { type Mend, WORD_UNIT } from "./mend.ts";
import { lineStartOf } from "./words.ts";

/** Characters that no campaign may hold: a reviewer cannot see them, or not for what they are. */
interface RefusedKind {
  readonly meta: RuleMeta;
  readonly name: string;
  /** First and last code point of each range. */
  readonly ranges: readonly (readonly [number, number])[];
  /** What the author most likely meant, where a unit of the same length can say it. */
  readonly meant?: string;
  /** What to say, where the name of the kind and the number of the character would not be clear enough. */
  readonly message?: string;
  readonly remedy?: string;
}

const NUL: RefusedKind = {
  meta: NOT_UTF_8,
  name: "NUL",
  ranges: [[0x00, 0x00]],
  message: "This file is not UTF-8 text: it holds NUL characters, as UTF-16 files and programs do.",
};

const LOST_LETTER: RefusedKind = {
  meta: NOT_UTF_8,
  name: "replacement character",
  ranges: [[0xfffd, 0xfffd]],
  message: "This file is not UTF-8 text: from here on, letters were lost when it was read.",
};

const VARIATION_SELECTOR: RefusedKind = {
  meta: INVISIBLE_CHARACTER,
  name: "variation selector",
  ranges: [[0xfe00, 0xfe0f]],
};

const KINDS: readonly RefusedKind[] = [
  NUL,
  LOST_LETTER,
  VARIATION_SELECTOR,
  { meta: TAB, name: "tab", ranges: [[0x09, 0x09]], meant: " ", message: "A tab stands here." },
  {
    meta: CONTROL_CHARACTER,
    name: "old Mac line break",
    ranges: [[0x0d, 0x0d]],
    meant: "\n",
    message: "This line ends with a carriage return alone, which most programs do not take for a line break.",
  },
  {
    meta: CONTROL_CHARACTER,
    name: "control character",
    ranges: [
      [0x01, 0x08],
      [0x0b, 0x0c],
      [0x0e, 0x1f],
      [0x7f, 0x9f],
      [0xfff0, 0xfffc],
      [0xfffe, 0xffff],
    ],
    meant: WORD_UNIT,
  },
  { meta: CONTROL_CHARACTER, name: "line separator", ranges: [[0x2028, 0x2029]] },
  { meta: CONTROL_CHARACTER, name: "half of a character", ranges: [[0xd800, 0xdfff]] },
  {
    meta: INVISIBLE_CHARACTER,
    name: "non-breaking space",
    ranges: [
      [0xa0, 0xa0],
      [0x2007, 0x2007],
      [0x202f, 0x202f],
    ],
    meant: " ",
    remedy: "Type an ordinary space in its place.",
  },
  {
    meta: INVISIBLE_CHARACTER,
    name: "zero-width character",
    ranges: [
      [0x34f, 0x34f],
      [0x180b, 0x180f],
      [0x200b, 0x200d],
      [0x2060, 0x2065],
      [0xfeff, 0xfeff],
    ],
  },
  { meta: INVISIBLE_CHARACTER, name: "soft hyphen", ranges: [[0xad, 0xad]] },
  {
    meta: INVISIBLE_CHARACTER,
    name: "text-direction mark",
    ranges: [
      [0x61c, 0x61c],
      [0x200e, 0x200f],
      [0x202a, 0x202e],
      [0x2066, 0x206f],
    ],
  },
  {
    meta: INVISIBLE_CHARACTER,
    name: "blank letter",
    ranges: [
      [0x115f, 0x1160],
      [0x17b4, 0x17b5],
      [0x3164, 0x3164],
      [0xffa0, 0xffa0],
    ],
  },
  { meta: INVISIBLE_CHARACTER, name: "tag character", ranges: [[0xe0000, 0xe0fff]] },
];

/** Every refused character; a carriage return only where no line feed follows. One test tells a clean file. */
const REFUSED = new RegExp(
  `[${KINDS.flatMap((kind) => kind.ranges)
    .filter(([from]) => from !== 0x0d)
    .map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`)
    .join("")}]|\\r(?!\\n)`,
  "u",
);
const EACH_REFUSED = new RegExp(REFUSED.source, "gu");

/** A refused character, or several of one kind in a row. */
interface RefusedRun {
  readonly kind: RefusedKind;
  readonly codePoint: number;
  readonly start: number;
  readonly end: number;
}

function* refusedRuns(text: string): Generator<RefusedRun> {
  let run: RefusedRun | undefined;
  for (const match of text.matchAll(EACH_REFUSED)) {
    const codePoint = match[0].codePointAt(0) ?? 0;
    const kind = KINDS.find(({ ranges }) =>
      ranges.some(([from, to]) => from <= codePoint && codePoint <= to),
    );
    const start = match.index;
    if (kind === undefined || (start === 0 && codePoint === 0xfeff)) continue;
    if (kind === VARIATION_SELECTOR && followsEmoji(text, start)) continue;
    const end = start + match[0].length;
    if (run !== undefined && run.kind === kind && run.end === start) run = { ...run, end };
    else {
      if (run !== undefined) yield run;
      run = { kind, codePoint, start, end };
    }
  }
  if (run !== undefined) yield run;
}

/** A variation selector after an emoji chooses its coloured form, as every phone's keyboard writes it. */
function followsEmoji(text: string, at: number): boolean {
  const keycap = /[#*0-9]/.test(text.charAt(at - 1)) && text.charAt(at + 1) === "\u20e3";
  return keycap || /\p{Extended_Pictographic}$/u.test(text.slice(Math.max(0, at - 2), at));
}

const hex = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;

function messageFor({ kind, codePoint, start, end }: RefusedRun): string {
  if (kind.message !== undefined) return kind.message;
  const isSeveral = end - start > String.fromCodePoint(codePoint).length;
  const named = `${kind.name} (${hex(codePoint)})`;
  const adjective = kind.meta === INVISIBLE_CHARACTER ? "invisible" : "unprintable";
  return isSeveral
    ? `Several ${adjective} characters stand here: ${named}.`
    : `An ${adjective} character stands here: a ${named}.`;
}

/** What a scan of a file's characters found. */
export interface CharacterScan {
  readonly diagnostics: readonly Diagnostic[];
  readonly mends: readonly Mend[];
  /** False where the text is in another encoding, so that reading on would find only nonsense. */
  readonly readable: boolean;
  /** True where a line is indented with tabs, so that nothing can be said about indentation. */
  readonly tabIndented: boolean;
}

const CLEAN: CharacterScan = { diagnostics: [], mends: [], readable: true, tabIndented: false };

/** Looks for characters that are refused wherever they stand in a file. */
export function scanCharacters(path: string, text: string): CharacterScan {
  if (!REFUSED.test(text)) return CLEAN;
  const isOtherEncoding = text.includes("\0");
  const diagnostics: Diagnostic[] = [];
  const mends: Mend[] = [];
  let tabIndented = false;
  let lettersWereLost = false;
  for (const run of refusedRuns(text)) {
    const { kind, start, end } = run;
    if (isOtherEncoding && kind !== NUL) continue;
    if (kind === LOST_LETTER && lettersWereLost) continue;
    const indents = kind.meta === TAB && /^ *$/.test(text.slice(lineStartOf(text, start), start));
    const remedy = indents ? "Indent with spaces, two for each step to the right." : kind.remedy;
    diagnostics.push(
      diagnose(kind.meta, {
        at: { file: path, start, end },
        message: indents ? "This line is indented with a tab." : messageFor(run),
        ...(remedy !== undefined && { remedy }),
      }),
    );
    if (isOtherEncoding) return { diagnostics, mends, readable: false, tabIndented };
    if (kind === LOST_LETTER) lettersWereLost = true;
    if (indents) tabIndented = true;
    if (kind.meant !== undefined) mends.push({ at: start, replacement: kind.meant.repeat(end - start) });
  }
  return { diagnostics, mends, readable: true, tabIndented };
}

/** Whether a stretch of a file holds a character that is refused, and so a finding of its own. */
export function holdsRefused(text: string): boolean {
  return REFUSED.test(text) && refusedRuns(text).next().done === false;
}

/** A refused character in a decoded text, which an escape such as `\u200B` brought in. */
export function refusedIn(
  decoded: string,
): { readonly meta: RuleMeta; readonly offset: number; readonly message: string } | undefined {
  if (!REFUSED.test(decoded)) return undefined;
  for (const run of refusedRuns(decoded)) {
    if (run.kind.meta !== TAB) return { meta: run.kind.meta, offset: run.start, message: messageFor(run) };
  }
  return undefined;
}
