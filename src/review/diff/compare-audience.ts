import type { Plan } from "../../plan/index.ts";
import { audienceDirection } from "./audience.ts";
import type { Direction, DraftChange, Risk } from "./change.ts";
import { draft } from "./draft.ts";
import { differences } from "./settings.ts";

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
      says: { before: sentence(base, head), after: sentence(head, base) },
      pointers,
    }),
  ];
}

/** The conditions that only this side has; those that both have say nothing about the change. */
function sentence(own: Plan["audience"], other: Plan["audience"]): string {
  const only = (key: "include" | "exclude") => {
    const known = new Set(other[key].map(({ english }) => english));
    return own[key].filter(({ english }) => !known.has(english)).map(({ english }) => english);
  };
  const parts = [
    ...(own.anchor === other.anchor ? [] : [`for each ${own.anchor.replaceAll("_", " ")}`]),
    ...only("include"),
    ...only("exclude").map((english) => `not where ${english}`),
  ];
  return parts.join("; and ") || "no such condition";
}
