import type { Plan } from "../../plan/index.ts";
import { audienceDirection } from "./audience.ts";
import type { Direction, DraftChange, Risk } from "./change.ts";
import { draft } from "./draft.ts";
import { differences, said } from "./settings.ts";

const PEOPLE: Readonly<Partial<Record<Direction, { readonly risk: Risk; readonly because: string }>>> = {
  WIDENED: { risk: "high", because: "People are written to who were not before." },
  NARROWED: { risk: "low", because: "Everybody who is written to was written to before." },
  SAME: {
    risk: "low",
    because: "The same people are written to; only the conditions are written otherwise.",
  },
  "CANNOT TELL": {
    risk: "high",
    because: "Whether somebody is written to who was not before cannot be decided, so it is rated as if.",
  },
};

/** Who enters: the circle of people as one change with its direction, and the conditions that made it. */
export function compareAudience(base: Plan["audience"], head: Plan["audience"]): readonly DraftChange[] {
  const lines = (["anchor", "include", "exclude"] as const).flatMap((key) =>
    differences(
      { value: base[key], pointer: `/audience/${key}` },
      { value: head[key], pointer: `/audience/${key}` },
      [key],
    ),
  );
  if (lines.length === 0) return [];
  const direction = audienceDirection(base, head);
  const rated = {
    direction,
    ...(PEOPLE[direction] ?? { risk: "high", because: "Who is written to has changed." }),
  };
  const pointers = { base: "/audience", head: "/audience" };
  return [
    draft({
      kind: "audience.people",
      concerns: ["audience"],
      subject: "people",
      about: "Who is written to",
      rated,
      before: { include: base.include, exclude: base.exclude, anchor: base.anchor },
      after: { include: head.include, exclude: head.exclude, anchor: head.anchor },
      says: { before: sentence(base), after: sentence(head) },
      pointers,
    }),
  ];
}

/** "visit: missed; not: rebooked" as one sentence of a reviewer. */
function sentence({ anchor, include, exclude }: Plan["audience"]): string {
  const all = include.map(({ english }) => english).join("; and ");
  const none = exclude.map(({ english }) => english).join("; or ");
  return `For each ${said(anchor)?.replaceAll("_", " ")}: ${all || "everybody"}${none === "" ? "" : `; but not where ${none}`}`;
}
