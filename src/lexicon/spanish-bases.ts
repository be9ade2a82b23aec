/**
 * Folded Spanish words that `word` may be a plural, a feminine, an adverb or a regular form of a verb of. More than there are, for the
 * list decides which of them is a word: a form is safe only if its infinitive is.
 */
export function spanishBases(word: string): readonly string[] {
  const alone = [word, ...withoutPronouns(word)];
  return [...nounBases(word), ...alone.flatMap(infinitives)];
}

function nounBases(word: string): readonly string[] {
  const singular = [...cut(word, "s"), ...cut(word, "es"), ...cut(word, "ces", "z")];
  const masculine = [word, ...singular].flatMap((form) => [...cut(form, "a", "o"), ...cut(form, "a")]);
  const adverbs = cut(word, "mente").flatMap((form) => [form, ...cut(form, "a", "o")]);
  return [...singular, ...masculine, ...adverbs];
}

/** llamenos → llame, llevarselo → llevarse, llevar. */
function withoutPronouns(word: string): readonly string[] {
  const once = PRONOUNS.flatMap((pronoun) => cut(word, pronoun)).filter((rest) => rest.length > 2);
  return [...once, ...once.flatMap((rest) => PRONOUNS.flatMap((pronoun) => cut(rest, pronoun)))];
}

const PRONOUNS = ["me", "te", "se", "nos", "le", "les", "lo", "la", "los", "las"];

/** Endings of the regular verbs in -ar, and of those in -er and -ir. The accents are folded. */
const ENDINGS = [
  [
    "ar",
    "o as a amos an e es emos en aste o aron aba abas abamos aban are ara aras aremos aran aria arias ariamos arian ando ado ada ados adas ara aras aramos aran ase asen",
  ],
  [
    "er",
    "o es e emos en a as amos an i iste io imos ieron ia ias iamos ian ere era eras eremos eran eria erias eriamos erian iendo ido ida idos idas iera ieran",
  ],
  [
    "ir",
    "o es e imos en a as amos an i iste io ieron ia ias iamos ian ire ira iras iremos iran iria irias iriamos irian iendo ido ida idos idas iera ieran",
  ],
] as const;

const FORMS = ENDINGS.flatMap(([infinitive, endings]) =>
  endings.split(" ").map((ending) => ({ infinitive, ending })),
);

/** programe → programar, busque → buscar, cierra → cerrar. */
function infinitives(word: string): readonly string[] {
  if (/[aei]r$/.test(word)) return [word];
  return FORMS.filter(({ ending }) => word.endsWith(ending) && word.length - ending.length > 1).flatMap(
    ({ infinitive, ending }) => {
      const stem = word.slice(0, word.length - ending.length);
      return spellings(stem).map((spelling) => spelling + infinitive);
    },
  );
}

/** How the stem of a form may be spelled in the infinitive: pague, pagar; recoja, recoger; cierre, cerrar; encuentre, encontrar. */
function spellings(stem: string): readonly string[] {
  const same = [
    stem,
    ...cut(stem, "qu", "c"),
    ...cut(stem, "gu", "g"),
    ...cut(stem, "c", "z"),
    ...cut(stem, "j", "g"),
    ...cut(stem, "zc", "c"),
    ...cut(stem, "y"),
  ];
  return [
    ...same,
    ...same.flatMap((it) => [it.replace(/ie(?=[^aeiou]+$)/, "e"), it.replace(/ue(?=[^aeiou]+$)/, "o")]),
    ...same.map((it) => it.replace(/i(?=[^aeiou]+$)/, "e")),
  ];
}

function cut(word: string, ending: string, instead = ""): readonly string[] {
  return word.endsWith(ending) ? [word.slice(0, -ending.length) + instead] : [];
}
