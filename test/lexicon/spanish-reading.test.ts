import { describe, expect, it } from "vitest";
import { infleszLevel, lexicon, readingGrade } from "../../src/lexicon/index.ts";
import { spanishSyllables } from "../../src/lexicon/spanish-syllables.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

/** How many syllables a word has that is written with hyphens between them. */
const divided = (word: string): number => word.split("-").length;
const joined = (word: string): string => word.replaceAll("-", "");

describe("spanishSyllables", () => {
  it.each([
    // Diphthongs, hiatuses and triphthongs of the Ortografía de la lengua española (2010), II.3.2.
    ...["cau-sa", "ciu-dad", "rui-do", "viu-da", "pei-ne", "boi-na", "sua-ve", "ai-re", "hue-vo", "vien-to"],
    ...["a-é-re-o", "ca-os", "le-er", "po-e-ta", "te-a-tro", "al-co-hol", "zo-o-ló-gi-co", "a-ho-ra"],
    ...[
      "pa-ís",
      "ba-úl",
      "o-í-do",
      "re-ír",
      "ma-íz",
      "rí-o",
      "bú-ho",
      "a-cen-tú-a",
      "pro-hí-be",
      "ve-hí-cu-lo",
    ],
    ...["a-ve-ri-guáis", "buey", "U-ru-guay", "miau", "cam-biáis"],
    ...["que", "qui-nien-tos", "gue-rra", "gui-ta-rra", "pin-güi-no", "ver-güen-za", "ci-güe-ña"],
    ...["hoy", "muy", "rey", "y", "ya", "yo-gur", "a-yer", "le-yes", "prohi-bir", "ahu-mar"],
    // What letters of clinics say.
    ...["ci-ta", "con-sul-ta", "mé-di-co", "reu-nión", "a-cor-da-mos", "lla-mar-nos", "o-tra", "u-na"],
    ...["in-for-ma-ción", "guar-da-rí-a", "ho-ra-rio", "le-í-a", "ca-í-a", "oír-le".replace("oír", "o-ír")],
  ])("%s", (word) => expect(spanishSyllables(joined(word))).toBe(divided(word)));

  it("does not mind capitals, and counts a word without a vowel as one", () => {
    expect(spanishSyllables("INFORMACIÓN")).toBe(4);
    expect(spanishSyllables("Sr")).toBe(1);
  });
});

describe("perspicuity", () => {
  /** Counted by hand: 33 words and 60 syllables in one sentence. */
  const QUIJOTE =
    "En un lu-gar de la Man-cha, de cu-yo nom-bre no quie-ro a-cor-dar-me, no ha mu-cho tiem-po que vi-ví-a un hi-dal-go de los de lan-za en as-ti-lle-ro, a-dar-ga an-ti-gua, ro-cín fla-co y gal-go co-rre-dor.";

  it("is Szigriszt's formula, on a text that was divided by hand", () => {
    const words = QUIJOTE.replaceAll(/[,.]/g, "").split(" ");
    const syllables = words.map(divided).reduce((sum, count) => sum + count, 0);
    expect([words.length, syllables]).toEqual([33, 60]);
    for (const word of words) expect([word, spanishSyllables(joined(word))]).toEqual([word, divided(word)]);
    const { ease, grade, sentences } = readingGrade(joined(QUIJOTE), lexicon(), "es");
    expect(sentences).toBe(1);
    expect(grade).toBeUndefined();
    expect(ease).toBeCloseTo(206.835 - (62.3 * 60) / 33 - 33, 6);
  });

  it("has the levels of the INFLESZ scale", () => {
    expect([39.9, 40, 54.9, 55, 64.9, 65, 79.9, 80].map(infleszLevel)).toEqual([
      "very difficult",
      "somewhat difficult",
      "somewhat difficult",
      "normal",
      "normal",
      "quite easy",
      "quite easy",
      "very easy",
    ]);
  });

  it("tells a note from a form letter", () => {
    const ease = (text: string) => readingGrade(text, lexicon(), "es-US").ease ?? 0;
    expect(infleszLevel(ease("No pudimos verle. Elija otra hora. Si quiere, llame y le ayudamos."))).toBe(
      "quite easy",
    );
    const form =
      "Mediante la presente comunicación administrativa le notificamos la imposibilidad de garantizar la continuidad asistencial correspondiente, consecuentemente solicitamos la reprogramación correspondiente.";
    expect(infleszLevel(ease(form))).toBe("very difficult");
    expect(readingGrade("We missed you.", lexicon(), "en").ease).toBeUndefined();
  });
});

describe("the rule about reading, in Spanish", () => {
  /** Codes and messages about the Spanish email of the base campaign with one paragraph more. */
  function found(paragraph: string): readonly string[] {
    const edit = `-        También puede llamarnos al {{ clinic.phone }}.\n+        ${paragraph} Llámenos al {{ clinic.phone }}.\n \n         {{ bring }}`;
    return compileTexts(applyEdit(BASE.files, edit))
      .findings.filter(({ code }) => code === "W104")
      .map(({ message }) => message);
  }

  it("finds a form letter, with its points and what is asked for", () => {
    const sentence =
      "La administración correspondiente comunicará oportunamente las modificaciones organizativas necesarias.";
    expect(found(Array(12).fill(sentence).join(" "))).toEqual([
      expect.stringMatching(
        /^The email of email-1 has -?\d+ points on the INFLESZ scale \(very difficult\), and at least 55/,
      ),
    ]);
  });

  it("is silent where a note is as long", () => {
    const sentence = "Si no le va bien, nos llama y le damos otra hora.";
    expect(found(Array(12).fill(sentence).join(" "))).toEqual([]);
  });
});
