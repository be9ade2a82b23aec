import type { Concern, Json, Plan } from "./types.ts";

type Split = "format" | "steps" | "questions" | "respond" | "declarations";

/** Sections of the plan whose every leaf belongs to the concerns named here. The others are split, each in its own way. */
const SECTIONS: Readonly<Record<Exclude<keyof Plan, Split>, readonly Concern[]>> = {
  identity: ["audience", "copy", "privacy", "timing", "operations"],
  audience: ["audience"],
  assign: ["audience"],
  consent: ["audience"],
  languages: ["audience", "copy"],
  sender: ["copy"],
  windows: ["timing"],
  caps: ["timing"],
  pace: ["timing"],
  flows: ["privacy"],
  assumptions: ["privacy"],
  stop: ["timing"],
  pause: ["timing"],
  measure: ["operations"],
};

const SECTION_NAMES = Object.keys(SECTIONS) as (keyof typeof SECTIONS)[];

/** Sections that belong to somebody else, and the words in them that belong to copy: `*` is any one key. */
const WORDS_IN: readonly (readonly string[])[] = [
  ["respond", "replies", "*", "say"],
  ["declarations", "opt_out", "confirmation"],
  ["declarations", "translations"],
];

/** Which concerns a section of the plan belongs to; the docs' table is made from this. */
export function concernsOf(section: keyof Plan): readonly Concern[] {
  switch (section) {
    case "format":
    case "questions":
      return ["audience", "copy", "privacy", "timing", "operations"];
    case "steps":
      return ["copy", "timing"];
    case "respond":
      return ["copy", "operations"];
    case "declarations":
      return ["copy", "privacy"];
    default:
      return SECTIONS[section];
  }
}

/**
 * Which concerns a part of the plan belongs to: more exact than its section, where that is split.
 *
 * @param path keys from the top down; a member of a list by any name
 * @example concernsAt(["respond", "replies", "booked", "within"]) // ["operations"]
 */
export function concernsAt(path: readonly string[]): readonly Concern[] {
  const [section = ""] = path;
  const all = concernsOf(section as keyof Plan);
  if (section !== "respond" && section !== "declarations") return all;
  const along = WORDS_IN.filter((place) =>
    place.slice(0, path.length).every((key, depth) => key === "*" || key === path[depth]),
  );
  if (along.some((place) => place.length <= path.length)) return ["copy"];
  return along.length > 0 ? all : all.filter((concern) => concern !== "copy");
}

/** The part of a plan that belongs to a concern; of copy, all languages together. */
export function concernValue(plan: Plan, concern: Concern): { readonly [section: string]: Json } {
  const value: Record<string, Json> = { format: plan.format };
  for (const section of SECTION_NAMES) {
    if (SECTIONS[section].includes(concern)) value[section] = plan[section];
  }
  value.questions = plan.questions.filter((question) => question.concern === concern);
  const { opt_out, translations, ...declarations } = plan.declarations;
  switch (concern) {
    case "copy":
      value.steps = plan.steps.map(({ when: _, ...copy }) => copy);
      value.answers = plan.respond.replies.map(({ kind, say }) => ({ kind, say }));
      value.opt_out = opt_out === null ? null : { confirmation: opt_out.confirmation };
      value.translations = translations;
      break;
    case "timing":
      value.steps = plan.steps.map(({ content: _, ...timing }) => timing);
      break;
    case "operations":
      value.respond = { ...plan.respond, replies: plan.respond.replies.map(({ say: _, ...rest }) => rest) };
      break;
    case "privacy":
      value.declarations = { ...declarations, opt_out: opt_out === null ? null : withoutWords(opt_out) };
      break;
    case "audience":
      break;
  }
  return value;
}

function withoutWords({ confirmation: _, ...rest }: NonNullable<Plan["declarations"]["opt_out"]>): Json {
  return rest;
}
