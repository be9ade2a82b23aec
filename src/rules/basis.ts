import type { Basis } from "../source/index.ts";

/** The day on which every source that is cited here was last looked at. */
const AS_OF = "2026-11-23";

/** A statute or regulation that was read for this rule. */
export function law(...cites: string[]): Basis {
  return { kind: "law", cites, asOf: AS_OF, confidence: "checked" };
}

/** A statute or regulation that is cited from memory: look it up before publishing the citation. */
export function lawFromMemory(...cites: string[]): Basis {
  return { kind: "law", cites, asOf: AS_OF, confidence: "memory" };
}

/** Orders of an agency whose last word is not known: an organisation's counsel may read them another way. */
export function unsettledOrder(...cites: string[]): Basis {
  return { kind: "order", cites, asOf: AS_OF, confidence: "unsettled" };
}

/** What carriers require of senders. */
export function carrier(...cites: string[]): Basis {
  return { kind: "carrier", cites, asOf: AS_OF, confidence: "checked" };
}

/** What an agency recommends. */
export function guidance(...cites: string[]): Basis {
  return { kind: "guidance", cites, asOf: AS_OF, confidence: "checked" };
}

/** This product's own default, with what it rests on. */
export function policy(...cites: string[]): Basis {
  return { kind: "policy", cites, asOf: AS_OF, confidence: "checked" };
}

/** Good practice that no text obliges to. */
export function practice(...cites: string[]): Basis {
  return { kind: "practice", cites, asOf: AS_OF, confidence: "checked" };
}
