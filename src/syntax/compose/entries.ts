import type { CST } from "yaml";
import { DUPLICATE_KEY, KEY_NOT_A_NAME } from "../findings/refusals.ts";
import { NO_COLON, NO_SPACE_AFTER_COLON, UNREADABLE } from "../findings/structure.ts";
import { NO_VALUE } from "../findings/traps.ts";
import type { YamlEntry, YamlNode, YamlScalar } from "../tree.ts";
import { lineEndOf, restOfLine, type Stretch, shown, wordsOf } from "../words.ts";
import { type Composition, report, spanOf } from "./composition.ts";
import { absentScalar, composeFlowScalar, plainScalar } from "./scalar.ts";

/** Longest key that YAML allows beside its colon (YAML 1.2.2, 7.4.2). */
const MAX_KEY_LENGTH = 1024;

/** The entries of one map as they are found; of two with the same key the first one stays. */
export class Entries {
  readonly list: YamlEntry[] = [];
  private readonly names = new Map<string, YamlScalar>();

  constructor(private readonly c: Composition) {}

  /** The value found last. */
  get lastValue(): YamlNode | undefined {
    return this.list.at(-1)?.value;
  }

  add(key: YamlScalar, value: YamlNode): void {
    const first = this.names.get(key.text);
    if (first === undefined) {
      this.names.set(key.text, key);
      this.list.push({ key, value });
      return;
    }
    const { start, end } = key.span;
    report(
      this.c,
      { meta: DUPLICATE_KEY, start, end, message: `\`${key.text}\` stands here for the second time.` },
      [{ at: first.span, message: `\`${key.text}\` stands here first.` }],
    );
  }

  /** A key with its value, which may have been left out; `colon` is the offset of the colon between them. */
  addPair(key: YamlScalar, colon: number, value: CST.Token | undefined): void {
    const node = value === undefined ? absentScalar(this.c, colon + 1) : this.c.node(value);
    if (node.kind === "scalar" && node.isNull) {
      const { start, end } = key.span;
      report(this.c, { meta: NO_VALUE, start, end, message: `\`${key.text}\` has no value.` });
    }
    this.add(key, node);
  }

  /** Words where a key should stand: `title:Hello` can be read all the same, other words cannot. */
  addStray(offset: number, source: string): boolean {
    const glued = /^([\w-]+):(?=\S)/.exec(source);
    if (glued === null) return false;
    const [written, name = ""] = glued;
    const end = offset + source.length;
    const value = plainScalar(this.c, offset + written.length, source.slice(written.length));
    report(this.c, {
      meta: NO_SPACE_AFTER_COLON,
      start: offset,
      end,
      message: `No space stands between \`${name}:\` and its value.`,
      remedy: `Write \`${name}: ${wordsOf(value.text, { start: 0, end: value.text.length }, 60)}\`.`,
    });
    this.add(plainScalar(this.c, offset, name), value);
    return true;
  }
}

export function isFlowScalar(token: CST.Token): token is CST.FlowScalar {
  return (
    token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar"
  );
}

/** A key, or nothing where what stands before the colon is no name; that is reported. */
export function composeKey(
  c: Composition,
  key: CST.Token | null | undefined,
  colon: number,
): YamlScalar | undefined {
  if (key === null || key === undefined || ("source" in key && key.source === "")) {
    keyFault(c, { start: colon, end: colon + 1 }, "No name stands before this colon.");
    return undefined;
  }
  if (!isFlowScalar(key)) {
    keyFault(c, { start: key.offset, end: colon }, "What stands before this colon is no name.");
    return undefined;
  }
  const end = key.offset + key.source.length;
  if (key.source.includes("\n")) {
    keyFault(c, { start: key.offset, end: lineEndOf(c.text, key.offset) }, "A key stands on one line.");
  } else if (colon - key.offset > MAX_KEY_LENGTH) {
    keyFault(c, { start: key.offset, end }, `This key is longer than ${MAX_KEY_LENGTH} characters.`);
  }
  return composeFlowScalar(c, key);
}

function keyFault(c: Composition, { start, end }: Stretch, message: string): void {
  report(c, {
    meta: KEY_NOT_A_NAME,
    start,
    end: start + c.original.slice(start, end).trimEnd().length,
    message,
  });
}

export function noColon(c: Composition, stretch: Stretch): void {
  report(c, { meta: NO_COLON, ...stretch, message: `${shown(c.original, stretch)} has no colon.` });
}

/** Offset of the colon among the tokens between a key and its value; nothing where it is missing. */
export function colonIn(tokens: readonly CST.SourceToken[] | undefined): number | undefined {
  return tokens?.find((token) => token.type === "map-value-ind")?.offset;
}

/** Reports the first token that has no business between others, such as words after a closing bracket. */
export function refuseStrays(
  c: Composition,
  tokens: readonly CST.SourceToken[] | undefined,
  expected: readonly CST.SourceToken["type"][],
): void {
  if (tokens === undefined) return;
  for (const token of tokens) {
    switch (token.type) {
      case "space":
      case "newline":
      case "comment":
      case "anchor":
      case "tag":
        break;
      default:
        if (!expected.includes(token.type)) {
          unreadable(c, token.offset);
          return;
        }
    }
  }
}

export function unreadable(c: Composition, start: number): void {
  const stretch = restOfLine(c.original, start);
  report(c, {
    meta: UNREADABLE,
    ...stretch,
    message:
      stretch.start === stretch.end
        ? "The file cannot be read from here on."
        : `${shown(c.original, stretch)} cannot be read here.`,
  });
}

export function spanFrom(c: Composition, start: number, nodes: readonly YamlNode[]) {
  return spanOf(c, start, Math.max(start, nodes.at(-1)?.span.end ?? start));
}
