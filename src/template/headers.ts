import { didYouMean, type Span } from "../source/index.ts";
import { ExpressionReader } from "./expression.ts";
import { LIMITS } from "./limits.ts";
import type { LiquidText } from "./liquid-text.ts";
import type { Piece } from "./pieces.ts";
import {
  COMPARISON_PRINTED,
  LOCAL_NAME,
  LOOP_FORM,
  OPERAND_REFUSED,
  PARTIAL_DYNAMIC,
  RENDER_FORM,
  TOO_LARGE,
  WHEN_REPEATED,
  WHEN_VALUE,
} from "./syntax-findings.ts";
import type { Literal, Operand, TemplateValue, Test } from "./tree.ts";

/** What stands between the braces of one tag, behind its name. `undefined` means that a finding has been reported. */
type Header = Exclude<Piece, { kind: "text" }>;

function readerOf(source: LiquidText, { inner, start, end }: Header): ExpressionReader {
  return new ExpressionReader(source, inner, [start, end]);
}

/** `if`, `elsif`, `unless`: one test. */
export function readTest(source: LiquidText, tag: Header): Test | undefined {
  const expression = readerOf(source, tag).expression();
  return expression?.kind === "value" ? { kind: "truthy", value: expression.value } : expression?.test;
}

/** Outputs, `echo`, `case`: one value with filters. */
export function readValue(source: LiquidText, tag: Header): TemplateValue | undefined {
  return asValue(source, tag, readerOf(source, tag));
}

function asValue(source: LiquidText, tag: Header, reader: ExpressionReader): TemplateValue | undefined {
  const expression = reader.expression();
  if (expression?.kind !== "test") return expression?.value;
  const written = source.slice([tag.start, tag.end]);
  source.report(COMPARISON_PRINTED, tag.start, tag.end, `${written} gives "true" or "false", not words`);
  return undefined;
}

/** `assign name = value`. */
export function readAssign(
  source: LiquidText,
  tag: Header,
): { readonly name: string; readonly value: TemplateValue } | undefined {
  const reader = readerOf(source, tag);
  const name = reader.identifier();
  if (name === "" || !reader.takes("=")) return reader.operands.unreadable();
  const value = asValue(source, tag, reader);
  return isLocalName(source, tag, name) && value ? { name, value } : undefined;
}

/** `capture name`. */
export function readCapture(source: LiquidText, tag: Header): string | undefined {
  const name = source.slice(tag.inner).trim();
  return isLocalName(source, tag, name) ? name : undefined;
}

const RESERVED = [
  "true",
  "false",
  "nil",
  "null",
  "empty",
  "blank",
  "not",
  "and",
  "or",
  "contains",
  "forloop",
  "say",
];

/** Whether a text may give this name a value of its own. */
function isLocalName(source: LiquidText, tag: Header, name: string): boolean {
  if (/^[a-z_]\w*$/i.test(name) && name.length <= 60 && !RESERVED.includes(name)) return true;
  const why = RESERVED.includes(name)
    ? "has a meaning of its own in Liquid"
    : "cannot be the name of a value";
  source.report(LOCAL_NAME, tag.start, tag.end, `"${name.slice(0, 60)}" ${why}`);
  return false;
}

export interface WhenValue {
  readonly value: Literal;
  readonly at: Span;
}

/** `when "a", "b"`: literals, none of which stands in `seen`, where they are added. */
export function readWhen(source: LiquidText, tag: Header, seen: Set<string>): readonly WhenValue[] {
  const reader = readerOf(source, tag);
  const values: WhenValue[] = [];
  do {
    const operand = reader.operand();
    if (!operand) return values;
    if (operand.kind !== "literal") {
      source.reportAt(WHEN_VALUE, operand.at, `${reader.operands.written(operand)} is not a value in quotes`);
      return values;
    }
    const key = `${typeof operand.value}:${operand.value}`;
    if (seen.has(key)) {
      source.reportAt(
        WHEN_REPEATED,
        operand.at,
        `${reader.operands.written(operand)} stands in two places of this case`,
      );
    }
    seen.add(key);
    values.push({ value: operand.value, at: operand.at });
    if (values.length > LIMITS.words) {
      source.report(TOO_LARGE, tag.start, tag.end, `this names more than ${LIMITS.words} values`);
      return values;
    }
  } while (reader.takes(",") || reader.takes("or "));
  if (!reader.atEnd) reader.operands.unreadable();
  return values;
}

export interface LoopHeader {
  readonly name: string;
  readonly over: Operand;
  readonly limit?: number;
  readonly offset?: number;
  readonly reversed: boolean;
}

const LOOP_OPTIONS = ["limit", "offset", "reversed"];

/** `for name in list limit: 3 offset: 1 reversed`. */
export function readLoop(source: LiquidText, tag: Header): LoopHeader | undefined {
  const reader = readerOf(source, tag);
  const name = reader.identifier();
  if (name === "" || reader.identifier() !== "in") return reader.operands.unreadable();
  const over = reader.operand();
  const options = over && reader.options();
  if (!over || !options || !isLocalName(source, tag, name) || !isBounded(source, over, reader))
    return undefined;
  for (const [option, value] of options) {
    if (!LOOP_OPTIONS.includes(option)) {
      const message = `a loop has no option "${option}"${didYouMean(option, LOOP_OPTIONS)}`;
      source.report(LOOP_FORM, tag.start, tag.end, message, "Use limit, offset or reversed.");
      return undefined;
    }
    if (option === "reversed" ? value !== undefined : countOf(value) === undefined) {
      const message = option === "reversed" ? "reversed takes no value" : `${option} needs a whole number`;
      source.report(LOOP_FORM, tag.start, tag.end, message);
      return undefined;
    }
  }
  const limit = countOf(options.get("limit"));
  const offset = countOf(options.get("offset"));
  return {
    name,
    over,
    ...(limit !== undefined && { limit }),
    ...(offset !== undefined && { offset }),
    reversed: options.has("reversed"),
  };
}

function countOf(operand: Operand | undefined): number | undefined {
  if (operand?.kind !== "literal" || typeof operand.value !== "number" || operand.value < 0) return undefined;
  return operand.value;
}

function isBounded(source: LiquidText, over: Operand, reader: ExpressionReader): boolean {
  if (over.kind === "path") return true;
  const written = reader.operands.written(over);
  if (over.kind !== "range") {
    source.reportAt(LOOP_FORM, over.at, `${written} is not something to loop over`);
    return false;
  }
  const from = over.from.kind === "literal" ? over.from.value : undefined;
  const to = over.to.kind === "literal" ? over.to.value : undefined;
  if (typeof from !== "number" || typeof to !== "number") {
    source.reportAt(LOOP_FORM, over.at, `both ends of ${written} must be whole numbers`);
    return false;
  }
  if (to - from < LIMITS.turns) return true;
  source.reportAt(LOOP_FORM, over.at, `${written} repeats its text more than ${LIMITS.turns} times`);
  return false;
}

export interface RenderHeader {
  readonly partial: string;
  readonly args: readonly { readonly name: string; readonly value: Operand }[];
}

/** `render "partial", name: value`. */
export function readRender(source: LiquidText, tag: Header): RenderHeader | undefined {
  const written = source.slice([tag.start, tag.end]);
  const reader = readerOf(source, tag);
  const partial = reader.operand();
  if (!partial) return undefined;
  if (partial.kind !== "literal" || typeof partial.value !== "string" || /\{[{%]|^$/.test(partial.value)) {
    source.report(
      PARTIAL_DYNAMIC,
      tag.start,
      tag.end,
      `${written} does not say in quotes which partial it prints`,
    );
    return undefined;
  }
  if (!reader.atEnd && !reader.takes(",")) {
    source.report(RENDER_FORM, tag.start, tag.end, `${written} has more than a name and values`);
    return undefined;
  }
  const options = reader.options();
  if (!options) return undefined;
  const args: { name: string; value: Operand }[] = [];
  for (const [name, value] of options) {
    if (!isLocalName(source, tag, name)) return undefined;
    if (!value) {
      source.report(RENDER_FORM, tag.start, tag.end, `"${name}" is given no value`);
      return undefined;
    }
    if (value.kind === "range" || value.kind === "emptiness") {
      source.reportAt(
        OPERAND_REFUSED,
        value.at,
        `${reader.operands.written(value)} cannot be given to a partial`,
      );
      return undefined;
    }
    args.push({ name, value });
  }
  return { partial: partial.value, args };
}
