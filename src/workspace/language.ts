import { type Diagnostic, diagnose, type Span } from "../source/index.ts";
import { correctedLanguage } from "./corrected.ts";
import { NOT_A_LANGUAGE } from "./findings/values.ts";
import { quoted } from "./shown.ts";

/** The title of the schema of language codes, wherever one is written. */
export const LANGUAGE = "Language code";

/** What is wrong with a language, as a key or as an item; `remedy` says what to do with the code that was meant. */
export function notALanguage(at: Span, written: string, remedy: (code: string) => string): Diagnostic {
  const code = correctedLanguage(written);
  return diagnose(NOT_A_LANGUAGE, {
    at,
    message: `${quoted(written)} is not a language code.`,
    remedy: code === undefined ? "Write a code such as en for English or es for Spanish." : remedy(code),
  });
}
