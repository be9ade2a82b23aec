import type { TokenType } from "chevrotain";
import { choices } from "../source/index.ts";
import { isInList, loneParenthesis, severalValues, wasOrIs } from "./explain-clauses.ts";
import {
  brokenQuote,
  fieldWithoutDot,
  keywordAsValue,
  keywordInCapitals,
  numberRange,
  sign,
  valueWithDot,
} from "./explain-words.ts";
import { CONDITION_UNREADABLE } from "./findings.ts";
import { type Mistake, mistakeAt, shown } from "./mistake.ts";
import { QUESTION_FORMS } from "./next-words.ts";
import type { Stop } from "./stop.ts";
import { endOf, Field, Keyword, Numeral, UnitWord, Value } from "./tokens.ts";

/** From the most telling to the least; the first that recognises what the author did explains it. */
const EXPLANATIONS: readonly ((stop: Stop) => Mistake | undefined)[] = [
  brokenQuote,
  sign,
  keywordInCapitals,
  isInList,
  wasOrIs,
  severalValues,
  valueWithDot,
  keywordAsValue,
  fieldWithoutDot,
  loneParenthesis,
  numberRange,
];

/** What the author did wrong where reading stopped, in words that do not come from a grammar. */
export function explainStop(stop: Stop): Mistake {
  for (const explain of EXPLANATIONS) {
    const mistake = explain(stop);
    if (mistake !== undefined) return mistake;
  }
  const { token, previous } = stop;
  const place = previous === undefined ? "Write" : `After "${shown(previous.image)}" write`;
  const remedy = `${place} ${choices(allowedWords(stop), 20)}.`;
  if (token !== undefined) {
    return mistakeAt(token, CONDITION_UNREADABLE, `"${shown(token.image)}" cannot stand here`, remedy);
  }
  const message = `the condition stops after "${shown(previous?.image ?? "")}"`;
  const [start, end] = previous === undefined ? [0, 0] : [previous.startOffset, endOf(previous)];
  return { meta: CONDITION_UNREADABLE, start, end, message, remedy };
}

/** What may be written at the stop; behind a field and its verb, only what the field's type can be asked. */
function allowedWords({ clause, type, allowed }: Stop): readonly string[] {
  const forms = type === undefined ? [] : QUESTION_FORMS[type.kind];
  const valueWords = type?.kind === "one-of" || type?.kind === "many-of" ? type.values : ["a value"];
  if (clause.length === 1 && forms.length > 0) {
    const questions = forms.map((form) => `"${form}"`);
    return type?.kind === "yes-no" ? ['"and"', '"or"', ...questions] : questions;
  }
  const verb = clause[1]?.image;
  const further =
    clause.length === 2 ? forms.filter((form) => form === verb || form.startsWith(`${verb} `)) : [];
  if (verb !== undefined && further.length > 0) {
    return further.flatMap((form) => (form === verb ? valueWords : [`"${form.slice(verb.length + 1)}"`]));
  }
  return [...allowed].flatMap((kind) =>
    kind === Value ? valueWords : (WORDS.get(kind) ?? [`"${kind.name}"`]),
  );
}

/** Kinds of token that are no words, and words that are never alone. */
const WORDS: ReadonlyMap<TokenType, readonly string[]> = new Map([
  [Field, ["a field"]],
  [Numeral, ["a number"]],
  [UnitWord, ["days", "weeks", "months", "years"]],
  [Keyword.more, ['"more than"']],
  [Keyword.less, ['"less than"']],
  [Keyword.at, ['"at least"', '"at most"']],
  [Keyword.one, ['"one of"']],
  [Keyword.none, ['"none of"']],
]);
