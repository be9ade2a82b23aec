import type { IToken } from "chevrotain";
import { IS_IN_NEEDS_TIME, PARENTHESIS_ALONE, SEVERAL_VALUES, WAS_OR_IS } from "./findings.ts";
import { type Mistake, mistakeAt, shown } from "./mistake.ts";
import { isConnective, openParentheses, restOfClause, type Stop } from "./stop.ts";
import { Close, Comma, endOf, isOf, Keyword, UnitWord, Value } from "./tokens.ts";

/** `visit.type is in primary-care, annual-exam` */
export function isInList({ tokens, position, clause }: Stop): Mistake | undefined {
  const [field, is, inside] = clause;
  if (field === undefined || is?.tokenType !== Keyword.is || inside?.tokenType !== Keyword.in)
    return undefined;
  const rest = restOfClause(tokens, position - clause.length + 3);
  const values = rest.filter((token) => isOf(token.tokenType, Value));
  const isTime = rest.some(({ tokenType }) => tokenType === UnitWord || tokenType === Keyword.than);
  if (values.length === 0 || isTime) return undefined;
  return {
    meta: IS_IN_NEEDS_TIME,
    start: is.startOffset,
    end: endOf(inside),
    message: "`is in` needs a time, such as 2 weeks",
    remedy: `For a list write: ${field.image} is one of ${listed(values)}.`,
  };
}

/** `visit.date is 5 days ago`, `visit.date was in 5 days` */
export function wasOrIs({ tokens, position, clause }: Stop): Mistake | undefined {
  const [field, verb, ...more] = clause;
  const tail = [...more, ...restOfClause(tokens, position)];
  const last = tail.at(-1);
  if (field === undefined || verb === undefined || last === undefined) return undefined;
  const place = { meta: WAS_OR_IS, start: verb.startOffset, end: endOf(last) };
  if (verb.tokenType === Keyword.is && last.tokenType === Keyword.ago) {
    const time = spaced(tail).replace(/^between (\S+) and /, "$1 to ");
    return {
      ...place,
      message: "a time ago takes `was`, not `is`",
      remedy: `Write: ${field.image} was ${time}.`,
    };
  }
  if (verb.tokenType === Keyword.was && tail[0]?.tokenType === Keyword.in) {
    const remedy = `Write: ${field.image} is ${spaced(tail)}.`;
    return { ...place, message: "a time ahead takes `is`, not `was`", remedy };
  }
  return undefined;
}

/** `visit.type is one of a and b`, `visit.type is a or b`, `visit.type is a, b` */
export function severalValues({ tokens, position, token, previous, clause }: Stop): Mistake | undefined {
  const [field, is] = clause;
  if (token === undefined || previous === undefined || field === undefined) return undefined;
  const joined = isConnective(previous.tokenType) && isOf(token.tokenType, Value);
  const given = clause.filter((candidate) => isOf(candidate.tokenType, Value));
  const isRange = clause.some(({ tokenType }) => tokenType === Keyword.between);
  if (is?.tokenType !== Keyword.is || given.length === 0 || isRange) return undefined;
  if (!joined && token.tokenType !== Comma) return undefined;
  const further: IToken[] = [];
  for (const candidate of tokens.slice(position)) {
    if (isOf(candidate.tokenType, Value)) further.push(candidate);
    else if (candidate.tokenType !== Comma && !isConnective(candidate.tokenType)) break;
  }
  const negated = clause.some(({ tokenType }) => tokenType === Keyword.not || tokenType === Keyword.none);
  return {
    meta: SEVERAL_VALUES,
    start: joined ? previous.startOffset : token.startOffset,
    end: endOf(further.at(-1) ?? token),
    message: joined
      ? `write a comma, not ${previous.image}, between values`
      : "several values need `is one of` or `is none of`",
    remedy: `Write: ${field.image} is ${negated ? "none" : "one"} of ${listed([...given, ...further])}.`,
  };
}

/** `(visit.rebooked`, `visit.rebooked)` */
export function loneParenthesis({ tokens, position, token, clause, allowed }: Stop): Mistake | undefined {
  const innermost = openParentheses(tokens.slice(0, position)).at(-1);
  if (token?.tokenType === Close && innermost === undefined) {
    const remedy = "Take it out, or open it where the part begins.";
    return mistakeAt(token, PARENTHESIS_ALONE, "this parenthesis was never opened", remedy);
  }
  const isWhole = token === undefined && clause.length > 0 && allowed.has(Keyword.and);
  return isWhole && innermost !== undefined
    ? mistakeAt(innermost, PARENTHESIS_ALONE, "this parenthesis is never closed")
    : undefined;
}

function listed(values: readonly IToken[]): string {
  return shown(values.map(({ image }) => image).join(", "));
}

function spaced(tokens: readonly IToken[]): string {
  return shown(tokens.map(({ image }) => image).join(" "));
}
