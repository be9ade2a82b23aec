import type { CST } from "yaml";
import { UNEVEN_INDENT } from "../findings/structure.ts";
import type { YamlMap } from "../tree.ts";
import { lineEndOf } from "../words.ts";
import { type Composition, report } from "./composition.ts";
import { colonIn, composeKey, Entries, noColon, refuseStrays, spanFrom } from "./entries.ts";

type Item = CST.BlockMap["items"][number];

/** A group of `name: value` lines. */
export function composeBlockMap(c: Composition, token: CST.BlockMap): YamlMap {
  const entries = new Entries(c);
  addItems(c, entries, token.items, token.indent);
  const { list } = entries;
  return {
    kind: "map",
    entries: list,
    span: spanFrom(c, token.offset, list.map((entry) => entry.value).slice(-1)),
  };
}

function addItems(c: Composition, entries: Entries, items: readonly Item[], indent: number): void {
  /** The wrong column of the lines above, so that one mistake on several lines is said once. */
  let wrongIndent: number | undefined;
  for (const item of items) {
    refuseStrays(c, item.start, ["explicit-key-ind"]);
    const { sep } = item;
    if (sep === undefined) continue;
    const key = aloneOnLastLine(c, entries, item.key, colonIn(sep) !== undefined);
    if (key?.type === "block-seq") {
      addOutdentedList(c, entries, key);
      if (item.value?.type === "block-map") addItems(c, entries, item.value.items, indent);
      continue;
    }
    refuseStrays(c, sep, ["map-value-ind"]);
    const keyIndent = key && "indent" in key ? key.indent : indent;
    const uneven = keyIndent !== indent && !item.explicitKey;
    const colon = colonIn(sep);
    if (colon === undefined) {
      if (item.explicitKey) composeKey(c, key, key?.offset ?? 0);
      continue;
    }
    if (uneven && keyIndent !== wrongIndent && key) unevenKey(c, entries, key.offset, colon);
    wrongIndent = uneven ? keyIndent : undefined;
    const name = composeKey(c, key, colon);
    if (name !== undefined) entries.addPair(name, colon, item.value);
  }
}

/**
 * The key by itself. YAML joins words without a colon to the key on the line below them, and so do we with a key that
 * is not followed by a colon; those lines are reported or, as `title:Hello`, understood.
 */
function aloneOnLastLine(
  c: Composition,
  entries: Entries,
  key: CST.Token | null | undefined,
  hasColon: boolean,
): CST.Token | null | undefined {
  if (!key || !("source" in key) || key.source === "") return key;
  if (key.type !== "scalar") {
    if (!hasColon) strayLines(c, entries, key.offset, key.source);
    return key;
  }
  const lastLine = key.source.lastIndexOf("\n") + 1;
  if (!hasColon) strayLines(c, entries, key.offset, key.source);
  else if (lastLine > 0) {
    strayLines(c, entries, key.offset, key.source.slice(0, lastLine));
    const offset = key.offset + lastLine + key.source.slice(lastLine).search(/[^ \t]|$/);
    return { ...key, offset, source: key.source.slice(offset - key.offset) };
  }
  return key;
}

function strayLines(c: Composition, entries: Entries, offset: number, source: string): void {
  let strayStart: number | undefined;
  let strayEnd = offset;
  for (const line of source.matchAll(/[^\s][^\n]*/g)) {
    const start = offset + line.index;
    const end = start + line[0].trimEnd().length;
    if (entries.addStray(start, c.original.slice(start, end))) continue;
    strayStart ??= start;
    strayEnd = end;
  }
  if (strayStart === undefined) return;
  const above = entries.lastValue;
  if (above?.kind === "scalar" && /ed$|al$/.test(above.style) && above.text === "") {
    report(c, {
      meta: UNEVEN_INDENT,
      start: strayStart,
      end: lineEndOf(c.text, strayStart),
      message: `The text under \`${entries.list.at(-1)?.key.text ?? ""}\` is not indented.`,
      remedy: "Begin each of its lines two spaces further right than the key.",
    });
  } else noColon(c, { start: strayStart, end: Math.min(strayEnd, lineEndOf(c.text, strayStart)) });
}

function addOutdentedList(c: Composition, entries: Entries, list: CST.BlockSequence): void {
  report(c, {
    meta: UNEVEN_INDENT,
    start: list.offset,
    end: lineEndOf(c.text, list.offset),
    message: "This list item does not begin in the same column as the items above it.",
  });
  const above = entries.list.pop();
  const items = c.node(list);
  if (above === undefined || items.kind !== "seq") return;
  const value =
    above.value.kind === "seq"
      ? { ...above.value, items: [...above.value.items, ...items.items] }
      : above.value;
  entries.list.push({ key: above.key, value });
}

function unevenKey(c: Composition, entries: Entries, start: number, colon: number): void {
  const sibling = entries.list.at(-1)?.key.text;
  const name = c.original.slice(start, colon).trimEnd();
  const above = sibling === undefined ? "the keys around it" : `\`${sibling}\` above it`;
  report(c, {
    meta: UNEVEN_INDENT,
    start,
    end: start + name.length,
    message: `\`${name}\` does not begin in the same column as ${above}.`,
  });
}
