import { reviewHtml } from "../packet/index.ts";
import type { ReviewFile } from "./review-file.ts";

/** What changed as a page for reviewers, to be opened from a disk or an artifact: no script, nothing loaded. */
export function renderReviewHtml(review: ReviewFile): string {
  return reviewHtml(review);
}
