const LANGUAGES: Readonly<Record<string, string>> = {
  ar: "Arabic",
  de: "German",
  en: "English",
  es: "Spanish",
  fr: "French",
  hi: "Hindi",
  ht: "Haitian Creole",
  it: "Italian",
  ja: "Japanese",
  ko: "Korean",
  pl: "Polish",
  pt: "Portuguese",
  ru: "Russian",
  so: "Somali",
  tl: "Tagalog",
  uk: "Ukrainian",
  vi: "Vietnamese",
  zh: "Chinese",
};

/** The English name of a language by its bare tag; nothing for one that the list lacks. */
export function knownLanguage(tag: string): string | undefined {
  return Object.hasOwn(LANGUAGES, tag) ? LANGUAGES[tag] : undefined;
}

/** "Spanish" for `es` and `es-MX`; a tag that the list lacks stays as it is written. */
export function languageName(tag: string): string {
  const base = knownLanguage(tag.split("-")[0] ?? "");
  if (base === undefined) return tag;
  return tag.includes("-") ? `${base} (${tag})` : base;
}
