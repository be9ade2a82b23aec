import type { IToken } from "chevrotain";
import { diagnose, type Outcome, type Span } from "../source/index.ts";
import { explainStop } from "./explain-stop.ts";
import { CONDITION_EMPTY, CONDITION_TOO_BIG } from "./findings.ts";
import type { Mistake } from "./mistake.ts";
import { audienceParser, numbered } from "./parser.ts";
import { repeats, type Stop, stopOf } from "./stop.ts";
import { readStrictly } from "./strict-reader.ts";
import type { Surface } from "./surface.ts";
import { Close, Field, Keyword, Open, tokenize } from "./tokens.ts";
import type { Condition, Fields } from "./tree.ts";
import { typeSurface } from "./typing.ts";

/** A reviewer signs a condition, so it must stay readable; the limits also bound the work. */
const LONGEST = 4000;
const DEEPEST = 30;

/**
 * Reads one condition of the audience language.
 *
 * `locate` turns offsets in `text` into spans of the author's file. There is a value only where nothing is wrong.
 *
 * @example
 * parseCondition("visit.date was 1 to 14 days ago", locate, fields).value
 * // { kind: "relative", direction: "ago", amount: { least: 1, most: 14, … }, … }
 */
export function parseCondition(
  text: string,
  locate: (start: number, end: number) => Span,
  fields: Fields,
): Outcome<Condition | undefined> {
  const mistakes: Mistake[] = [];
  const report = (mistake: Mistake) => mistakes.push(mistake);
  const tokens = text.length > LONGEST ? [] : tokenize(text);
  const whole = { start: 0, end: text.length };
  let value: Condition | undefined;
  if (text.length > LONGEST) {
    const message = `this condition has ${text.length} characters, more than ${LONGEST}`;
    report({ meta: CONDITION_TOO_BIG, ...whole, message });
  } else if (tokens.length === 0) {
    report({ meta: CONDITION_EMPTY, ...whole, message: "this condition is empty" });
  } else if (depth(tokens) > DEEPEST) {
    const message = `this condition goes more than ${DEEPEST} parentheses and nots deep`;
    report({ meta: CONDITION_TOO_BIG, ...whole, message });
  } else {
    const { surface, stops } = surfaceOf(tokens, fields);
    for (const stop of stops) report(explainStop(stop));
    // A clause that broke off is not typed: what is wrong with it has been said.
    const broken = new Set(stops.filter(({ allowed }) => !allowed.has(Field)).map(({ clause }) => clause[0]));
    const condition = surface && typeSurface(surface, { text, fields, locate, report, broken });
    if (mistakes.length === 0) value = condition;
  }
  mistakes.sort((a, b) => a.start - b.start || a.end - b.end);
  const diagnostics = mistakes.map(({ meta, start, end, message, remedy }) =>
    diagnose(meta, { at: locate(start, end), message, ...(remedy !== undefined && { remedy }) }),
  );
  return { value, diagnostics };
}

/** What can be read, and each place where reading stopped. Only a text with a mistake is read by the parser that explains it. */
function surfaceOf(
  tokens: readonly IToken[],
  fields: Fields,
): { readonly surface: Surface | undefined; readonly stops: readonly Stop[] } {
  const whole = readStrictly(tokens);
  if (whole !== undefined) return { surface: whole, stops: [] };
  const known = numbered(tokens);
  const { surface, errors } = audienceParser().read(known);
  const stops = errors.map((error) => stopOf(error, known, fields));
  const isFresh = (stop: Stop, position: number) => {
    const before = stops[position - 1];
    return before === undefined || !repeats(stop, before);
  };
  return { surface, stops: stops.filter(isFresh) };
}

/** How many parentheses and nots lie within each other at the deepest place. */
function depth(tokens: readonly IToken[]): number {
  const open: number[] = [];
  let deepest = 0;
  let here = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === Keyword.not) here++;
    else if (tokenType === Open) {
      open.push(here);
      here++;
    } else if (tokenType === Close) here = open.pop() ?? 0;
    else here = open.length === 0 ? 0 : (open.at(-1) ?? 0) + 1;
    deepest = Math.max(deepest, here);
  }
  return deepest;
}
