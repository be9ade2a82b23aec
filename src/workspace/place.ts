import type { Span } from "../source/index.ts";
import { entryOf, type YamlEntry, type YamlNode } from "../syntax/index.ts";
import type { Path } from "./schema.ts";

/** A value of a file, and how one gets there. */
export interface Place {
  readonly path: Path;
  readonly node: YamlNode;
  /** The entry whose value this is; nothing for the root and for items of a list. */
  readonly entry: YamlEntry | undefined;
  /** The place that holds this one; nothing for the root. */
  readonly owner: Place | undefined;
}

/** The place that a JSON Pointer means; nothing where it leaves the tree. */
export function placeAt(root: YamlNode, pointer: string): Place | undefined {
  let place: Place = { path: [], node: root, entry: undefined, owner: undefined };
  for (const part of pointer.split("/").slice(1)) {
    const below = placeBelow(place, part.replaceAll("~1", "/").replaceAll("~0", "~"));
    if (below === undefined) return undefined;
    place = below;
  }
  return place;
}

function placeBelow(owner: Place, step: string): Place | undefined {
  if (owner.node.kind === "seq") {
    const node = owner.node.items[Number(step)];
    return node && { path: [...owner.path, Number(step)], node, entry: undefined, owner };
  }
  const entry = entryOf(owner.node, step);
  return entry && { path: [...owner.path, step], node: entry.value, entry, owner };
}

/**
 * What to underline for a value: the value where it stands on one line, else what it begins with, so that a finding
 * about a block does not underline half of the file.
 */
export function underlined({ node, entry }: Place, text: string): Span {
  const written = text.slice(node.span.start, node.span.end).trimEnd();
  if (!written.includes("\n")) return { ...node.span, end: node.span.start + written.length };
  return entry?.key.span ?? beginning(node);
}

/** The first key or item that a value begins with. */
export function beginning(node: YamlNode): Span {
  if (node.kind === "map") return node.entries[0]?.key.span ?? node.span;
  if (node.kind === "seq") return node.items[0] ? beginning(node.items[0]) : node.span;
  return node.span;
}
