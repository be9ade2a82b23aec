import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meaningOf } from "../../src/run/index.ts";

/** The words that 47 CFR 64.1200(a)(10) names. */
const OF_THE_LAW = ["stop", "quit", "end", "revoke", "opt out", "cancel", "unsubscribe"];
const SPANISH = [
  "alto",
  "pare",
  "parar",
  "baja",
  "cancelar",
  "salir",
  "detener",
  "basta",
  "no más",
  "terminar",
  "fin",
];

describe.each([...OF_THE_LAW, ...SPANISH])("%s", (word) => {
  const letters = [...word.replace(" ", "")];
  it.each([
    word,
    word.toUpperCase(),
    `  ${word}  `,
    `${word}!!!`,
    `"${word}."`,
    letters.join(" "),
    letters.join("."),
    word.replace(" ", "-"),
    word.replace(" ", ""),
    `${word} 🛑`,
    `${word}\n`,
    word.normalize("NFD"),
    `\u200b${word}\u00a0`,
  ])("%j takes consent back", (text) => expect(meaningOf(text)).toBe("stop"));
});

it.each([
  "STOPALL",
  "Stop please",
  "please STOP",
  "sToP tExTiNg mE",
  "ＳＴＯＰ",
  "stopp",
  "STOPPPP",
  "Don't text me",
  "Leave me alone.",
  "¡Ya basta!",
  "no me escriban",
  "dar de baja",
])("%s takes it back too", (text) => expect(meaningOf(text)).toBe("stop"));

it.each([
  "please dont text me about this ever again thanks",
  "I want to unsubscribe from these",
  "take me off your list",
  "you have the wrong number",
  "no quiero recibir mas mensajes por favor",
  "por favor borren mi numero",
  "I can't stop by on Monday, Tuesday?",
  "stopped by yesterday, nobody there",
  "I'll sue you",
])("%s waits for a person", (text) => expect(meaningOf(text)).toBe("may revoke"));

it.each(["HELP", "help!", "Info", "AYUDA", "información"])("%s asks for help", (text) =>
  expect(meaningOf(text)).toBe("help"),
);

it.each([
  "I have chest pain",
  "cant breathe, CAN'T BREATHE",
  "me duele, dolor de pecho",
  "I want to kill myself",
  "no es broma: me desmayé",
])("%s is urgent before all else", (text) => expect(meaningOf(text)).toMatch(/^urgent/));

it.each(["stop. I am bleeding", "Don't text me, I have chest pain", "no me llamen, tengo dolor de pecho"])(
  "%s is urgent, and holds everything too",
  (text) => expect(meaningOf(text)).toBe("urgent, may revoke"),
);

describe("words that a campaign states", () => {
  const stated = ["arrêt", "ngừng lại", "停止"];
  it.each(["Arrêt", "ARRET!", "a r r ê t", "arretttt", "NGUNG LAI", "ngừng-lại.", " 停止 "])(
    "%s takes consent back",
    (text) => expect(meaningOf(text, stated)).toBe("stop"),
  );
  it.each(["arrêt s'il vous plaît", "xin ngừng lại ngay", "请停止发送"])("%s waits for a person", (text) =>
    expect(meaningOf(text, stated)).toBe("may revoke"),
  );
  it.each(["arrêtez", "merci"])("%s is none of them", (text) =>
    expect(meaningOf(text, stated)).toBe("words"),
  );
  it("is any other word where nobody states it", () => expect(meaningOf("arrêt")).toBe("words"));
});

it.each([
  "yes",
  "Tuesday at 3?",
  "Sí, el martes",
  "what is this about",
  "",
  "👍",
  "endocrinologist visit ok?",
])("%j is a reply like any other", (text) => expect(meaningOf(text)).toBe("words"));

it("any decoration of a word of the law takes consent back", () => {
  const noise = fc.string({
    unit: fc.constantFrom(" ", ".", "!", "-", "\n", "*", "🙏", "\u200b", "1"),
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.constantFrom(...OF_THE_LAW), noise, noise, fc.boolean(), (word, before, after, upper) => {
      expect(meaningOf(`${before}${upper ? word.toUpperCase() : word}${after}`)).toBe("stop");
    }),
  );
});
