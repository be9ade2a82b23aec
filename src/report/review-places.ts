import type { PlacedChange } from "./review-file.ts";

/** Where a change is written: now, or where it was, as `campaign.yaml:12`. */
export function placeOf({ at }: PlacedChange): string | undefined {
  const place = at.head ?? at.base;
  return place === null ? undefined : `${place.file}:${place.line}`;
}

/** Wording as a reviewer reads it: `{{ say.clinic.phone }}` is ⟦clinic phone⟧, a condition ⟦if …⟧. */
export function fieldsNamed(wording: string): string {
  return wording
    .replaceAll(
      /\{\{-?\s*(?:say\.)?([\w.]+)[^}]*\}\}/g,
      (_, path: string) => `⟦${path.replaceAll(/[._]/g, " ")}⟧`,
    )
    .replaceAll(/\{%-?\s*(.*?)\s*-?%\}/g, "⟦$1⟧");
}
