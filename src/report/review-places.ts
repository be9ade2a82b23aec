import type { PlacedChange } from "./review-file.ts";

/** Where a change is written: now, or where it was, as `campaign.yaml:12`. */
export function placeOf({ at }: PlacedChange): string | undefined {
  const place = at.head ?? at.base;
  return place === null ? undefined : `${place.file}:${place.line}`;
}
