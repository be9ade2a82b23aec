import type { Told } from "./small-cells.ts";

/** `recare.reach/1`: how many people campaigns reached when somebody counted. Field names are the format's. */
export interface Reach {
  readonly format: "recare.reach/1";
  /** UTC, `2026-11-23 16:00:00`. */
  readonly counted_at: string;
  /** People of a roster, or people who do not exist. */
  readonly people: "roster" | "synthetic";
  readonly campaigns: readonly CampaignReach[];
}

export interface CampaignReach {
  readonly campaign: string;
  readonly plan: string;
  /** Digest of the audience, for which the count holds. */
  readonly audience: string;
  /** People who enter. */
  readonly enter: Told;
  readonly segments: Readonly<Record<string, Told>>;
  /** By what becomes of the first step: `send`, or why not. */
  readonly first_step: Readonly<Record<string, Told>>;
}

/** Every count of a file, with where it stands as a JSON Pointer. */
export function countsOf({ campaigns }: Reach): readonly (readonly [pointer: string, count: Told])[] {
  return campaigns.flatMap(({ enter, segments, first_step }, index) => [
    [`/campaigns/${index}/enter`, enter] as const,
    ...Object.entries(segments).map(([name, n]) => [`/campaigns/${index}/segments/${name}`, n] as const),
    ...Object.entries(first_step).map(([name, n]) => [`/campaigns/${index}/first_step/${name}`, n] as const),
  ]);
}
