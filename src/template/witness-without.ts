import type { Witness } from "../source/index.ts";
import { whenOf } from "./guard.ts";
import type { Skeleton } from "./skeleton.ts";

/** Whether one piece of a text is what is looked for: literal words, a value, or the mark of an insert. */
export type Says = (piece: Skeleton & { readonly kind: "lit" | "hole" | "mark" }) => boolean;

/**
 * One rendering that nowhere has what is looked for, and the guard under which a patient receives it; nothing where
 * every rendering has it. A loop may run no time at all, so what only a loop says is not always said.
 */
export function witnessWithout(skeleton: Skeleton, says: Says): Witness | undefined {
  const lacking = new Search(says).lacking(skeleton);
  return lacking && { text: lacking.text, when: whenOf(lacking.guards) };
}

interface Lacking {
  readonly text: string;
  readonly guards: readonly string[];
}

const EMPTY: Lacking = { text: "", guards: [] };

class Search {
  /** Parts may be shared by many places of a text. */
  private readonly known = new Map<Skeleton, Lacking | undefined>();

  constructor(private readonly says: Says) {}

  lacking(node: Skeleton): Lacking | undefined {
    if (!this.known.has(node)) this.known.set(node, this.search(node));
    return this.known.get(node);
  }

  private search(node: Skeleton): Lacking | undefined {
    switch (node.kind) {
      case "lit":
        return this.says(node) ? undefined : { text: node.text, guards: [] };
      case "hole":
        return this.says(node) ? undefined : { text: `⟦${node.name}⟧`, guards: [] };
      case "cat": {
        const parts: Lacking[] = [];
        for (const part of node.parts) {
          const lacking = this.lacking(part);
          if (lacking === undefined) return undefined;
          parts.push(lacking);
        }
        return {
          text: parts.map(({ text }) => text).join(""),
          guards: parts.flatMap(({ guards }) => guards),
        };
      }
      case "alt": {
        const ways = node.options.flatMap(({ when, body }) => {
          const lacking = this.lacking(body);
          return lacking ? [{ when, ...lacking }] : [];
        });
        const [way] = ways.toSorted((a, b) => a.guards.length - b.guards.length);
        if (way === undefined) return undefined;
        // Where no branch has it, which one it is does not matter.
        const decides = ways.length < node.options.length;
        return { text: way.text, guards: decides ? [way.when, ...way.guards] : way.guards };
      }
      case "rep":
        return (node.most > 0 && this.lacking(node.body)) || EMPTY;
      case "mark":
        return this.says(node) ? undefined : this.lacking(node.body);
    }
  }
}
