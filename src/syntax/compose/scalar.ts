import type { CST } from "yaml";
import { refusedIn } from "../characters.ts";
import { outdentedLine } from "../decode/block.ts";
import { escapeAt } from "../decode/double-quoted.ts";
import type { BlockHeader, ScalarSource } from "../decode/scalar-source.ts";
import { decode } from "../decode.ts";
import { UNEVEN_INDENT, UNKNOWN_ESCAPE } from "../findings/structure.ts";
import { DecodedMap, VerbatimMap } from "../scalar-map.ts";
import { textNeedsQuotes } from "../traps/faults.ts";
import type { ScalarStyle, YamlScalar } from "../tree.ts";
import { lineEndOf, restOfLine } from "../words.ts";
import { type Composition, report, spanOf } from "./composition.ts";

/** A plain, single- or double-quoted scalar. */
export function composeFlowScalar(c: Composition, token: CST.FlowScalar): YamlScalar {
  if (token.type === "double-quoted-scalar") return doubleQuoted(c, token);
  if (token.type === "single-quoted-scalar") return flowScalar(c, "single", token.offset, sourceOf(c, token));
  if (/^[,%|>@`]/.test(token.source)) {
    report(c, textNeedsQuotes(c.original, restOfLine(c.original, token.offset)));
  }
  return plainScalar(c, token.offset, sourceOf(c, token));
}

/** A plain scalar that stands at `offset`. */
export function plainScalar(c: Composition, offset: number, source: string): YamlScalar {
  return flowScalar(c, "plain", offset, source);
}

/** The value of a key that has none: empty text at the place where it would stand. */
export function absentScalar(c: Composition, offset: number): YamlScalar {
  return plainScalar(c, offset, "");
}

/** A text between `|` or `>` and the end of its indentation. */
export function composeBlockScalar(c: Composition, token: CST.BlockScalar): YamlScalar {
  let bodyAt = token.offset;
  let header = "";
  for (const prop of token.props) {
    if (prop.type === "block-scalar-header") header = prop.source;
    if ("source" in prop) bodyAt += prop.source.length;
  }
  const source = c.original.slice(bodyAt, bodyAt + token.source.length);
  const scalar: ScalarSource = {
    style: header.startsWith(">") ? "folded" : "literal",
    source,
    block: readHeader(header, token.indent),
  };
  const outdented = outdentedLine(scalar);
  if (outdented !== undefined) {
    const start = bodyAt + outdented;
    report(c, {
      meta: UNEVEN_INDENT,
      start,
      end: lineEndOf(c.text, start),
      message: "This line starts further left than the text that it belongs to.",
      remedy: "Indent every line of the text at least as far as its first line.",
    });
  }
  const end = bodyAt + source.trimEnd().length;
  return {
    kind: "scalar",
    text: decode(scalar),
    style: scalar.style,
    isNull: false,
    span: spanOf(c, token.offset, source.trimEnd() === "" ? token.offset + header.length : end),
    map: new DecodedMap(c.path, bodyAt, scalar),
  };
}

function readHeader(header: string, parentIndent: number): BlockHeader {
  return {
    parentIndent,
    indicator: Number(/[1-9]/.exec(header)?.[0] ?? 0),
    chomp: header.includes("-") ? "strip" : header.includes("+") ? "keep" : "clip",
  };
}

function sourceOf(c: Composition, { offset, source }: CST.FlowScalar): string {
  return c.text === c.original ? source : c.original.slice(offset, offset + source.length);
}

function flowScalar(c: Composition, style: ScalarStyle, offset: number, source: string): YamlScalar {
  const scalar: ScalarSource = { style, source, block: undefined };
  const plain = style === "plain";
  const text = decode(scalar);
  const verbatim = text.length === (plain ? source.length : source.length - 2);
  return {
    kind: "scalar",
    text,
    style,
    isNull: plain && /^(?:~|null|Null|NULL)?$/.test(source),
    span: spanOf(c, offset, offset + source.length),
    map: verbatim
      ? new VerbatimMap(c.path, offset + (plain ? 0 : 1))
      : new DecodedMap(c.path, offset, scalar),
  };
}

function doubleQuoted(c: Composition, token: CST.FlowScalar): YamlScalar {
  const source = sourceOf(c, token);
  const scalar = flowScalar(c, "double", token.offset, source);
  if (!source.includes("\\")) return scalar;
  for (let i = source.indexOf("\\"); i >= 0 && i < source.length - 1; ) {
    const { text, length } = escapeAt(source, i);
    if (text === undefined) {
      const start = token.offset + i;
      const written = source.slice(i, i + length);
      report(c, {
        meta: UNKNOWN_ESCAPE,
        start,
        end: start + length,
        message: `In double quotes, ${written} means nothing.`,
      });
    }
    i = source.indexOf("\\", i + length);
  }
  const refused = refusedIn(scalar.text);
  if (refused !== undefined) {
    const { start, end } = scalar.map.span(refused.offset, refused.offset + 1);
    report(c, { meta: refused.meta, start, end, message: refused.message });
  }
  return scalar;
}
