import { Problem } from "../../host/index.ts";
import { databaseProblem } from "../ledger/open-ledger.ts";
import type { Session } from "../session.ts";
import { runDry } from "./dry.ts";
import { explainOne } from "./explain.ts";
import { readPlans } from "./plan-files.ts";
import { sendPlans } from "./send.ts";

export interface RunOptions {
  readonly roster?: string;
  readonly ledger: string;
  readonly out: string;
  readonly send?: boolean;
  readonly trust?: string;
  readonly now?: string;
  readonly limit?: number;
  readonly until?: string;
  readonly rate?: number;
  readonly via?: readonly string[];
  readonly migrate?: boolean;
  readonly explain?: string;
  readonly json?: boolean;
}

/**
 * `recare run`: a dry run, a run for real, or an explanation.
 *
 * @throws Problem for options that do not go together
 */
export async function runPlans(
  paths: readonly string[],
  options: RunOptions,
  session: Session,
): Promise<void> {
  const plans = readPlans(paths, session);
  if (options.send && options.now !== undefined) {
    throw new Problem(
      "What is sent is sent now: --now cannot be used with --send.",
      "Leave --now out, or leave --send out to see what would go then.",
    );
  }
  try {
    if (options.explain !== undefined) await explainOne(plans, options.explain, options, session);
    else if (options.send) await sendPlans(plans, options, session);
    else await runDry(plans, options, session);
  } catch (error) {
    throw databaseProblem(error);
  }
}
