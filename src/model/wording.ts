import { valueUnder, type YamlNode } from "../syntax/index.ts";
import { words as readWords } from "../workspace/index.ts";
import type { Language, Words } from "./library.ts";

/** Literal words under a key, by language; a bare text is in the first language. */
export function bindLiteralWords(node: YamlNode | undefined, key: string, first: Language): Words {
  return literalWords(valueUnder(node, key), first);
}

/** Literal words of a node, by language. */
export function literalWords(node: YamlNode | undefined, first: Language): Words {
  return new Map(
    [...readWords(node, first)].map(([language, { text, scalar }]) => [
      language,
      { value: text.trim(), at: scalar.span },
    ]),
  );
}
