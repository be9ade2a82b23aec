import type { Digests } from "../../source/index.ts";
import type { YamlNode } from "../../syntax/index.ts";
import { words } from "../../workspace/index.ts";
import type { Binder } from "../binder.ts";
import type { Language, Wording } from "../library.ts";

/** What every part of the library is bound with. */
export interface Shelf {
  readonly binder: Binder;
  /** The language of words that name none. */
  readonly first: Language;
  /** SHA-256 of the files that claims rest on, by path. */
  readonly assets: Digests;
}

/** Words that may hold Liquid, by language. */
export function wordingOf(
  { binder, first }: Pick<Shelf, "binder" | "first">,
  node: YamlNode | undefined,
): Wording {
  return new Map(
    [...words(node, first)].map(([language, { text, scalar }]) => [
      language,
      { source: text, template: binder.lower(scalar), at: scalar.span },
    ]),
  );
}
