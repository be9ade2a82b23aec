import type { Span, Witness } from "../source/index.ts";
import { whenOf } from "./guard.ts";
import type { Skeleton } from "./skeleton.ts";

/**
 * One rendering that contains what stands at these places, fields as `⟦patient.first_name⟧`, and the guard under
 * which a patient receives it. Where a branch does not matter, one that fits the guard is taken, else the first.
 *
 * @returns nothing where no rendering contains any of the places.
 */
export function witness(skeleton: Skeleton, places: readonly Span[]): Witness | undefined {
  const hits = new Hits(places);
  if (hits.of(skeleton) === 0) return undefined;
  const guards: string[] = [];
  collectGuards(skeleton, hits, guards);
  return { text: rendering(skeleton, hits, new Set(guards)), when: whenOf(guards) };
}

/** Counts, for every part of a skeleton, how many of the places some rendering of it contains. */
class Hits {
  private readonly known = new Map<Skeleton, number>();

  constructor(private readonly places: readonly Span[]) {}

  of(node: Skeleton): number {
    let count = this.known.get(node);
    if (count === undefined) {
      count = this.count(node);
      this.known.set(node, count);
    }
    return count;
  }

  private count(node: Skeleton): number {
    switch (node.kind) {
      case "lit":
      case "hole":
        return this.places.filter((place) => contains(node.at, place)).length;
      case "cat":
        return node.parts.reduce((sum, part) => sum + this.of(part), 0);
      case "alt":
        return Math.max(0, ...node.options.map(({ body }) => this.of(body)));
      case "rep":
      case "mark":
        return this.of(node.body);
    }
  }
}

function contains(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}

type Options = (Skeleton & { kind: "alt" })["options"];

/** The option that has the most of the places; nothing where none has any. */
function best(options: Options, hits: Hits): Options[number] | undefined {
  const [option] = options.toSorted((a, b) => hits.of(b.body) - hits.of(a.body));
  return option && hits.of(option.body) > 0 ? option : undefined;
}

function collectGuards(node: Skeleton, hits: Hits, guards: string[]): void {
  if (hits.of(node) === 0) return;
  switch (node.kind) {
    case "cat":
      for (const part of node.parts) collectGuards(part, hits, guards);
      return;
    case "alt": {
      const option = best(node.options, hits);
      if (!option) return;
      if (option.when !== "" && !guards.includes(option.when)) guards.push(option.when);
      collectGuards(option.body, hits, guards);
      return;
    }
    case "rep":
    case "mark":
      collectGuards(node.body, hits, guards);
      return;
    case "lit":
    case "hole":
      return;
  }
}

function rendering(node: Skeleton, hits: Hits, guards: ReadonlySet<string>): string {
  switch (node.kind) {
    case "lit":
      return node.text;
    case "hole":
      return `⟦${node.name}⟧`;
    case "cat":
      return node.parts.map((part) => rendering(part, hits, guards)).join("");
    case "alt": {
      const option =
        best(node.options, hits) ?? node.options.find(({ when }) => guards.has(when)) ?? node.options[0];
      return option ? rendering(option.body, hits, guards) : "";
    }
    case "rep":
      return node.most === 0 ? "" : rendering(node.body, hits, guards);
    case "mark":
      return rendering(node.body, hits, guards);
  }
}
