import type { Change, Review, SignedReview } from "../review/index.ts";
import type { Places } from "./report.ts";

/** Where one side of a change is written. */
export interface ChangePlace {
  /** JSON Pointer into the plan of that side. */
  readonly pointer: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface PlacedChange extends Omit<Change, "at"> {
  readonly at: { readonly base: ChangePlace | null; readonly head: ChangePlace | null };
}

export interface PlacedCampaign extends Omit<SignedReview, "changes"> {
  readonly changes: readonly PlacedChange[];
}

/**
 * A review with lines and columns in the place of offsets, so that it can be read without the texts: `review.json`,
 * of which every other form is a printing.
 */
export interface ReviewFile extends Omit<Review, "campaigns"> {
  readonly campaigns: readonly PlacedCampaign[];
}

/** Lines and columns in the texts of both sides. */
export interface SidePlaces {
  readonly base: Places;
  readonly head: Places;
}

/** A review as its file holds it. */
export function reviewFile(review: Review, places: SidePlaces): ReviewFile {
  const campaigns = review.campaigns.map((campaign) => ({
    ...campaign,
    changes: campaign.changes.map((change) => ({
      ...change,
      at: { base: placed(change.at.base, places.base), head: placed(change.at.head, places.head) },
    })),
  }));
  return { ...review, campaigns };
}

function placed(at: Change["at"]["head"], places: Places): ChangePlace | null {
  if (at === null) return null;
  const { line, column } = places.of({ file: at.file, start: at.start, end: at.end }).start;
  return { pointer: at.pointer, file: at.file, line, column };
}
