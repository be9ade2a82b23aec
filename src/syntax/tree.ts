import type { Span } from "../source/index.ts";

/** How a scalar was written; decides how its decoded text maps back onto the file. */
export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

/**
 * Maps offsets in a scalar's decoded text onto offsets in the file.
 *
 * Block scalars lose indentation, quoted scalars lose escapes, folded ones join lines; the map knows where each
 * decoded UTF-16 unit came from, so that a mistake inside a Liquid tag inside a block scalar underlines that tag.
 */
export interface ScalarMap {
  /** File offset of the decoded unit at `offset`; at the end of the text, the offset just after its last unit. */
  toFile(offset: number): number;
  /** Span in the file of the decoded text from `start` to `end` (exclusive). */
  span(start: number, end: number): Span;
}

export interface YamlScalar {
  readonly kind: "scalar";
  /** Decoded text. A plain scalar is text as written, never retyped: `07:30`, `no` and `1.10` stay themselves. */
  readonly text: string;
  readonly style: ScalarStyle;
  /** True for a value that was left out (`title:`) or written `null` or `~` without quotes. */
  readonly isNull: boolean;
  /** The whole scalar with its quotes or block header. */
  readonly span: Span;
  readonly map: ScalarMap;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

export interface YamlMap {
  readonly kind: "map";
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}

export interface YamlSeq {
  readonly kind: "seq";
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

export type YamlNode = YamlScalar | YamlMap | YamlSeq;

/** A comment with its `#`, kept for ignore comments and for the "swallowed comment" check. */
export interface YamlComment {
  readonly text: string;
  readonly span: Span;
}

export interface YamlFile {
  readonly path: string;
  /** Nothing where the file is empty, or too broken to give a tree. */
  readonly root: YamlNode | undefined;
  readonly comments: readonly YamlComment[];
}

/** The entry of a map with this key. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === "map" ? node.entries.find((entry) => entry.key.text === key) : undefined;
}

/** The value under this key of a map. */
export function valueUnder(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return entryOf(node, key)?.value;
}

/** The node at a path of keys and indexes; nothing where the path leaves the tree. */
export function nodeAt(node: YamlNode | undefined, path: readonly (string | number)[]): YamlNode | undefined {
  let here = node;
  for (const step of path) {
    if (here?.kind === "seq") here = here.items[Number(step)];
    else here = valueUnder(here, String(step));
  }
  return here;
}

/** Plain JavaScript value of a tree: every scalar a string as written, a left-out value null. */
export function plainOf(node: YamlNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.isNull ? null : node.text;
    case "seq":
      return node.items.map(plainOf);
    case "map": {
      const plain: Record<string, unknown> = Object.create(null);
      for (const { key, value } of node.entries) plain[key.text] = plainOf(value);
      return plain;
    }
  }
}
