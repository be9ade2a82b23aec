import type { RequiredRoles } from "../model/index.ts";
import { isTranslation, type Plan, type Question, type Subject } from "../plan/index.ts";
import { compareText } from "../source/index.ts";

/**
 * The roles that must sign a part of a plan: those that are always required, and whoever is asked something about it.
 *
 * A translation is signed by those who can read it; what all languages share is signed with the source.
 */
export function rolesThatSign(subject: Subject, plan: Plan, required: RequiredRoles): readonly string[] {
  const always = isTranslation(subject, plan) ? required.translations : required[subject.concern];
  const asked = questionsOf(subject, plan).map(({ role }) => role);
  return [...new Set([...always, ...asked])].sort(compareText);
}

/** What a signature of this part answers with yes; of one role, or of all. */
export function questionsOf(subject: Subject, plan: Plan, role?: string): readonly Question[] {
  return plan.questions.filter(
    (question) =>
      question.concern === subject.concern &&
      (role === undefined || question.role === role) &&
      (subject.concern !== "copy" || languageOf(question, plan) === subject.language),
  );
}

/** A question about a language in which the campaign is not sent is answered with its source: nobody else would. */
function languageOf({ language }: Question, { languages }: Plan): string | undefined {
  return language !== null && languages.includes(language) ? language : languages[0];
}
