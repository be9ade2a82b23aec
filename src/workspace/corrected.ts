import { nearest } from "../source/index.ts";
import type { Schema } from "./schema.ts";

/** How people write yes and no elsewhere. */
const WORDS: ReadonlyMap<string, "yes" | "no"> = new Map([
  ["true", "yes"],
  ["on", "yes"],
  ["y", "yes"],
  ["1", "yes"],
  ["yes", "yes"],
  ["false", "no"],
  ["off", "no"],
  ["n", "no"],
  ["0", "no"],
  ["no", "no"],
]);

/** The word of the language that `true`, `off` or `Yes` stands for. */
export function yesOrNo(written: string): "yes" | "no" | undefined {
  return written.length > 5 ? undefined : WORDS.get(written.toLowerCase());
}

/** Languages by the names under which people write them. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["english", "en"],
  ["eng", "en"],
  ["inglés", "en"],
  ["spanish", "es"],
  ["español", "es"],
  ["spa", "es"],
  ["sp", "es"],
  ["chinese", "zh"],
  ["vietnamese", "vi"],
  ["tagalog", "tl"],
  ["korean", "ko"],
  ["arabic", "ar"],
  ["french", "fr"],
  ["portuguese", "pt"],
  ["russian", "ru"],
]);

/**
 * The code that a language key was probably meant to be.
 *
 * @example correctedLanguage("English") // "en"
 * @example correctedLanguage("es_mx") // "es-MX"
 */
export function correctedLanguage(written: string): string | undefined {
  if (written.length > 20) return undefined;
  const named = LANGUAGES.get(written.normalize("NFC").toLowerCase());
  if (named !== undefined) return named;
  const [, language, region] = /^([a-z]{2})(?:[-_ ]([a-z]{2}))?$/.exec(written.toLowerCase()) ?? [];
  if (language === undefined) return undefined;
  return region === undefined ? language : `${language}-${region.toUpperCase()}`;
}

/**
 * A text in the form that a schema asks for, where only capitals, blanks, hyphens and the like stand in the way.
 *
 * @example corrected("North Scheduling", { pattern: "^[a-z_]+$" }) // "north_scheduling"
 */
export function corrected(written: string, { pattern, maxLength = 80 }: Schema): string | undefined {
  if (pattern === undefined || written.length > maxLength) return undefined;
  const form = new RegExp(pattern, "u");
  const trimmed = written.trim();
  const words = trimmed.toLowerCase().replaceAll(/['’]/g, "");
  const attempts = [
    trimmed,
    trimmed.replace(/^(?:https?:)?\/\//, "").replace(/\/$/, ""),
    `https://${trimmed}`,
    words.replaceAll(/[^a-z0-9]+/g, "_").replaceAll(/^_|_$/g, ""),
    words.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, ""),
    trimmed.toUpperCase(),
  ];
  return attempts.find((attempt) => attempt !== written && form.test(attempt));
}

/**
 * The word of a list that was probably meant: the nearest, the only one that begins so, or one with the same letters
 * in another order.
 */
export function meantWord(written: string, words: readonly string[]): string | undefined {
  // Nobody misspells a short word by a long one.
  const near = nearest(
    written,
    words.filter((word) => written.length <= 2 * word.length),
  );
  if (near !== undefined || written.length < 3) return near;
  const [begun, ...others] = words.filter((word) => word.startsWith(written));
  if (begun !== undefined && others.length === 0) return begun;
  const letters = (word: string) => [...word].sort().join("");
  return words.find((word) => word.length === written.length && letters(word) === letters(written));
}
