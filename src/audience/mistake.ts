import type { IToken } from "chevrotain";
import type { RuleMeta } from "../source/index.ts";
import { endOf } from "./tokens.ts";

/** A finding before its place in the file is known: offsets are in the condition's text. */
export interface Mistake {
  readonly meta: RuleMeta;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly remedy?: string;
}

/** A mistake that one token is. */
export function mistakeAt(token: IToken, meta: RuleMeta, message: string, remedy?: string): Mistake {
  const place = { start: token.startOffset, end: endOf(token) };
  return { meta, ...place, message, ...(remedy !== undefined && { remedy }) };
}

/** A piece of the author's text in a message: on one line, and not endless. */
export function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
