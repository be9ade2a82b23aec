import { CLASSES, isControlled } from "../../model/index.ts";
import type { Plan } from "../../plan/index.ts";
import type { DraftChange } from "./change.ts";
import { draft } from "./draft.ts";

type Outlet = Plan["flows"]["outlets"][number];

/** A field where it reaches somebody, over all languages and arms. */
interface Reach {
  readonly step: string;
  readonly part: string;
  readonly path: string;
  readonly class: string;
  /** `E` printed, `I` decides which words are printed. */
  readonly marks: string;
}

const MARKS: readonly (readonly [string, string])[] = [
  ["E", "printed"],
  ["I", "decides which words are printed"],
];

/** Which fact reaches whom: one change for a field and an outlet, whatever the number of languages. */
export function compareFlows(base: Plan["flows"], head: Plan["flows"]): readonly DraftChange[] {
  const [old, now] = [reaches(base.outlets), reaches(head.outlets)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [before, after] = [old.get(key), now.get(key)];
    const reach = after ?? before;
    if (reach === undefined || said(before) === said(after)) return [];
    const controlled = !CLASSES.some((name) => name === reach.class && !isControlled(name));
    const more = MARKS.some(([mark]) => after?.marks.includes(mark) && !before?.marks.includes(mark));
    return [
      draft({
        kind: "privacy.field",
        concerns: ["privacy"],
        subject: key,
        about: `${reach.path} in the ${reach.part.replace(".", " ")} of ${reach.step}`,
        rated: {
          direction:
            before === undefined ? "ADDED" : after === undefined ? "REMOVED" : more ? "MORE" : "FEWER",
          risk: after === undefined ? "low" : controlled ? "high" : "medium",
          because:
            after === undefined
              ? "The fact no longer reaches anybody there."
              : controlled
                ? "A fact about health reaches somebody where it did not, or in another way."
                : "A fact reaches somebody where it did not, or in another way.",
        },
        step: reach.step,
        before: before?.marks,
        after: after?.marks,
        says: { before: said(before), after: said(after) },
        pointers: { base: "/flows", head: "/flows" },
      }),
    ];
  });
}

function said(reach: Reach | undefined): string | null {
  if (reach === undefined) return null;
  const marks = MARKS.filter(([mark]) => reach.marks.includes(mark)).map(([, words]) => words);
  return `${marks.join(", ")} (${reach.class})`;
}

function reaches(outlets: readonly Outlet[]): ReadonlyMap<string, Reach> {
  const found = new Map<string, Reach>();
  for (const { step, part, fields } of outlets) {
    for (const { path, class: own, marks } of fields) {
      const key = `${step}/${part}/${path}`;
      const before = found.get(key)?.marks ?? "";
      found.set(key, { step, part, path, class: own, marks: [...new Set(before + marks)].sort().join("") });
    }
  }
  return found;
}
