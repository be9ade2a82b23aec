/** The rule books that ship with the product, in the order in which they are told. */
export const PACK_NAMES = ["us-federal", "us-states", "carriers", "plain-language"] as const;
export type PackName = (typeof PACK_NAMES)[number];
