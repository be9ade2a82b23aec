import type { Comparison } from "./tree.ts";

/** The word `nil`: to Liquid another thing than a missing value, but equal to it. */
export const NIL = Symbol("nil");

/** What a name can stand for while a text is written. `undefined` is a missing value. */
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | typeof NIL
  | readonly Value[]
  | { readonly [key: string]: Value };

/** Everything but false and nothing counts as true: 0, "" and empty lists too. */
export function isTruthy(value: Value): boolean {
  return value !== false && value !== undefined && value !== null && value !== NIL;
}

function isNothing(value: Value): boolean {
  return value === undefined || value === null || value === NIL;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** What is printed for a value. */
export function printed(value: Value): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null || value === NIL) return "";
  if (isList(value)) return value.map(printed).join("");
  return String(value);
}

/** `value.key`, `value[key]`: own properties, list places from either end, `size`, `first`, `last`. */
export function propertyOf(value: Value, key: Value): Value {
  if (isNothing(value)) return undefined;
  if (isList(value) && typeof key === "number") return value[key < 0 ? value.length + key : key];
  const name = key === NIL ? "null" : typeof key === "object" && key !== null ? printed(key) : String(key);
  const own = ownProperty(value, name);
  if (own !== undefined) return own;
  if (name === "size") return sizeOf(value);
  if (isList(value) && name === "first") return value[0];
  if (isList(value) && name === "last") return value[value.length - 1];
  return undefined;
}

function ownProperty(value: Value, name: string): Value {
  if (isList(value))
    return name === "length" ? value.length : /^\d+$/.test(name) ? value[Number(name)] : undefined;
  if (typeof value === "string")
    return name === "length" ? value.length : /^(0|[1-9]\d*)$/.test(name) ? value[Number(name)] : undefined;
  if (typeof value === "object" && value !== null)
    return Object.hasOwn(value, name) ? value[name] : undefined;
  return undefined;
}

function sizeOf(value: Value): Value {
  if (isList(value) || typeof value === "string") return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : undefined;
}

/** What a loop runs over: a list's members, a text as one, a record's pairs, nothing for the rest. */
export function membersOf(value: Value): readonly Value[] {
  if (isList(value)) return value;
  if (typeof value === "string") return value === "" ? [] : [value];
  if (typeof value === "object" && value !== null)
    return Object.entries(value).map(([key, member]) => [key, member]);
  return [];
}

/** `left op right` as liquidjs 10.30.1 answers it. */
export function compare(op: Comparison, left: Value, right: Value): boolean {
  switch (op) {
    case "==":
      return isEqual(left, right);
    case "!=":
      return !isEqual(left, right);
    case "contains":
      return contains(left, right);
    default:
      return isOrdered(op, left, right);
  }
}

/** Whether a value equals the word `empty` or `blank`. */
export function isEmptiness(value: Value, which: "empty" | "blank"): boolean {
  if (which === "blank") {
    if (value === false || isNothing(value)) return value !== NIL;
    if (typeof value === "string") return /^\s*$/.test(value);
  }
  if (isList(value) || typeof value === "string") return value.length === 0;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function isEqual(left: Value, right: Value): boolean {
  if (left === NIL) return isNothing(right);
  if (right === NIL) return isNothing(left);
  if (isList(left)) {
    return (
      isList(right) && left.length === right.length && left.every((member, i) => isEqual(member, right[i]))
    );
  }
  return left === right;
}

function contains(left: Value, right: Value): boolean {
  if (isList(left)) return left.some((member) => isEqual(member, right));
  return typeof left === "string" && left.includes(right === NIL ? "null" : coercedText(right));
}

function coercedText(value: Value): string {
  return isList(value)
    ? value.map((member) => (isNothing(member) ? "" : coercedText(member))).join(",")
    : String(value);
}

/** JavaScript's order: texts by code units, everything else as numbers. */
function isOrdered(op: "<" | ">" | "<=" | ">=", left: Value, right: Value): boolean {
  if (left === NIL || right === NIL) return false;
  const a = primitive(left);
  const b = primitive(right);
  if (typeof a === "string" && typeof b === "string") return holds(op, a, b);
  return holds(op, Number(a), Number(b));
}

function primitive(value: Value): string | number | boolean | null | undefined {
  return typeof value === "object" && value !== null
    ? coercedText(value)
    : typeof value === "symbol"
      ? null
      : value;
}

function holds<T extends string | number>(op: "<" | ">" | "<=" | ">=", a: T, b: T): boolean {
  switch (op) {
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "<=":
      return a <= b;
    case ">=":
      return a >= b;
  }
}
