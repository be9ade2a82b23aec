import { compareText } from "../source/index.ts";
import type { Json } from "./types.ts";

/**
 * Canonical JSON: the subset of RFC 8785 with integers only. The same value gives the same bytes on any machine.
 *
 * Keys are sorted by UTF-16 code units, there is no white space, and nothing is normalised: a look-alike letter
 * changes the digest, as it must. Decimals are kept as strings by those who build the value.
 *
 * @throws TypeError for what has no canonical form: a fraction, NaN, an unpaired surrogate, undefined.
 * @example canonicalJson({ b: 1, a: "é" }) // '{"a":"é","b":1}'
 */
export function canonicalJson(value: Json): string {
  switch (typeof value) {
    case "string":
      if (!value.isWellFormed()) throw new TypeError("canonical JSON: unpaired surrogate in a string");
      return JSON.stringify(value);
    case "number":
      if (!Number.isSafeInteger(value)) throw new TypeError(`canonical JSON: ${value} is not a safe integer`);
      return Object.is(value, -0) ? "0" : String(value);
    case "boolean":
      return String(value);
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
      return `{${members(value as { readonly [key: string]: Json }).join(",")}}`;
    default:
      throw new TypeError(`canonical JSON: no form for ${typeof value}`);
  }
}

function members(object: { readonly [key: string]: Json }): string[] {
  return Object.keys(object)
    .sort(compareText)
    .map((key) => `${canonicalJson(key)}:${canonicalJson(object[key] as Json)}`);
}
