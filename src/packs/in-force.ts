import type { Duration, IsoDate } from "../calendar/index.ts";
import { PACK_NAMES, type PackName, type Span } from "../source/index.ts";
import { LIMITS, type LimitMeaning, type LimitName, type LimitOf } from "./limits.ts";
import type { Pack, PackEntry, StateCode } from "./pack.ts";
import type { LimitValue } from "./value.ts";
import type { WeekHours } from "./week.ts";

/** A limit that an organisation sets itself, in place of a pack's or beside it. */
export interface OwnLimit {
  readonly pack: PackName;
  readonly limit: LimitName;
  readonly state: StateCode | undefined;
  readonly value: LimitValue;
  /** Words that it adds to the pack's own, which stay; nothing where it stands in their place. */
  readonly also: readonly string[] | undefined;
  /** What it does to the pack: sets what the pack leaves open, asks for more, or for less. */
  readonly effect: "adds" | "tightens" | "loosens";
  /** The pack's own entry in whose place it stands. */
  readonly instead: PackEntry | undefined;
  readonly because: string;
  readonly approvedBy: string | undefined;
  readonly on: IsoDate | undefined;
  readonly until: IsoDate | undefined;
  readonly at: Span;
}

/** A limit in force: what it is, and who set it. */
export interface InForce<T = LimitValue> {
  readonly value: T;
  readonly pack: PackName;
  readonly state: StateCode | undefined;
  /** Nothing where the organisation set it. */
  readonly entry: PackEntry | undefined;
  /** Nothing where the pack's own value stands. */
  readonly own: OwnLimit | undefined;
}

/** The rule books that an organisation works by, with its own limits in them: what rules ask for numbers. */
export interface Packs {
  /** In the order of their names in the product. */
  readonly applied: readonly Pack[];
  readonly leftOut: readonly PackName[];
  /** The organisation's own limits in force, in reading order. */
  readonly own: readonly OwnLimit[];
  /** Whether the organisation works by this pack. */
  applies(pack: PackName): boolean;
  /** Every value in force for a limit: of each pack that sets it, in a state or in all of them. */
  all(limit: LimitName, state?: StateCode): readonly InForce[];
  hours(limit: LimitOf<"hours">, state?: StateCode): readonly InForce<WeekHours>[];
  counts(limit: LimitOf<"count">, state?: StateCode): readonly InForce<number>[];
  times(limit: LimitOf<"time">, state?: StateCode): readonly InForce<Duration>[];
  words(limit: LimitOf<"words">, state?: StateCode): readonly InForce<readonly string[]>[];
}

/**
 * What is in force of the product's packs for an organisation that works by some of them and sets limits of its own.
 *
 * @param chosen names of packs; a pack that is left out has no entry in force, save the limits that the product always keeps
 */
export function packsInForce(
  product: readonly Pack[],
  chosen: readonly PackName[],
  own: readonly OwnLimit[],
): Packs {
  const byLimit = new Map<LimitName, InForce[]>();
  const add = (limit: LimitName, inForce: InForce) => {
    byLimit.set(limit, [...(byLimit.get(limit) ?? []), inForce]);
  };
  for (const pack of product) {
    for (const entry of pack.entries) {
      const { limit, state, value } = entry;
      if (!chosen.includes(pack.name) && !isAlwaysKept(limit, state)) continue;
      if (own.some((mine) => isSamePlace(mine, pack.name, entry))) continue;
      add(limit, { value, pack: pack.name, state, entry, own: undefined });
    }
  }
  for (const mine of own) {
    const { limit, pack, state, value } = mine;
    add(limit, { value, pack, state, entry: undefined, own: mine });
  }
  const all = (limit: LimitName, state?: StateCode) =>
    (byLimit.get(limit) ?? []).filter((found) => found.state === undefined || found.state === state);
  return {
    applied: product.filter(({ name }) => chosen.includes(name)),
    leftOut: PACK_NAMES.filter((name) => !chosen.includes(name)),
    own,
    applies: (pack) => chosen.includes(pack),
    all,
    hours: (limit, state) =>
      all(limit, state).flatMap((found) =>
        found.value.kind === "hours" ? [{ ...found, value: found.value.week }] : [],
      ),
    counts: (limit, state) =>
      all(limit, state).flatMap((found) =>
        found.value.kind === "count" ? [{ ...found, value: found.value.count }] : [],
      ),
    times: (limit, state) =>
      all(limit, state).flatMap((found) =>
        found.value.kind === "time" ? [{ ...found, value: found.value.time }] : [],
      ),
    words: (limit, state) =>
      all(limit, state).flatMap((found) =>
        found.value.kind === "words" ? [{ ...found, value: found.value.words }] : [],
      ),
  };
}

function isSamePlace(mine: OwnLimit, pack: PackName, { limit, state }: PackEntry): boolean {
  return mine.pack === pack && mine.limit === limit && mine.state === state;
}

/** What the product keeps whichever packs are chosen; what single states ask for goes with their pack. */
function isAlwaysKept(limit: LimitName, state: StateCode | undefined): boolean {
  const meaning: LimitMeaning = LIMITS[limit];
  return state === undefined && meaning.always === true;
}
