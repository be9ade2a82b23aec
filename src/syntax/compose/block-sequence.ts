import type { CST } from "yaml";
import { NO_DASH, UNEVEN_INDENT } from "../findings/structure.ts";
import { NO_VALUE } from "../findings/traps.ts";
import type { YamlNode, YamlSeq } from "../tree.ts";
import { lineEndOf, shown } from "../words.ts";
import { type Composition, report } from "./composition.ts";
import { refuseStrays, spanFrom } from "./entries.ts";
import { absentScalar } from "./scalar.ts";

/** A list with a dash before each item. */
export function composeBlockSequence(c: Composition, token: CST.BlockSequence): YamlSeq {
  const items: YamlNode[] = [];
  for (const { start, value } of token.items) {
    refuseStrays(c, start, ["seq-item-ind"]);
    const dash = start.find((part) => part.type === "seq-item-ind");
    if (dash === undefined) {
      if (value !== undefined) addWithoutDash(c, items, value);
    } else if (value === undefined) {
      items.push(absentScalar(c, dash.offset + 1));
      noItem(c, dash.offset);
    } else {
      const item = c.node(value);
      if (item.kind === "scalar" && item.isNull) noItem(c, dash.offset);
      items.push(item);
    }
  }
  return { kind: "seq", items, span: spanFrom(c, token.offset, items) };
}

function noItem(c: Composition, dash: number): void {
  report(c, { meta: NO_VALUE, start: dash, end: dash + 1, message: "This item of the list has no value." });
}

/** A line among the items that begins with no dash: most often one that is indented too far or not far enough. */
function addWithoutDash(c: Composition, items: YamlNode[], value: CST.Token): void {
  const start = value.offset;
  const end = start + c.text.slice(start, lineEndOf(c.text, start)).trimEnd().length;
  const node = c.node(value);
  const above = items.at(-1);
  if (node.kind === "seq") {
    items.push(...node.items);
    unevenLine(c, start, end, "This list item does not begin in the same column as the items above it.");
  } else if (node.kind === "map" && above?.kind === "map") {
    items[items.length - 1] = { ...above, entries: [...above.entries, ...node.entries] };
    const name = node.entries[0]?.key;
    const message = `\`${name?.text ?? ""}\` does not begin in the same column as the keys of this item above it.`;
    unevenLine(c, start, name?.span.end ?? end, message);
  } else {
    report(c, {
      meta: NO_DASH,
      start,
      end,
      message: `${shown(c.original, { start, end })} has no dash.`,
    });
  }
}

function unevenLine(c: Composition, start: number, end: number, message: string): void {
  report(c, { meta: UNEVEN_INDENT, start, end, message });
}
