import type { Span } from "../source/index.ts";
import { valueUnder, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from "../syntax/index.ts";

/**
 * Reading a tree that may be wrong: every function is total and gives nothing where the shape is not the one asked
 * for. The schema has already said so; a reader only takes what is there.
 */

/** A value with the place where it is written. */
export interface Sourced<T> {
  readonly value: T;
  readonly at: Span;
}

/** Words of one language, with the scalar that maps offsets in them onto the file. */
export interface WrittenWords {
  readonly text: string;
  readonly scalar: YamlScalar;
}

/** The scalar, unless its value was left out. */
export function scalar(node: YamlNode | undefined): YamlScalar | undefined {
  return node?.kind === "scalar" && !node.isNull ? node : undefined;
}

/** The text of a scalar, as written. */
export function text(node: YamlNode | undefined): Sourced<string> | undefined {
  const written = scalar(node);
  return written && { value: written.text, at: written.span };
}

export function textAt(node: YamlNode | undefined, key: string): Sourced<string> | undefined {
  return text(valueUnder(node, key));
}

/** Whole numbers as people write them: no sign, no leading zero, no exponent, and small enough to count with. */
const WHOLE_NUMBER = /^(?:0|[1-9][0-9]{0,8})$/;

/** A whole number from 0 to 999,999,999. */
export function integer(node: YamlNode | undefined): Sourced<number> | undefined {
  const written = text(node);
  return written && WHOLE_NUMBER.test(written.value)
    ? { value: Number(written.value), at: written.at }
    : undefined;
}

export function integerAt(node: YamlNode | undefined, key: string): Sourced<number> | undefined {
  return integer(valueUnder(node, key));
}

/** A share as people write it: 10%. */
export function percentAt(node: YamlNode | undefined, key: string): Sourced<number> | undefined {
  const written = textAt(node, key);
  const match = written && /^([1-9]\d?|100)\s?%$/.exec(written.value.trim());
  return match ? { value: Number(match[1]), at: written.at } : undefined;
}

/** The words `yes` and `no`. */
export function yesNoAt(node: YamlNode | undefined, key: string): Sourced<boolean> | undefined {
  const word = choiceAt(node, key, ["yes", "no"]);
  return word && { value: word.value === "yes", at: word.at };
}

/**
 * A word of a closed list.
 *
 * @example choice(node, CHANNELS) // { value: "sms", at }
 */
export function choice<const T extends string>(
  node: YamlNode | undefined,
  of: readonly T[],
): Sourced<T> | undefined {
  const written = text(node);
  const value = of.find((word) => word === written?.value);
  return written && value !== undefined ? { value, at: written.at } : undefined;
}

export function choiceAt<const T extends string>(
  node: YamlNode | undefined,
  key: string,
  of: readonly T[],
): Sourced<T> | undefined {
  return choice(valueUnder(node, key), of);
}

/** The mapping under a key. */
export function mapAt(node: YamlNode | undefined, key: string): YamlMap | undefined {
  const value = valueUnder(node, key);
  return value?.kind === "map" ? value : undefined;
}

/** The entries of a mapping. */
export function entries(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === "map" ? node.entries : [];
}

/** The entries of the mapping under a key. */
export function entriesAt(node: YamlNode | undefined, key: string): readonly YamlEntry[] {
  return entries(valueUnder(node, key));
}

/** The items of a list. */
export function list(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === "seq" ? node.items : [];
}

/** The items of the list under a key. */
export function listAt(node: YamlNode | undefined, key: string): readonly YamlNode[] {
  return list(valueUnder(node, key));
}

/** The texts of a list; a text that stands alone counts as a list of one. */
export function texts(node: YamlNode | undefined): readonly Sourced<string>[] {
  const items = node?.kind === "scalar" ? [node] : list(node);
  return items.map(text).filter((item) => item !== undefined);
}

/** The texts of the list under a key. */
export function textsAt(node: YamlNode | undefined, key: string): readonly Sourced<string>[] {
  return texts(valueUnder(node, key));
}

/** Wording by language. A bare text is in the workspace's first language. */
export function words(node: YamlNode | undefined, firstLanguage: string): ReadonlyMap<string, WrittenWords> {
  const byLanguage = new Map<string, WrittenWords>();
  const bare = scalar(node);
  if (bare) byLanguage.set(firstLanguage, { text: bare.text, scalar: bare });
  for (const { key, value } of entries(node)) {
    const written = scalar(value);
    if (written) byLanguage.set(key.text, { text: written.text, scalar: written });
  }
  return byLanguage;
}

/** Wording by language under a key. */
export function wordsAt(
  node: YamlNode | undefined,
  key: string,
  firstLanguage: string,
): ReadonlyMap<string, WrittenWords> {
  return words(valueUnder(node, key), firstLanguage);
}
