import { foldToGsm7 } from "./fold.ts";

/** The limits of a printed field, as the plan carries them. */
export interface FieldLimits {
  readonly type: string;
  readonly longest: number | null;
  readonly gsm7: boolean;
}

export type FieldText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing"; readonly why: string }
  | { readonly kind: "too long"; readonly why: string };

/** Letters of any script with their marks, and what stands between the parts of a name. */
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}\p{N} .,'’ʼ`´·‐-]*$/u;
/** A code that is printed as it stands: none of its signs means anything to Markdown within a word. */
const CODE = /^[\p{L}\p{N}._:-]+$/u;
/** "evil.example" and "J.Smith": mail and phones make links of them. "J. R." and "St. John" have a space. */
const LINKS_ITSELF = /\p{L}\.\p{L}{2}/u;
/** Controls, and the marks that turn the direction of a line or hide text (Unicode TR 36); private use is ours. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u;

/**
 * What a message may print of a value that came from outside: one line, without what cannot be seen, within the limits
 * that the length was proved with. A name must be one; "click evil.example" in a name field reaches nobody.
 *
 * @param asSms whether the text message's alphabet is asked for; a mail keeps every letter
 *
 * @example fieldText("Ngô  Anh", { type: "name", longest: 14, gsm7: true }, true) // { kind: "text", text: "Ngo Anh" }
 */
export function fieldText(value: string, limits: FieldLimits, asSms: boolean): FieldText {
  const line = value.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (line === "") return { kind: "missing", why: "it is blank" };
  if (UNSEEN.test(line.replaceAll("\u200d", "").replaceAll("\u200c", "")))
    return { kind: "missing", why: "it holds characters that nobody can see" };
  if (limits.type === "name" && (!NAME.test(line) || LINKS_ITSELF.test(line)))
    return { kind: "missing", why: "it is no name" };
  if (limits.type === "code" && (!CODE.test(line) || LINKS_ITSELF.test(line)))
    return { kind: "missing", why: "it is no code" };
  const written = asSms && limits.gsm7 ? foldToGsm7(line) : line;
  if (written === undefined)
    return { kind: "too long", why: "it has letters that a text message cannot carry" };
  if (limits.longest !== null && written.length > limits.longest)
    return {
      kind: "too long",
      why: `it has ${written.length} characters, and ${limits.longest} were proved`,
    };
  return { kind: "text", text: written };
}
