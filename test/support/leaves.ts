import type { Json } from "../../src/plan/index.ts";

/** Keys from the top of a JSON value down to a part of it. */
export type Path = readonly (string | number)[];

/** Every leaf of a plan: each value that is no object, and each empty list or object. */
export function leavesOf(value: Json, path: Path = []): readonly Path[] {
  if (value === null || typeof value !== "object") return [path];
  const children = Object.entries(value);
  return children.length === 0
    ? [path]
    : children.flatMap(([key, child]) =>
        leavesOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
      );
}

/** The value with the leaf at this path changed into something else of its kind. */
export function replaced(value: Json, [key, ...rest]: Path): Json {
  if (key === undefined) return changed(value);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replaced(item, rest) : item));
  const object = value as { readonly [name: string]: Json };
  return { ...object, [key]: replaced(object[String(key)] ?? null, rest) };
}

function changed(leaf: Json): Json {
  if (typeof leaf === "string") return `${leaf} and more`;
  if (typeof leaf === "number") return leaf + 1;
  if (typeof leaf === "boolean") return !leaf;
  return Array.isArray(leaf) ? ["more"] : leaf === null ? "something" : { more: 1 };
}
