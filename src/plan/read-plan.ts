import type { Json, Plan } from "./types.ts";

/** What each section of a plan must at least be; what is inside a signature vouches for. */
const SECTIONS: Readonly<Record<keyof Plan, "text" | "list" | "object">> = {
  format: "text",
  identity: "object",
  audience: "object",
  assign: "object",
  consent: "object",
  languages: "list",
  sender: "object",
  steps: "list",
  windows: "object",
  caps: "object",
  pace: "object",
  flows: "object",
  questions: "list",
  assumptions: "object",
  stop: "object",
  pause: "object",
  respond: "object",
  measure: "object",
  declarations: "object",
};

/**
 * A plan from parsed JSON: of this format, with every section and nothing beside them, so that no part lies outside the
 * digests. Whoever needs more than that verifies the signatures: they are of plans that a compiler made.
 */
export function readPlan(value: Json): { readonly plan: Plan } | { readonly broken: string } {
  if (!isObject(value)) return { broken: "it is no plan" };
  if (value.format !== "recare.plan/1") return { broken: "its plan is not of the format recare.plan/1" };
  const wrong = Object.entries(SECTIONS).filter(([name, kind]) => kindOf(value[name]) !== kind);
  const unknown = Object.keys(value).filter((name) => !(name in SECTIONS));
  const names = [...wrong.map(([name]) => name), ...unknown];
  if (names.length > 0) return { broken: `its plan has no sound ${names.slice(0, 3).join(", ")}` };
  if (!isSound(value))
    return { broken: "its plan names no campaign, or no languages, or steps without content" };
  return { plan: value };
}

/** What the digests are made over is there. */
function isSound(value: { readonly [key: string]: Json }): value is Plan {
  const { identity, languages, steps, questions } = value;
  return (
    isObject(identity) &&
    [identity.organisation, identity.campaign].every((id) => typeof id === "string" && id !== "") &&
    isList(languages) &&
    languages.length > 0 &&
    new Set(languages).size === languages.length &&
    languages.every((language) => typeof language === "string" && language !== "") &&
    isList(steps) &&
    steps.every((step) => isObject(step) && isObject(step.content) && isObject(step.when)) &&
    isList(questions) &&
    questions.every(
      (question) =>
        isObject(question) && ["concern", "role", "text"].every((key) => typeof question[key] === "string"),
    )
  );
}

function kindOf(value: Json | undefined): string {
  return typeof value === "string" ? "text" : isList(value) ? "list" : isObject(value) ? "object" : "other";
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
