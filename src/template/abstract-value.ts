import type { Span } from "../source/index.ts";
import type { Skeleton } from "./skeleton.ts";
import { alt, made, sizeUpTo } from "./skeleton-parts.ts";
import type { LitMap } from "./tree.ts";
import { isTruthy, printed, type Value } from "./value.ts";

/** What is known of a value for all patients at once. */
export type AbstractValue =
  /** The same for everybody. `at` is where the author wrote it. */
  | { readonly kind: "known"; readonly value: Value; readonly at: Span; readonly map?: LitMap }
  /** A declared field, its value not looked at yet. */
  | { readonly kind: "field"; readonly path: string; readonly said: boolean; readonly at: Span }
  /** Something that prints as `skeleton`; `isText` where it is sure to be a text and not missing. */
  | { readonly kind: "words"; readonly skeleton: Skeleton; readonly isText: boolean }
  | { readonly kind: "choice"; readonly options: readonly AbstractOption[] };

export interface AbstractOption {
  readonly when: string;
  readonly value: AbstractValue;
}

export function known(value: Value, at: Span): AbstractValue {
  return { kind: "known", value, at };
}

/** How a value prints; `field` says how a field does. */
export function printedAs(
  value: AbstractValue,
  field: (field: AbstractValue & { kind: "field" }) => Skeleton,
): Skeleton {
  switch (value.kind) {
    case "known": {
      const { value: constant, at, map } = value;
      if (typeof constant === "string" && map && constant !== "")
        return { kind: "lit", text: constant, at, map };
      return made(printed(constant), at);
    }
    case "field":
      return field(value);
    case "words":
      return value.skeleton;
    case "choice":
      return alt(
        value.options.map((option) => ({ when: option.when, body: printedAs(option.value, field) })),
      );
  }
}

/** Whether Liquid counts a value as true, where that is the same for everybody. */
export function truthOf(
  value: AbstractValue,
  field: (field: AbstractValue & { kind: "field" }) => boolean | undefined,
): boolean | undefined {
  switch (value.kind) {
    case "known":
      return isTruthy(value.value);
    case "field":
      return field(value);
    case "words":
      return value.isText ? true : undefined;
    case "choice":
      return agreed(value.options.map((option) => truthOf(option.value, field)));
  }
}

/** The one answer of all, where there is one. */
export function agreed(answers: readonly (boolean | undefined)[]): boolean | undefined {
  const [first] = answers;
  return answers.every((answer) => answer === first) ? first : undefined;
}

/** Parts of a value, up to `limit`: how much a later copy of it costs. */
export function partsUpTo(value: AbstractValue, limit: number): number {
  if (value.kind === "words") return sizeUpTo(value.skeleton, limit);
  if (value.kind !== "choice") return 1;
  let size = 1;
  for (const option of value.options) {
    if (size > limit) return size;
    size += partsUpTo(option.value, limit - size);
  }
  return size;
}
