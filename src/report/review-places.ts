import type { Change } from "../review/index.ts";
import type { Places } from "./report.ts";

/** Lines and columns in the texts of both sides. */
export interface SidePlaces {
  readonly base: Places;
  readonly head: Places;
}

/** Where a change is written: now, or where it was, as `campaign.yaml:12`. */
export function placeOf({ at }: Change, places: SidePlaces): string | undefined {
  const [link, side] = at.head === null ? [at.base, places.base] : [at.head, places.head];
  if (link === null) return undefined;
  return `${link.file}:${side.of({ file: link.file, start: link.start, end: link.end }).start.line}`;
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
