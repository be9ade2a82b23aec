import type { IToken, TokenType } from "chevrotain";
import { audienceParser } from "./parser.ts";
import type { FieldType } from "./tree.ts";

/** What can be asked of each type of field, as an author writes it. */
export const QUESTION_FORMS: Readonly<Record<FieldType["kind"], readonly string[]>> = {
  "yes-no": ["is known", "is unknown"],
  "one-of": ["is", "is not", "is one of", "is none of", "is known", "is unknown"],
  "many-of": ["includes", "does not include", "is known", "is unknown"],
  code: ["is", "is not", "is one of", "is none of", "is known", "is unknown"],
  text: ["is", "is not", "is one of", "is none of", "is known", "is unknown"],
  number: [
    "is",
    "is more than",
    "is less than",
    "is at least",
    "is at most",
    "is between",
    "is known",
    "is unknown",
  ],
  date: [
    "was 5 days ago",
    "is in 2 weeks",
    "is before",
    "is after",
    "is on",
    "is between",
    "is known",
    "is unknown",
  ],
  name: ["is known", "is unknown"],
  phone: ["is known", "is unknown"],
};

/**
 * The kinds of token that the grammar accepts behind the beginning of a clause, in the grammar's order. Asked of the
 * one clause only: what is allowed does not depend on the clauses before it, and the search stays small.
 */
export function nextWords(clause: readonly IToken[]): ReadonlySet<TokenType> {
  const parser = audienceParser();
  const kinds = parser.following(clause);
  return new Set(kinds.length > 0 ? kinds : parser.following([]));
}
