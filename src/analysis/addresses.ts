import { cover, overLetters, type Span } from "../source/index.ts";
import { type Skeleton, spanWithin } from "../template/index.ts";

/** A web address that some rendering contains, whole: joined across branches, fields and inserts. */
export interface Address {
  /** As printed; a value that is only known for each patient stands as `UNKNOWN`. */
  readonly url: string;
  /** Id of the action whose link it is. */
  readonly action: string | undefined;
  readonly at: Span;
  /** What decides how it goes on, or that it is this one and not another. */
  readonly varies: readonly Variation[];
}

export interface Variation {
  /** Name of the value that is printed; nothing where a condition decides. */
  readonly printed: string | undefined;
  /** The guard in words. */
  readonly when: string;
  /** Several addresses stand side by side, and the guard chooses one of them. */
  readonly isWhole: boolean;
  /** How much of the address stands before it. */
  readonly from: number;
  readonly at: Span;
}

/** What stands in an address for a value that is only known for each patient: no author can write it. */
export const UNKNOWN = "\uE000";

/**
 * An address with its scheme, or a bare host with a path as texts carry it: `mplhealth.example/r`. Letters of every
 * script count, so that a host which only looks like another is read whole.
 */
const ADDRESS = overLetters(
  /(?:https?:[/\\]{2}[^\s<>()[\]{}"']{1,500})|(?:(?<![\p{L}\p{M}\p{N}_@-])(?<!\S\.)(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.){1,6}[\p{L}][\p{L}\p{M}]{1,23}(?![\p{L}\p{M}\p{N}_])(?:(?:[/\\?#]|\.?\uE000)[^\s<>()[\]{}"']{0,500})?)/giu,
);
/** Characters of which an address may be made; the others end it. */
const RUNS = /[^\s<>()[\]{}"']+/g;
const SCHEME = /^https?:[/\\]*$/i;
/** What every address holds: a point within it, or the colon of its scheme. Most texts hold neither. */
const MAY_HOLD_ADDRESS = /[.:]\S/;

/** Ways that are followed at once, as many as the lattice of words follows; turns of a loop. */
const MOST_WAYS = 2048;
const MOST_TURNS = 2;
/** Characters of one address that the pattern reads. */
const LONGEST = 500;

type Literal = Skeleton & { readonly kind: "lit" };

/** Characters that have been read since the last one that ends an address. */
interface Run {
  readonly text: string;
  readonly action: string | undefined;
  readonly at: Span;
  /** Where it stands, while it is part of one literal. */
  readonly within: { readonly literal: Literal; readonly start: number } | undefined;
  readonly varies: readonly Variation[];
  /** How many branches stand around its beginning. */
  readonly depth: number;
}
type Way = Run | undefined;
type Found = Address & { readonly depth: number };

interface Place {
  readonly action: string | undefined;
  /** Branches around, outermost first. */
  readonly guards: readonly { readonly when: string; readonly at: Span | undefined }[];
}

/** The addresses of a text, in reading order, and whether they are all: a text may be too branched or too long to follow. */
export interface Addresses {
  readonly found: readonly Address[];
  /** Some address was not read, or not to its end: rules report it, for what was not read is not clean. */
  readonly isCut: boolean;
}

/**
 * Every web address that some rendering contains.
 *
 * @example readAddresses({ kind: "lit", text: "See maple.example/r.", at }).found[0]?.url // "maple.example/r"
 */
export function readAddresses(skeleton: Skeleton): Addresses {
  const reader = new AddressReader();
  for (const way of reader.follow(skeleton, [undefined], { action: undefined, guards: [] })) reader.end(way);
  return { found: reader.found, isCut: reader.isCut };
}

class AddressReader {
  found: Found[] = [];
  isCut = false;

  follow(node: Skeleton, ways: readonly Way[], place: Place): readonly Way[] {
    switch (node.kind) {
      case "lit":
        return this.distinct(ways.map((way) => this.literal(node, way, place)));
      case "hole":
        return this.distinct(ways.map((way) => printed(node, way ?? begun("", node.at, undefined, place))));
      case "cat":
        return node.parts.reduce((after, part) => this.follow(part, after, place), ways);
      case "alt":
        return this.choice(node, ways, place);
      case "rep": {
        let after = ways;
        for (let turn = 0; turn < node.most; turn++) {
          const next = this.distinct([...after, ...this.follow(node.body, after, place)]);
          if (next.length === after.length) break;
          after = next;
          if (turn + 1 < node.most && turn + 1 >= MOST_TURNS) {
            this.isCut = true;
            break;
          }
        }
        return after;
      }
      case "mark": {
        if (node.what !== "link") return this.follow(node.body, ways, place);
        // The scheme before it is the compiler's or the author's; the address is the action's.
        const before = ways.map((way) => (way && SCHEME.test(way.text) ? undefined : way));
        return this.follow(node.body, before, { ...place, action: node.id });
      }
    }
  }

  /** Nothing goes on here: keeps the addresses that have been read. */
  end(way: Way): void {
    if (way === undefined || !MAY_HOLD_ADDRESS.test(way.text)) return;
    const { text, action, depth, within } = way;
    if (text.length > LONGEST) this.isCut = true;
    for (const match of text.matchAll(ADDRESS(text))) {
      const url = match[0].replace(/[.,;:!?]+$/, "");
      const start = (within?.start ?? 0) + match.index;
      const at = within ? spanWithin(within.literal, start, start + url.length) : way.at;
      const varies = way.varies
        .map((variation) => ({ ...variation, from: variation.from - match.index }))
        .filter(({ isWhole, from }) => isWhole || (from >= 0 && from < url.length));
      this.found.push({ url, action, at, varies, depth });
    }
  }

  /** Ways that have read the same characters are one. */
  private distinct(ways: readonly Way[]): readonly Way[] {
    if (ways.length < 2) return ways;
    const byText = new Map(ways.map((way) => [way && `${way.text}\n${way.varies.length}`, way]));
    if (byText.size > MOST_WAYS) this.isCut = true;
    return [...byText.values()].slice(0, MOST_WAYS);
  }

  private literal(node: Literal, before: Way, place: Place): Way {
    let way = before;
    let read = 0;
    for (const { 0: run, index } of node.text.matchAll(RUNS)) {
      if (index > read || index > 0) {
        this.end(way);
        way = undefined;
      }
      read = index + run.length;
      const at = spanWithin(node, index, read);
      way = way ? longer(way, run, at, place) : begun(run, at, { literal: node, start: index }, place);
    }
    if (read === node.text.length) return way;
    this.end(way);
    return undefined;
  }

  /** Where options hold different addresses side by side, the guard decides which. */
  private choice(node: Skeleton & { kind: "alt" }, ways: readonly Way[], place: Place): readonly Way[] {
    const before = this.found;
    const depth = place.guards.length + 1;
    const isOwn = (one: Run | Found) => one.depth >= depth;
    const all = node.options.map(({ when, body }) => {
      this.found = [];
      const guards = [...place.guards, { when, at: firstSpan(body) }];
      const ends = this.follow(body, ways, { ...place, guards });
      const open = ends.filter((way) => way !== undefined).filter(isOwn);
      const urls = [...this.found.filter(isOwn).map(({ url }) => url), ...open.map(({ text }) => text)];
      const addresses = new Set(urls.filter((url) => MAY_HOLD_ADDRESS.test(url)));
      return { when, ends, found: this.found, addresses: [...addresses].sort().join(" ") };
    });
    const choices = new Set(all.map(({ addresses }) => addresses).filter((addresses) => addresses !== ""));
    const told = <T extends Run | Found>(one: T, when: string): T =>
      choices.size > 1 && isOwn(one)
        ? {
            ...one,
            varies: [...one.varies, { printed: undefined, when, isWhole: true, at: one.at, from: 0 }],
          }
        : one;
    this.found = [...before, ...all.flatMap(({ when, found }) => found.map((one) => told(one, when)))];
    return this.distinct(all.flatMap(({ when, ends }) => ends.map((way) => way && told(way, when))));
  }
}

function begun(text: string, at: Span, within: Run["within"], place: Place): Run {
  return { text, action: place.action, at, within, varies: [], depth: place.guards.length };
}

/** A run that goes on with literal characters: the branches that were entered since it began decide it. */
function longer(way: Run, text: string, at: Span, { guards }: Place): Run {
  const decided = guards.slice(way.depth).map((guard) => ({
    printed: undefined,
    when: guard.when,
    isWhole: false,
    at: guard.at ?? at,
    from: way.text.length,
  }));
  return {
    ...way,
    text: way.text + text,
    at: at.file === way.at.file ? cover(way.at, at) : way.at,
    within: undefined,
    varies: [...way.varies, ...decided],
  };
}

/** A run that goes on with a value. */
function printed({ name, at }: Skeleton & { kind: "hole" }, way: Run): Run {
  const variation = { printed: name, when: "", isWhole: false, at, from: way.text.length };
  return { ...way, text: way.text + UNKNOWN, within: undefined, varies: [...way.varies, variation] };
}

/** Where the first words of a branch are written. */
function firstSpan(node: Skeleton): Span | undefined {
  switch (node.kind) {
    case "lit":
    case "hole":
      return node.at;
    case "cat":
      return node.parts.map(firstSpan).find((span) => span !== undefined);
    case "alt":
      return node.options.map(({ body }) => firstSpan(body)).find((span) => span !== undefined);
    case "rep":
    case "mark":
      return firstSpan(node.body);
  }
}
