import { isStatement, KINDS, type Kind, kindAt, rankOf } from "./kinds.ts";

/**
 * What words deny or ask about: "we cannot promise … a same-day visit", "do you need … a same-day visit?". A claim that begins inside
 * is none.
 *
 * A denial reaches a few words, to the end of its clause; a question further, to the end of its sentence. Words such as "but", "only" and
 * "less than" end both, so that "not only safe but painless" and "we can't promise less than a cure" are claims.
 */
export interface Reach {
  /** Words that the denial still reaches; 0 for none. */
  readonly denial: number;
  readonly question: number;
}

export const OUT_OF_REACH: Reach = { denial: 0, question: 0 };

const DENIAL_REACHES = 10;
const QUESTION_REACHES = 20;

/** What a phrase that ends at a word does to the words after it. */
export type ScopeKind = "denial" | "question" | "turn";

const SCOPES: ReadonlyMap<number, ScopeKind> = new Map(
  (["denial", "question", "turn"] as const).map((kind) => [rankOf(kind), kind]),
);

/** The scope that phrases at a position of `KINDS` open or end, if they do. */
export function scopeAt(rank: number): ScopeKind | undefined {
  return SCOPES.get(rank);
}

/** How far is reached behind a word, given how far was before it and which scopes its phrases open and end. */
export function reachAfter(before: Reach, closes: readonly ScopeKind[]): Reach {
  if (closes.includes("turn")) return OUT_OF_REACH;
  return {
    denial: closes.includes("denial") ? DENIAL_REACHES : Math.max(before.denial - 1, 0),
    question: closes.includes("question") ? QUESTION_REACHES : Math.max(before.question - 1, 0),
  };
}

/** How far is reached at the beginning of a word. */
export function reachAcross(before: Reach, opensSentence: boolean, opensClause: boolean): Reach {
  if (opensSentence) return OUT_OF_REACH;
  return opensClause ? { ...before, denial: 0 } : before;
}

/** How far is reached at a word that stands inside phrases of these scopes, behind their first word. */
export function reachInside(before: Reach, scopes: readonly ScopeKind[]): Reach {
  return {
    denial: scopes.includes("denial") ? DENIAL_REACHES : before.denial,
    question: scopes.includes("question") ? QUESTION_REACHES : before.question,
  };
}

/** The less of two, where either rendering may be the patient's. */
export function lesserReach(x: Reach, y: Reach): Reach {
  return { denial: Math.min(x.denial, y.denial), question: Math.min(x.question, y.question) };
}

/** Statements that are none where somebody only asks about them; a promise or an offer stays one: "Do you want guaranteed relief?" */
const ASKED: readonly Kind[] = [
  "statistic",
  "outcome",
  "efficacy",
  "safety",
  "price",
  "coverage",
  "availability",
];

/** Whether a hit that begins within this reach is no statement. */
export function isExcused(rank: number, { denial, question }: Reach): boolean {
  const hit = kindAt(rank);
  if (hit === undefined) return false;
  return (denial > 0 && isStatement(rank)) || (question > 0 && ASKED.includes(hit.kind));
}

/** Whether any phrase opens a scope; most texts have none. */
export function opensScope(rank: number): boolean {
  const row = KINDS[rank];
  return row?.kind === "denial" || row?.kind === "question";
}
