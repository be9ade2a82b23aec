import type { YamlFile } from "../../syntax/index.ts";
import { entriesAt, mapAt, type Sourced, textsAt } from "../../workspace/index.ts";
import type { Language, OwnWords } from "../library.ts";

/** The organisation's additions to the word lists, from all its files. */
export function bindOwnWords(files: readonly YamlFile[]): OwnWords {
  const safe = new Map<Language, Sourced<string>[]>();
  const own = { sensitive: [], blame: [], alarm: [], pressure: [] } as Record<
    "sensitive" | "blame" | "alarm" | "pressure",
    Sourced<string>[]
  >;
  for (const { root } of files) {
    const node = mapAt(root, "words");
    for (const { key } of entriesAt(node, "safe")) {
      const listed = safe.get(key.text) ?? [];
      safe.set(key.text, [...listed, ...textsAt(mapAt(node, "safe"), key.text)]);
    }
    for (const list of ["sensitive", "blame", "alarm", "pressure"] as const) {
      own[list].push(...textsAt(node, list));
    }
  }
  return { safe, ...own };
}
