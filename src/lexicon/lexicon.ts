import { affixes } from "./affixes.ts";
import { rankOf } from "./kinds.ts";
import { type Lexicon, layerOf } from "./layer.ts";
import { safeVocabulary } from "./safe-vocabulary.ts";
import {
  AFFIXES,
  CAPITALS,
  CLASSES,
  EVERYDAY_WITH_AFFIX,
  FAMILIAR_WORDS,
  SAFE_WORDS,
  TABLE,
} from "./table.generated.ts";
import { readTable } from "./table.ts";
import type { TermSource } from "./term.ts";
import { wordClasses } from "./word-classes.ts";

/** A word or phrase with where it was written, of which only the words matter here. */
interface Written {
  readonly value: string;
}

/** An organisation's own words, beside those of the product; the model's `OwnWords` is one. */
export interface OwnTerms {
  /** Accepted in short outlets, by language. They never excuse a term of the lexicon. */
  readonly safe?: ReadonlyMap<string, readonly Written[]>;
  /** Treated as clinical. */
  readonly sensitive?: readonly Written[];
  readonly blame?: readonly Written[];
  readonly alarm?: readonly Written[];
  readonly pressure?: readonly Written[];
}

let product: Lexicon | undefined;

/**
 * The product's lexicon, and the organisation's own words where there are some.
 *
 * The product's table is decoded on the first call and shared by all later ones. An own phrase of more than eight words is matched by its
 * first eight.
 */
export function lexicon(own: OwnTerms = {}): Lexicon {
  product ??= {
    layers: [
      {
        table: readTable(bytesOf(TABLE), wordClasses(CLASSES)),
        affixes: affixes(AFFIXES, EVERYDAY_WITH_AFFIX),
      },
    ],
    safe: safeVocabulary(SAFE_WORDS, CAPITALS),
    familiar: safeVocabulary(FAMILIAR_WORDS),
  };
  const terms = [
    ...termsOf("own-sensitive", own.sensitive),
    ...termsOf("blame", own.blame),
    ...termsOf("alarm", own.alarm),
    ...termsOf("pressure", own.pressure),
  ];
  const accepted = new Map(
    [...(own.safe ?? [])].map(([language, words]) => [language, words.map((word) => word.value)] as const),
  );
  if (terms.length === 0 && accepted.size === 0) return product;
  return {
    layers: terms.length === 0 ? product.layers : [...product.layers, layerOf(terms)],
    safe: product.safe.with(accepted),
    familiar: product.familiar.with(accepted),
  };
}

function termsOf(
  kind: "own-sensitive" | "blame" | "alarm" | "pressure",
  phrases: readonly Written[] = [],
): TermSource[] {
  const rank = rankOf(kind);
  // In an organisation's words, the signs of our patterns are only signs.
  return phrases.map(({ value }) => ({ text: value.replace(/[<*]/g, " "), rank, flags: 0 }));
}

/** The library's table is base64 in a module; the bundled program reads it as a file. */
function bytesOf(base64: string | Uint8Array): Uint8Array {
  if (typeof base64 !== "string") return base64;
  if (typeof Buffer !== "undefined") return Buffer.from(base64, "base64");
  return Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
}
