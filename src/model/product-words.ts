import type { Language } from "./library.ts";

/** Words that the compiler adds or needs where an organisation wrote none of its own. */
interface ProductWords {
  readonly stopLine: string;
  readonly bringLead: string;
  readonly unsubscribe: string;
}

const WORDS: Readonly<Record<string, ProductWords>> = {
  en: {
    stopLine: "Reply STOP to opt out.",
    bringLead: "Please bring:",
    unsubscribe: "Unsubscribe",
  },
  es: {
    stopLine: "Responda STOP para no recibir mensajes.",
    bringLead: "Por favor, traiga:",
    unsubscribe: "Cancelar suscripción",
  },
};

/** The product's words in a language; nothing for a language that it does not speak. */
export function productWords(language: Language): ProductWords | undefined {
  return Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
}
