import type { Span } from "../source/index.ts";
import { whenOf } from "./guard.ts";
import type { Skeleton } from "./skeleton.ts";
import { spanWithin } from "./span-within.ts";

/** The basic table of 3GPP TS 23.038, one septet a character; the escape character itself is left out. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Its extension table: an escape and a character, two septets. */
const EXTENSION = new Set("^{}\\[~]|€\f");

/** Septets that a text takes in GSM-7; nothing where a character outside it makes the whole message UCS-2. */
export function septetsOf(text: string): number | undefined {
  let septets = 0;
  for (const character of text) {
    if (BASIC.has(character)) septets += 1;
    else if (EXTENSION.has(character)) septets += 2;
    else return undefined;
  }
  return septets;
}

/** Whether a text stays in the basic table. */
export function isBasicGsm7(text: string): boolean {
  for (const character of text) if (!BASIC.has(character)) return false;
  return true;
}

/** What to write in GSM-7 instead, where nobody would miss the difference. Letters have no such stand-in. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ...[..."‘’‚‛′`´"].map((quote) => [quote, "'"] as const),
  ...[..."“”„‟″«»"].map((quote) => [quote, '"'] as const),
  ...[..."–—‐‑‒―−•·"].map((dash) => [dash, "-"] as const),
  ...[..."\t\u00a0\u2002\u2003\u2009\u202f"].map((space) => [space, " "] as const),
  ["…", "..."],
  ["×", "x"],
]);

/** What stands for a sign outside GSM-7; nothing for letters. */
export function standIn(character: string): string | undefined {
  return STAND_INS.get(character);
}

/** A literal character that makes a message UCS-2, so that a part holds 70 characters instead of 160. */
export interface Gsm7Offender {
  readonly character: string;
  readonly suggestion: string | undefined;
  readonly at: Span;
  /** The guard in words ("when visit.type is annual-exam"); empty where every rendering has the character. */
  readonly when: string;
}

/** The author's characters outside GSM-7, in reading order, each place once. */
export function gsm7Offenders(skeleton: Skeleton): readonly Gsm7Offender[] {
  const offenders = new Map<string, Gsm7Offender>();
  const seen = new Set<Skeleton>();
  const walk = (node: Skeleton, guards: readonly string[]): void => {
    if (seen.has(node)) return;
    seen.add(node);
    switch (node.kind) {
      case "lit": {
        let offset = 0;
        for (const character of node.text) {
          const start = offset;
          offset += character.length;
          if (BASIC.has(character) || EXTENSION.has(character)) continue;
          const at = spanWithin(node, start, offset);
          const when = whenOf(guards);
          const key = `${at.file}:${at.start}:${character}`;
          if (!offenders.has(key)) {
            offenders.set(key, { character, suggestion: STAND_INS.get(character), at, when });
          }
        }
        return;
      }
      case "hole":
        return;
      case "cat":
        for (const part of node.parts) walk(part, guards);
        return;
      case "alt":
        for (const { when, body } of node.options) walk(body, when === "" ? guards : [...guards, when]);
        return;
      case "rep":
      case "mark":
        walk(node.body, guards);
        return;
    }
  };
  walk(skeleton, []);
  return [...offenders.values()];
}
