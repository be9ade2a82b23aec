import type { IToken } from "chevrotain";
import { parseDate } from "../calendar/index.ts";
import { choices, didYouMean } from "../source/index.ts";
import { canonicalDecimal } from "./decimal.ts";
import { NOT_A_DATE, NOT_A_NUMBER, RESERVED_VALUE, VALUE_NOT_IN_LIST, VALUE_QUOTES } from "./findings.ts";
import { mistakeAt, shown } from "./mistake.ts";
import { endOf, Quoted } from "./tokens.ts";
import type { Coded, Decimal, FieldSpec, IsoDate } from "./tree.ts";
import type { TypingNotes } from "./typing-notes.ts";

/** What a value token says, without its quotes. */
export function valueText(token: IToken): string {
  return token.tokenType === Quoted ? token.image.slice(1, -1) : token.image;
}

/** A code or text that the field can have. */
export function codedValue(token: IToken, spec: FieldSpec, notes: TypingNotes): Coded | undefined {
  const value = valueText(token);
  const unfit = unfitness(value, spec);
  if (unfit !== undefined) {
    notes.report(mistakeAt(token, VALUE_QUOTES, unfit, `Write a value, or: ${spec.path} is unknown.`));
    return undefined;
  }
  if (value === "known" || value === "unknown") {
    notes.report(
      mistakeAt(
        token,
        RESERVED_VALUE,
        `no record has "${value}" as a value`,
        `Write: ${spec.path} is ${value}.`,
      ),
    );
    return undefined;
  }
  if ((spec.type.kind === "one-of" || spec.type.kind === "many-of") && !spec.type.values.includes(value)) {
    const message = `${spec.path} is never "${shown(value)}"${didYouMean(value, spec.type.values)}`;
    notes.report(mistakeAt(token, VALUE_NOT_IN_LIST, message, `Write ${choices(spec.type.values)}.`));
    return undefined;
  }
  return { value, at: notes.locate(token.startOffset, endOf(token)) };
}

export function decimalValue(token: IToken, notes: TypingNotes): Decimal | undefined {
  const decimal = canonicalDecimal(valueText(token));
  if (decimal === undefined) {
    notes.report(
      mistakeAt(
        token,
        NOT_A_NUMBER,
        `"${shown(valueText(token))}" is not a number`,
        "Write a number such as 5 or 0.5.",
      ),
    );
  }
  return decimal;
}

export function dateValue(token: IToken, notes: TypingNotes): IsoDate | undefined {
  const text = valueText(token);
  const reading = parseDate(text);
  if (!reading.ok) {
    notes.report(mistakeAt(token, NOT_A_DATE, reading.problem.message, reading.problem.remedy));
    return undefined;
  }
  if (reading.value < "1900-01-01" || reading.value > "2199-12-31") {
    notes.report(mistakeAt(token, NOT_A_DATE, `"${text}" is outside the years 1900 to 2199`));
    return undefined;
  }
  return reading.value;
}

/**
 * Why a text can be no value at all. A backslash is read differently by SQL engines, and a bar divides the codes of a
 * many-of field where they are stored.
 */
function unfitness(value: string, spec: FieldSpec): string | undefined {
  if (value.trim() === "") return "there is nothing between the quotes";
  if (value.includes("\\")) return "a value cannot have a backslash";
  if (/\p{Cc}/u.test(value)) return "a value cannot run over lines";
  if (spec.type.kind === "many-of" && value.includes("|")) return `a code of ${spec.path} cannot have a bar`;
  return undefined;
}
