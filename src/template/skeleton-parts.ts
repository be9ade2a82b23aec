import type { Span } from "../source/index.ts";
import { isBasicGsm7 } from "./gsm7.ts";
import { lengthOf } from "./length.ts";
import type { Skeleton } from "./skeleton.ts";

export type Option = { readonly when: string; readonly body: Skeleton };

export const NOTHING: Skeleton = { kind: "cat", parts: [] };

/** A text that was made from what stands at `at`, not copied from it. */
export function made(text: string, at: Span): Skeleton {
  return text === "" ? NOTHING : { kind: "lit", text, at, map: { span: () => at } };
}

/** Parts in order; empty ones leave no trace. */
export function cat(parts: readonly Skeleton[]): Skeleton {
  const flat = parts.flatMap((part) => (part.kind === "cat" ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind: "cat", parts: flat };
}

/** One of several. Options with the same body are one. */
export function alt(options: readonly Option[]): Skeleton {
  const [first, ...rest] = options;
  if (!first) return NOTHING;
  return rest.every(({ body }) => body === first.body) ? first.body : { kind: "alt", options };
}

/** Nodes of a skeleton as a tree, up to `limit`. */
export function sizeUpTo(node: Skeleton, limit: number): number {
  let size = 1;
  const children =
    node.kind === "cat"
      ? node.parts
      : node.kind === "alt"
        ? node.options.map(({ body }) => body)
        : node.kind === "rep" || node.kind === "mark"
          ? [node.body]
          : [];
  for (const child of children) {
    if (size > limit) return size;
    size += sizeUpTo(child, limit - size);
  }
  return size;
}

/** Whether some rendering holds a word that the author wrote, or one that was hidden before. */
export function hasWords(node: Skeleton): boolean {
  switch (node.kind) {
    case "lit":
      return /[\p{L}\p{N}]/u.test(node.text);
    case "hole":
      return node.hidesWords === true;
    case "cat":
      return node.parts.some(hasWords);
    case "alt":
      return node.options.some(({ body }) => hasWords(body));
    case "rep":
    case "mark":
      return hasWords(node.body);
  }
}

/** A skeleton whose words are given up: only its length and alphabet are kept. */
export function concealed(
  node: Skeleton,
  at: Span,
  { name, longest, gsm7 }: { readonly name: string; readonly longest: number; readonly gsm7: boolean },
): Skeleton {
  const hole: Skeleton = { kind: "hole", name: node.kind === "hole" ? node.name : name, longest, gsm7, at };
  return hasWords(node) ? { ...hole, hidesWords: true } : hole;
}

/** Longest rendering in UTF-16 units, and whether all renderings are in the basic GSM-7 table. */
export function extentOf(node: Skeleton): { readonly longest: number; readonly gsm7: boolean } {
  return { longest: lengthOf(node).longest, gsm7: isBasic(node) };
}

function isBasic(node: Skeleton): boolean {
  switch (node.kind) {
    case "lit":
      return isBasicGsm7(node.text);
    case "hole":
      return node.gsm7;
    case "cat":
      return node.parts.every(isBasic);
    case "alt":
      return node.options.every(({ body }) => isBasic(body));
    case "rep":
    case "mark":
      return isBasic(node.body);
  }
}

/** The same with every literal and hole replaced. */
export function mapLeaves(
  node: Skeleton,
  map: (leaf: Skeleton & { kind: "lit" | "hole" }) => Skeleton,
): Skeleton {
  switch (node.kind) {
    case "lit":
    case "hole":
      return map(node);
    case "cat":
      return cat(node.parts.map((part) => mapLeaves(part, map)));
    case "alt":
      return {
        ...node,
        options: node.options.map(({ when, body }) => ({ when, body: mapLeaves(body, map) })),
      };
    case "rep":
    case "mark":
      return { ...node, body: mapLeaves(node.body, map) };
  }
}
