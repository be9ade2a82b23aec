/** The part of a Markdown link that is not shown: `(https://…)` or `[reference]`, and how deep in brackets it is. */
export interface Unseen {
  readonly closing: ")" | "]";
  readonly depth: number;
}

/** Cuts what stands between two words into the signs of which links are made, and the rest. */
export function linkSigns(text: string): readonly string[] {
  return text.match(/\]\(|\]\[|[[\]()]|[*~`]+|[^[\]()*~`]+/g) ?? [];
}

/** Whether some of it may stand within a word that a reader sees whole: a sign of a link or of emphasis. */
export function mayHideInWord(text: string): boolean {
  return /[[\]*~`]/.test(text);
}

/** Signs within which a word may go on: those of a link, and those of emphasis beside it. */
export function mayStandInWord(sign: string): boolean {
  return /^(?:[[\]]|\]\(|\]\[|[*~`]+)$/.test(sign);
}

/** What a reader does not see after this sign. */
export function opensUnseen(sign: string): Unseen | undefined {
  if (sign === "](") return { closing: ")", depth: 1 };
  return sign === "][" ? { closing: "]", depth: 1 } : undefined;
}

/**
 * Reads on within a link's target, whose brackets pair up (CommonMark 0.31, 6.3): nothing once it is over, and no link at
 * all where a blank line comes first.
 *
 * @example afterUnseen(")", { closing: ")", depth: 1 }) // undefined: the reader sees what follows
 */
export function afterUnseen(sign: string, { closing, depth }: Unseen): Unseen | undefined | "no link" {
  if (/\n\s*\n/.test(sign)) return "no link";
  const opening = closing === ")" ? "(" : "[";
  let deep = depth;
  for (const character of sign) {
    if (character === opening) deep++;
    else if (character === closing) deep--;
  }
  return deep <= 0 ? undefined : { closing, depth: deep };
}
