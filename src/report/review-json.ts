import type { ReviewFile } from "./review-file.ts";

/** For programs, and for whatever prints a review elsewhere: `schemas/review.schema.json` describes every key. */
export function renderReviewJson(review: ReviewFile): string {
  return `${JSON.stringify(review, undefined, 2)}\n`;
}
