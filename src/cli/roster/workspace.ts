import { findWorkspace, Problem } from "../../host/index.ts";
import type { Workspace } from "../../model/index.ts";
import type { Plan } from "../../plan/index.ts";
import type { RosterField } from "../../roster/index.ts";
import { compiledWorkspace } from "../check/compiled.ts";
import { selectionsOf } from "../check/selection.ts";
import type { Session } from "../session.ts";

/** What a roster is held against: the fields of a workspace and its plans. */
export interface RosterWorkspace {
  readonly workspace: Workspace;
  readonly plans: readonly Plan[];
  /** Campaigns that have an error, and so no plan. */
  readonly withoutPlan: readonly string[];
}

/**
 * The workspace that was named, else the one here; nothing where there is none.
 *
 * @throws Problem where one was named that is none
 */
export function workspaceFor(
  named: string | undefined,
  today: string,
  session: Session,
): RosterWorkspace | undefined {
  if (named === undefined && !isInWorkspace(session.cwd)) return undefined;
  const [selection] = selectionsOf([named ?? "."], session.cwd);
  if (selection === undefined) return undefined;
  const { compilation } = compiledWorkspace(selection, { today, baseline: undefined }, session);
  const plans = compilation.plans.map(({ plan }) => plan);
  const planned = new Set(plans.map(({ identity }) => identity.campaign));
  return {
    workspace: compilation.workspace,
    plans,
    withoutPlan: compilation.workspace.campaigns.map(({ id }) => id).filter((id) => !planned.has(id)),
  };
}

function isInWorkspace(cwd: string): boolean {
  try {
    findWorkspace(".", cwd);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** The fields that are columns of a roster: not those of clinics, nor those that the judge works out. */
export function rosterFields({ library }: Workspace): readonly RosterField[] {
  return [...library.fields.values()].flatMap(({ path, type, blankMeansNo, from, derived }) =>
    from === "roster" && derived === undefined
      ? [{ path, type: type.kind, values: "values" in type ? type.values : [], blankMeansNo }]
      : [],
  );
}
