import type { Concern, Json } from "../../plan/index.ts";
import type { Direction, DraftChange, Risk, WordRun } from "./change.ts";
import { type Pointers, said } from "./settings.ts";

/** A change from the two values; how they are said follows from them unless it is given. */
export function draft(parts: {
  readonly kind: string;
  readonly concerns: readonly Concern[];
  readonly subject: string;
  readonly about: string;
  readonly rated: { readonly direction: Direction; readonly risk: Risk; readonly because: string };
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly pointers: Pointers;
  readonly says?: { readonly before: string | null; readonly after: string | null };
  readonly words?: readonly WordRun[];
  readonly step?: string;
  readonly language?: string;
}): DraftChange {
  const { kind, concerns, subject, about, rated, before, after, pointers, says, words, step, language } =
    parts;
  return {
    kind,
    concerns,
    subject,
    about,
    ...rated,
    before: says === undefined ? said(before) : says.before,
    after: says === undefined ? said(after) : says.after,
    values: { before: before ?? null, after: after ?? null },
    pointers,
    ...(words && { words }),
    ...(step !== undefined && { step }),
    ...(language !== undefined && { language }),
  };
}

/** "North scheduling" for `north_scheduling`; ids that hold anything else stay as they are. */
export function words(id: string): string {
  // The path of a field is its name.
  if (id.includes(".")) return id;
  const text = id.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
