import { CONCERNS, type Concern, type Plan } from "./types.ts";

/**
 * What one signature is about: a concern as a whole, or for copy one language of it. So a word that changes in a
 * translation leaves every other language signed.
 */
export type Subject = {
  readonly concern: Concern;
  /** Of copy; null for every other concern. */
  readonly language: string | null;
};

/** A subject with its digest. */
export type SubjectDigest = Subject & { readonly digest: string };

/** All that has to be signed of a plan: the five concerns, copy language by language, the source first. */
export function subjectsOf({ languages }: Pick<Plan, "languages">): readonly Subject[] {
  return CONCERNS.flatMap((concern): readonly Subject[] =>
    concern === "copy" ? languages.map((language) => ({ concern, language })) : [{ concern, language: null }],
  );
}

/** As people write it: `privacy`, `copy/es`. */
export function subjectName({ concern, language }: Subject): string {
  return language === null ? concern : `${concern}/${language}`;
}

/** Whether a language is not the one in which the campaign was written: the first. */
export function isTranslation({ language }: Subject, { languages }: Pick<Plan, "languages">): boolean {
  return language !== null && language !== languages[0];
}
