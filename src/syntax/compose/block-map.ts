import type { CST } from "yaml";
import { UNEVEN_INDENT } from "../findings/structure.ts";
import type { YamlMap } from "../tree.ts";
import { lineEndOf, restOfLine, skipBlanks } from "../words.ts";
import { type Composition, report } from "./composition.ts";
import { colonIn, composeKey, Entries, isFlowScalar, noColon, refuseStrays, spanFrom } from "./entries.ts";
import { absentScalar, composeFlowScalar } from "./scalar.ts";

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
    if (item.key?.type === "block-seq" && !item.explicitKey) {
      addOutdentedList(c, entries, item.key);
      if (item.value?.type === "block-map") addItems(c, entries, item.value.items, indent);
      continue;
    }
    refuseStrays(c, sep, ["map-value-ind"]);
    if (item.explicitKey) {
      addExplicit(c, entries, item);
      continue;
    }
    const colon = colonIn(sep);
    if (colon === undefined) {
      if (item.key) withoutColon(c, entries, item.key);
      continue;
    }
    const key = onItsLine(c, entries, item.key);
    const keyIndent = key && "indent" in key ? key.indent : indent;
    const isUneven = keyIndent !== indent;
    if (isUneven && keyIndent !== wrongIndent && key) unevenKey(c, entries, key.offset, colon);
    wrongIndent = isUneven ? keyIndent : undefined;
    const name = composeKey(c, key, colon);
    if (name !== undefined) entries.addPair(name, colon, item.value);
  }
}

/** `? key` and below it `: value`, which is refused where the question mark stands; it is read all the same. */
function addExplicit(c: Composition, entries: Entries, { key, sep, value }: Item): void {
  const colon = colonIn(sep);
  if (!key || !isFlowScalar(key)) return;
  const name = composeFlowScalar(c, key);
  if (colon === undefined) entries.add(name, absentScalar(c, name.span.end));
  else entries.addPair(name, colon, value);
}

function withoutColon(c: Composition, entries: Entries, key: CST.Token): void {
  if (isFlowScalar(key)) strayLines(c, entries, key.offset, key.source);
  else noColon(c, restOfLine(c.original, key.offset));
}

/** The key by itself: YAML joins lines of words without a colon to the key on the line below them. */
function onItsLine(c: Composition, entries: Entries, key: CST.Token | null | undefined): typeof key {
  if (key?.type !== "scalar") return key;
  const lastLine = key.source.lastIndexOf("\n") + 1;
  if (lastLine === 0) return key;
  strayLines(c, entries, key.offset, key.source.slice(0, lastLine));
  const skipped = skipBlanks(key.source, lastLine);
  return { ...key, offset: key.offset + skipped, source: key.source.slice(skipped) };
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
