import type { CST } from "yaml";
import type { Diagnostic } from "../source/index.ts";
import { composeBlockMap } from "./compose/block-map.ts";
import { composeBlockSequence } from "./compose/block-sequence.ts";
import type { Composition } from "./compose/composition.ts";
import { refuseStrays, unreadable } from "./compose/entries.ts";
import { composeFlowCollection } from "./compose/flow-collection.ts";
import { absentScalar, composeBlockScalar, composeFlowScalar, plainScalar } from "./compose/scalar.ts";
import type { Reading } from "./read.ts";
import type { YamlNode } from "./tree.ts";

/** The tree of a reading, as complete as the text allows, and what is wrong with its structure. */
export function compose(
  path: string,
  original: string,
  reading: Reading,
): { readonly root: YamlNode | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const c: Composition = {
    path,
    original,
    text: reading.text,
    diagnostics,
    node: (token) => composeNode(c, token),
  };
  const { document } = reading;
  const root = document?.value && c.node(document.value);
  if (document !== undefined) {
    refuseStrays(c, document.start, ["doc-start"]);
    refuseStrays(c, document.end, []);
    const { start, value } = document;
    const isBesideDashes =
      start.findLast(({ type }) => type === "doc-start" || type === "newline")?.type === "doc-start";
    if (isBesideDashes && (value?.type === "block-map" || value?.type === "block-seq"))
      unreadable(c, value.offset);
  }
  const stray = reading.strays[0];
  const isExplained = diagnostics.length + reading.traps.length + reading.faults.length > 0;
  if (stray !== undefined && !isExplained) unreadable(c, stray.offset);
  return { root, diagnostics };
}

function composeNode(c: Composition, token: CST.Token): YamlNode {
  switch (token.type) {
    case "block-map":
      return composeBlockMap(c, token);
    case "block-seq":
      return composeBlockSequence(c, token);
    case "flow-collection":
      return composeFlowCollection(c, token);
    case "block-scalar":
      return composeBlockScalar(c, token);
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
      refuseStrays(c, token.end, []);
      return composeFlowScalar(c, token);
    case "alias":
      return plainScalar(c, token.offset, token.source);
    default:
      unreadable(c, token.offset);
      return absentScalar(c, token.offset);
  }
}
