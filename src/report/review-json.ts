import type { Change, Review } from "../review/index.ts";
import type { Places } from "./report.ts";
import type { SidePlaces } from "./review-places.ts";

/** For programs, and for whatever prints a review elsewhere: `schemas/review.schema.json` describes every key. */
export function renderReviewJson(review: Review, places: SidePlaces): string {
  const campaigns = review.campaigns.map((campaign) => ({
    ...campaign,
    changes: campaign.changes.map((change) => ({
      ...change,
      at: { base: link(change.at.base, places.base), head: link(change.at.head, places.head) },
    })),
  }));
  return `${JSON.stringify({ ...review, campaigns }, undefined, 2)}\n`;
}

function link(at: Change["at"]["head"], places: Places) {
  if (at === null) return null;
  const { line, column } = places.of({ file: at.file, start: at.start, end: at.end }).start;
  return { pointer: at.pointer, file: at.file, line, column };
}
