import type { Concern, Json, Plan } from "./types.ts";

/** Sections of the plan whose every leaf belongs to the concerns named here. `steps` is split by its two halves, `questions` one by one. */
const SECTIONS: Readonly<Record<Exclude<keyof Plan, "format" | "steps" | "questions">, readonly Concern[]>> =
  {
    identity: ["audience", "copy", "privacy", "timing", "operations"],
    audience: ["audience"],
    assign: ["audience"],
    consent: ["audience"],
    languages: ["copy"],
    sender: ["copy"],
    windows: ["timing"],
    caps: ["timing"],
    pace: ["timing"],
    flows: ["privacy"],
    assumptions: ["privacy"],
    stop: ["timing"],
    pause: ["timing"],
    respond: ["operations"],
    measure: ["operations"],
    declarations: ["privacy"],
  };

const SECTION_NAMES = Object.keys(SECTIONS) as (keyof typeof SECTIONS)[];

/** Which concerns a section of the plan belongs to; the docs' table is made from this. */
export function concernsOf(section: keyof Plan): readonly Concern[] {
  if (section === "format" || section === "questions")
    return ["audience", "copy", "privacy", "timing", "operations"];
  if (section === "steps") return ["copy", "timing"];
  return SECTIONS[section];
}

/** The part of a plan that a signature for this concern covers. */
export function concernValue(plan: Plan, concern: Concern): Json {
  const value: Record<string, Json> = { format: plan.format };
  for (const section of SECTION_NAMES) {
    if (SECTIONS[section].includes(concern)) value[section] = plan[section];
  }
  value.questions = plan.questions.filter((question) => question.concern === concern);
  if (concern === "copy") value.steps = plan.steps.map(({ when: _, ...copy }) => copy);
  if (concern === "timing") value.steps = plan.steps.map(({ content: _, ...timing }) => timing);
  return value;
}
