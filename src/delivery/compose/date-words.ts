const WORDS: Readonly<Record<string, { readonly weekdays: string; readonly months: string }>> = {
  en: {
    weekdays: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
    months: "January February March April May June July August September October November December",
  },
  es: {
    weekdays: "domingo lunes martes miércoles jueves viernes sábado",
    months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  },
};

/**
 * A day as a patient reads it. The words are ours, so that no version of a computer's language data changes a message.
 *
 * @param date ISO date
 * @returns nothing for a language that we have no words in, and for a date that is none
 *
 * @example dateInWords("2026-09-30", "en") // "Wednesday, September 30"
 * @example dateInWords("2026-09-30", "es") // "miércoles, 30 de septiembre"
 */
export function dateInWords(date: string, language: string): string | undefined {
  const words = Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined;
  if (words === undefined || time === undefined || Number.isNaN(time.getTime())) return undefined;
  const weekday = words.weekdays.split(" ")[time.getUTCDay()];
  const month = words.months.split(" ")[time.getUTCMonth()];
  const day = time.getUTCDate();
  return language === "es" ? `${weekday}, ${day} de ${month}` : `${weekday}, ${month} ${day}`;
}
