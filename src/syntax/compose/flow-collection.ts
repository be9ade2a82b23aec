import type { CST } from "yaml";
import { COMMA_BETWEEN_ITEMS } from "../findings/structure.ts";
import type { YamlMap, YamlNode, YamlSeq } from "../tree.ts";
import { type Composition, report, spanOf } from "./composition.ts";
import { colonIn, composeKey, Entries, noColon, refuseStrays, unreadable } from "./entries.ts";

type Item = CST.CollectionItem;

/** A group or list between brackets. */
export function composeFlowCollection(c: Composition, token: CST.FlowCollection): YamlMap | YamlSeq {
  checkCommas(c, token.items);
  const [closing, ...after] = token.end;
  refuseStrays(c, after, []);
  const map = token.start.source === "{";
  const entries = new Entries(c);
  const items: YamlNode[] = [];
  for (const item of token.items) {
    refuseStrays(c, item.start, ["comma", "explicit-key-ind"]);
    refuseStrays(c, item.sep, ["map-value-ind"]);
    if (map) addEntry(c, entries, item);
    else addItem(c, items, item);
  }
  const content = map ? entries.list.map((entry) => entry.value) : items;
  const end = closing === undefined ? (content.at(-1)?.span.end ?? token.offset + 1) : closing.offset + 1;
  const span = spanOf(c, token.offset, Math.max(end, token.offset + 1));
  return map ? { kind: "map", entries: entries.list, span } : { kind: "seq", items, span };
}

function addEntry(c: Composition, entries: Entries, { key, sep, value }: Item): void {
  if (!key && !sep && !value) return;
  const colon = colonIn(sep);
  if (colon !== undefined) {
    const name = composeKey(c, key, colon);
    if (name !== undefined) entries.addPair(name, colon, value);
  } else if (key && "source" in key) {
    const end = key.offset + key.source.length;
    if (!entries.addStray(key.offset, c.original.slice(key.offset, end)))
      noColon(c, { start: key.offset, end });
  } else unreadable(c, key?.offset ?? value?.offset ?? 0);
}

function addItem(c: Composition, items: YamlNode[], { key, sep, value }: Item): void {
  if (!key && !sep) {
    if (value) items.push(c.node(value));
    return;
  }
  const pair = new Entries(c);
  const colon = colonIn(sep);
  if (colon === undefined) {
    if (key) items.push(c.node(key));
    if (value) {
      items.push(c.node(value));
      commaFault(c, value.offset, "A comma is missing before this item.");
    }
    return;
  }
  const name = composeKey(c, key, colon);
  if (name === undefined) return;
  pair.addPair(name, colon, value);
  const end = pair.lastValue?.span.end ?? name.span.end;
  items.push({
    kind: "map",
    entries: pair.list,
    span: spanOf(c, name.span.start, Math.max(end, name.span.end)),
  });
}

/** One comma between two items; one after the last is fine. */
function checkCommas(c: Composition, items: readonly Item[]): void {
  for (const [i, { start, key, sep, value }] of items.entries()) {
    const commas = start.filter((token) => token.type === "comma");
    const needed = i === 0 ? 0 : 1;
    const empty = !key && !sep && !value;
    const extra = commas[needed] ?? (empty && i < items.length - 1 ? commas[0] : undefined);
    if (extra !== undefined) {
      commaFault(c, extra.offset, "Nothing stands between this comma and the one before it.");
    } else if (commas.length < needed && !empty) {
      commaFault(
        c,
        key?.offset ?? value?.offset ?? sep?.[0]?.offset ?? 0,
        "A comma is missing before this item.",
      );
    }
  }
}

function commaFault(c: Composition, start: number, message: string): void {
  report(c, { meta: COMMA_BETWEEN_ITEMS, start, end: start + 1, message });
}
