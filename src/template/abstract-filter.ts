import type { Span } from "../source/index.ts";
import { type AbstractValue, known } from "./abstract-value.ts";
import { applyFilter } from "./engine.ts";
import type { Skeleton } from "./skeleton.ts";
import { cat, concealed, extentOf, made, mapLeaves, NOTHING } from "./skeleton-parts.ts";
import type { FilterName } from "./tree.ts";
import { isTruthy, printed, type Value } from "./value.ts";

/** Digits of the greatest whole number. */
const NUMBER_UNITS = 16;

/**
 * What a filter makes of a value, for all patients at once. Constants go through the real engine; words keep their
 * places where the filter keeps the words, and are given up, with their length, where it cuts them.
 */
export function filtered(
  name: FilterName,
  input: AbstractValue,
  args: readonly AbstractValue[],
  at: Span,
  print: (value: AbstractValue) => Skeleton,
): AbstractValue {
  if (name === "append" || name === "prepend") {
    const [arg] = args;
    const added = arg ? print(arg) : NOTHING;
    const value = print(input);
    return words(name === "append" ? cat([value, added]) : cat([added, value]));
  }
  if (input.kind === "choice") {
    return {
      kind: "choice",
      options: input.options.map(({ when, value }) => ({
        when,
        value: filtered(name, value, args, at, print),
      })),
    };
  }
  const constants: Value[] = [];
  for (const arg of args) if (arg.kind === "known") constants.push(arg.value);
  if (name === "default") return orElse(input, args[0]);
  if (input.kind === "known" && constants.length === args.length) {
    return known(applyFilter(name, input.value, constants), input.at);
  }
  const skeleton = print(input);
  switch (name) {
    case "upcase":
    case "downcase":
      return words(mapLeaves(skeleton, (leaf) => recased(leaf, name)));
    case "capitalize":
      return words(capitalized(skeleton) ?? concealed(skeleton, at, recasedExtent(skeleton, "upcase")));
    case "size": {
      const { longest } = extentOf(skeleton);
      const digits = Number.isFinite(longest) ? String(longest).length : NUMBER_UNITS;
      return {
        kind: "words",
        skeleton: { kind: "hole", name: "a count", longest: digits, gsm7: true, at },
        isText: false,
      };
    }
    case "truncate":
      return truncated(skeleton, args, at, print);
    case "strip":
      return words(concealed(skeleton, at, { name: "trimmed words", ...extentOf(skeleton) }));
    case "first":
    case "last": {
      const { longest, gsm7 } = extentOf(skeleton);
      const one = concealed(skeleton, at, { name: `the ${name} of several`, longest, gsm7 });
      return { kind: "words", skeleton: one, isText: false };
    }
    case "join": {
      const joined = concealed(skeleton, at, {
        name: "a list",
        longest: Number.POSITIVE_INFINITY,
        gsm7: false,
      });
      return words(joined);
    }
  }
}

function words(skeleton: Skeleton): AbstractValue {
  return { kind: "words", skeleton, isText: true };
}

/** `default`: the value, or other words where it is missing or empty. */
function orElse(
  input: Exclude<AbstractValue, { kind: "choice" }>,
  other: AbstractValue | undefined,
): AbstractValue {
  if (!other) return input;
  if (input.kind === "known") {
    const isThere = isTruthy(input.value) && printed(input.value) !== "";
    const isEmptyList = Array.isArray(input.value) && input.value.length === 0;
    return isThere && !isEmptyList ? input : other;
  }
  const name = input.kind === "field" ? input.path : "";
  return {
    kind: "choice",
    options: [
      { when: name && `${name} is known`, value: input },
      { when: name && `${name} is missing`, value: other },
    ],
  };
}

/** Case mapping goes letter by letter, but a letter may become three units ("ΐ" in capitals). */
function recased(leaf: Skeleton & { kind: "lit" | "hole" }, name: "upcase" | "downcase"): Skeleton {
  if (leaf.kind === "lit") return made(printed(applyFilter(name, leaf.text, [])), leaf.at);
  return { ...leaf, ...recasedExtent(leaf, name) };
}

function recasedExtent(node: Skeleton, name: "upcase" | "downcase") {
  const { longest, gsm7 } = extentOf(node);
  // In the basic table only ß grows, to SS; "à" in capitals leaves the table.
  const growth = name === "upcase" ? (gsm7 ? 2 : 3) : gsm7 ? 1 : 2;
  return { name: "words in other letters", longest: longest * growth, gsm7: false };
}

/** The first letter in upper case, the rest in lower; nothing where it is not clear which letter is first. */
function capitalized(node: Skeleton): Skeleton | undefined {
  const rest = (part: Skeleton) => mapLeaves(part, (leaf) => recased(leaf, "downcase"));
  switch (node.kind) {
    case "lit":
      return made(printed(applyFilter("capitalize", node.text, [])), node.at);
    case "hole":
      return { ...node, ...recasedExtent(node, "upcase") };
    case "cat": {
      const [first, ...others] = node.parts;
      if (!first) return node;
      if (first.kind !== "lit") return undefined;
      const start = capitalized(first);
      return start && cat([start, ...others.map(rest)]);
    }
    case "alt": {
      const options = node.options.map(({ when, body }) => ({ when, body: capitalized(body) }));
      const sure = options.flatMap(({ when, body }) => (body ? [{ when, body }] : []));
      return sure.length === options.length ? { kind: "alt", options: sure } : undefined;
    }
    case "mark": {
      const body = capitalized(node.body);
      return body && { ...node, body };
    }
    case "rep":
      return undefined;
  }
}

/** `truncate: n, ending`: n counts characters, each of at most two units. */
function truncated(
  skeleton: Skeleton,
  args: readonly AbstractValue[],
  at: Span,
  print: (value: AbstractValue) => Skeleton,
): AbstractValue {
  const [limitArg, endingArg] = args;
  const limit = limitArg?.kind === "known" && typeof limitArg.value === "number" ? limitArg.value : 0;
  const { longest, gsm7 } = extentOf(skeleton);
  if (longest <= limit) return { kind: "words", skeleton, isText: false };
  const ending = endingArg ? extentOf(print(endingArg)) : { longest: 3, gsm7: true };
  const units = gsm7 ? 1 : 2;
  const cut = Math.min(longest, limit * units) + ending.longest;
  const kept = concealed(skeleton, at, { name: "shortened words", longest: cut, gsm7: gsm7 && ending.gsm7 });
  const hidesEnding =
    endingArg !== undefined && kept.kind === "hole" ? { ...kept, hidesWords: true as const } : kept;
  return { kind: "words", skeleton: hidesEnding, isText: false };
}
