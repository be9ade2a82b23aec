import type { Facts } from "../analysis/index.ts";
import type { Campaign, Workspace } from "../model/index.ts";
import type { Question } from "../plan/index.ts";
import type { Diagnostic } from "../source/index.ts";

/** What the rules find in one campaign, and whether they looked at nothing but it and what all campaigns share. */
export interface Judgement {
  readonly found: readonly Diagnostic[];
  /** What the rules ask; nothing where that was not remembered, and is to be worked out when somebody wants to know. */
  readonly asked?: readonly Question[] | undefined;
  readonly byItself: boolean;
}

/**
 * Gives what `judge` finds, or what it found before. A judgement that is not `byItself` may change with any other
 * campaign, so it is never remembered.
 *
 * @param state what else the judgement rests on, besides the campaign's file and the shared ones
 */
export type Judging = (
  campaign: Campaign,
  state: string,
  judge: () => Judgement,
) => Omit<Judgement, "byItself">;

/** Remembers judgements from one run to the next. */
export interface Judgements {
  of(workspace: Workspace): Judging;
}

/** Remembers nothing. */
export const JUDGED_ANEW: Judgements = { of: () => (_campaign, _state, judge) => judge() };

/** The same facts, which tell whether somebody has looked at the campaigns beside the one that is judged. */
export function watched(facts: Facts): { readonly facts: Facts; readonly sawOthers: () => boolean } {
  const { workspace } = facts;
  let saw = false;
  const seen: Workspace = {
    ...workspace,
    get campaigns() {
      saw = true;
      return workspace.campaigns;
    },
  };
  return { facts: { ...facts, workspace: seen }, sawOthers: () => saw };
}
