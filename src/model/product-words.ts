import type { Language } from "./library.ts";

/** Words that the compiler adds or needs where an organisation wrote none of its own. */
interface ProductWords {
  /** The language's English name, for findings. */
  readonly name: string;
  readonly stopLine: string;
  readonly bringLead: string;
  readonly unsubscribe: string;
}

const WORDS: Readonly<Record<string, ProductWords>> = {
  en: {
    name: "English",
    stopLine: "Reply STOP to opt out.",
    bringLead: "Please bring:",
    unsubscribe: "Unsubscribe",
  },
  es: {
    name: "Spanish",
    stopLine: "Responda STOP para no recibir mensajes.",
    bringLead: "Por favor, traiga:",
    unsubscribe: "Cancelar suscripción",
  },
};

/** The product's words in a language; nothing for a language that it does not speak. */
export function productWords(language: Language): ProductWords | undefined {
  return Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
}

/** A language as a finding names it: "Spanish", or its tag where the product does not know it. */
export function languageName(language: Language): string {
  return productWords(language)?.name ?? language;
}
